"""The table of contents of the rules, in the order of the reference."""

from __future__ import annotations

from mkdocs_journeys.rules.bad_id import BadId
from mkdocs_journeys.rules.contrast_too_low import ContrastTooLow
from mkdocs_journeys.rules.dead_link import DeadLink
from mkdocs_journeys.rules.duplicate_id import DuplicateId
from mkdocs_journeys.rules.duplicate_key import DuplicateKey
from mkdocs_journeys.rules.file_name_differs import FileNameDiffers
from mkdocs_journeys.rules.id_missing import IdMissing
from mkdocs_journeys.rules.mention_by_old_id import MentionByOldId
from mkdocs_journeys.rules.mentions_draft_or_retired import MentionsDraftOrRetired
from mkdocs_journeys.rules.missing_file import MissingFile
from mkdocs_journeys.rules.name_or_title import NameOrTitle
from mkdocs_journeys.rules.not_in_registry import NotInRegistry
from mkdocs_journeys.rules.orphan import Orphan
from mkdocs_journeys.rules.persona_without_journey import PersonaWithoutJourney
from mkdocs_journeys.rules.probably_duplicate import ProbablyDuplicate
from mkdocs_journeys.rules.renamed_key import RenamedKey
from mkdocs_journeys.rules.rule import Rule
from mkdocs_journeys.rules.unknown_icon import UnknownIcon
from mkdocs_journeys.rules.unknown_key import UnknownKey
from mkdocs_journeys.rules.unknown_lane import UnknownLane
from mkdocs_journeys.rules.unknown_mention import UnknownMention
from mkdocs_journeys.rules.wrong_kind_mention import WrongKindMention
from mkdocs_journeys.rules.wrong_shape import WrongShape
from mkdocs_journeys.rules.yaml_syntax import YamlSyntax
from mkdocs_journeys.rules.yaml_trap import YamlTrap

RULES: tuple[Rule, ...] = (
    YamlSyntax(),
    WrongShape(),
    UnknownKey(),
    DuplicateKey(),
    DuplicateId(),
    BadId(),
    FileNameDiffers(),
    YamlTrap(),
    RenamedKey(),
    IdMissing(),
    NameOrTitle(),
    NotInRegistry(),
    MentionByOldId(),
    UnknownMention(),
    WrongKindMention(),
    Orphan(),
    MentionsDraftOrRetired(),
    PersonaWithoutJourney(),
    ProbablyDuplicate(),
    MissingFile(),
    DeadLink(),
    UnknownIcon(),
    UnknownLane(),
    ContrastTooLow(),
)

BY_NAME = {rule.name: rule for rule in RULES}
