"""The table of contents of the rules, in the order of the reference."""

from __future__ import annotations

from mkdocs_journeys.rules.allowance_unused import AllowanceUnused
from mkdocs_journeys.rules.allowance_without_reason import AllowanceWithoutReason
from mkdocs_journeys.rules.bad_id import BadId
from mkdocs_journeys.rules.channels_differ import ChannelsDiffer
from mkdocs_journeys.rules.claim_unsourced_number import ClaimUnsourcedNumber
from mkdocs_journeys.rules.claim_without_evidence import ClaimWithoutEvidence
from mkdocs_journeys.rules.claims_contradict import ClaimsContradict
from mkdocs_journeys.rules.contradicts_map import ContradictsMap
from mkdocs_journeys.rules.contradicts_metric import ContradictsMetric
from mkdocs_journeys.rules.contradicts_persona import ContradictsPersona
from mkdocs_journeys.rules.contrast_too_low import ContrastTooLow
from mkdocs_journeys.rules.contributors_one_sided import ContributorsOneSided
from mkdocs_journeys.rules.dead_link import DeadLink
from mkdocs_journeys.rules.duplicate_id import DuplicateId
from mkdocs_journeys.rules.duplicate_key import DuplicateKey
from mkdocs_journeys.rules.emotion_missing import EmotionMissing
from mkdocs_journeys.rules.evidence_one_sided import EvidenceOneSided
from mkdocs_journeys.rules.evidence_too_old import EvidenceTooOld
from mkdocs_journeys.rules.experience_budget import ExperienceBudget
from mkdocs_journeys.rules.family_missing import FamilyMissing
from mkdocs_journeys.rules.file_name_differs import FileNameDiffers
from mkdocs_journeys.rules.flat_emotion_curve import FlatEmotionCurve
from mkdocs_journeys.rules.future_without_current import FutureWithoutCurrent
from mkdocs_journeys.rules.future_worse_than_current import FutureWorseThanCurrent
from mkdocs_journeys.rules.id_missing import IdMissing
from mkdocs_journeys.rules.image_without_alt import ImageWithoutAlt
from mkdocs_journeys.rules.initiative_before_its_dependency import InitiativeBeforeItsDependency
from mkdocs_journeys.rules.initiative_cycle import InitiativeCycle
from mkdocs_journeys.rules.initiative_overdue import InitiativeOverdue
from mkdocs_journeys.rules.initiative_without_date import InitiativeWithoutDate
from mkdocs_journeys.rules.initiative_without_metric import InitiativeWithoutMetric
from mkdocs_journeys.rules.initiative_without_owner import InitiativeWithoutOwner
from mkdocs_journeys.rules.journey_large import JourneyLarge
from mkdocs_journeys.rules.journey_too_large import JourneyTooLarge
from mkdocs_journeys.rules.journey_without_objective import JourneyWithoutObjective
from mkdocs_journeys.rules.journey_without_persona import JourneyWithoutPersona
from mkdocs_journeys.rules.loop_unmarked import LoopUnmarked
from mkdocs_journeys.rules.low_point_unanswered import LowPointUnanswered
from mkdocs_journeys.rules.mention_by_old_id import MentionByOldId
from mkdocs_journeys.rules.mentions_draft_or_retired import MentionsDraftOrRetired
from mkdocs_journeys.rules.metric_incomplete import MetricIncomplete
from mkdocs_journeys.rules.metric_out_of_scale import MetricOutOfScale
from mkdocs_journeys.rules.metric_stale import MetricStale
from mkdocs_journeys.rules.missing_file import MissingFile
from mkdocs_journeys.rules.moment_unrated import MomentUnrated
from mkdocs_journeys.rules.name_or_title import NameOrTitle
from mkdocs_journeys.rules.no_moment_of_truth import NoMomentOfTruth
from mkdocs_journeys.rules.not_an_address import NotAnAddress
from mkdocs_journeys.rules.not_in_registry import NotInRegistry
from mkdocs_journeys.rules.objective_not_measurable import ObjectiveNotMeasurable
from mkdocs_journeys.rules.opportunity_without_pain_point import OpportunityWithoutPainPoint
from mkdocs_journeys.rules.orphan import Orphan
from mkdocs_journeys.rules.owner_missing import OwnerMissing
from mkdocs_journeys.rules.pain_point_unscored import PainPointUnscored
from mkdocs_journeys.rules.persona_unvalidated import PersonaUnvalidated
from mkdocs_journeys.rules.persona_without_journey import PersonaWithoutJourney
from mkdocs_journeys.rules.personal_data import PersonalData
from mkdocs_journeys.rules.probably_duplicate import ProbablyDuplicate
from mkdocs_journeys.rules.published_with_todo import PublishedWithTodo
from mkdocs_journeys.rules.quote_without_source_or_consent import QuoteWithoutSourceOrConsent
from mkdocs_journeys.rules.renamed_key import RenamedKey
from mkdocs_journeys.rules.review_overdue import ReviewOverdue
from mkdocs_journeys.rules.rule import Rule
from mkdocs_journeys.rules.scales_mixed import ScalesMixed
from mkdocs_journeys.rules.scope_missing import ScopeMissing
from mkdocs_journeys.rules.sensitive_trait import SensitiveTrait
from mkdocs_journeys.rules.severe_pain_point_unanswered import SeverePainPointUnanswered
from mkdocs_journeys.rules.stage_count import StageCount
from mkdocs_journeys.rules.stage_empty import StageEmpty
from mkdocs_journeys.rules.stage_name_inside_out import StageNameInsideOut
from mkdocs_journeys.rules.stage_without_goal import StageWithoutGoal
from mkdocs_journeys.rules.step_without_channel import StepWithoutChannel
from mkdocs_journeys.rules.target_not_better import TargetNotBetter
from mkdocs_journeys.rules.text_too_long_for_diagram import TextTooLongForDiagram
from mkdocs_journeys.rules.too_many_maps import TooManyMaps
from mkdocs_journeys.rules.too_many_personas import TooManyPersonas
from mkdocs_journeys.rules.unknown_icon import UnknownIcon
from mkdocs_journeys.rules.unknown_key import UnknownKey
from mkdocs_journeys.rules.unknown_lane import UnknownLane
from mkdocs_journeys.rules.unknown_lifecycle_stage import UnknownLifecycleStage
from mkdocs_journeys.rules.unknown_mention import UnknownMention
from mkdocs_journeys.rules.unreachable_step import UnreachableStep
from mkdocs_journeys.rules.wish import Wish
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
    NotAnAddress(),
    UnknownIcon(),
    UnknownLane(),
    JourneyWithoutPersona(),
    TooManyPersonas(),
    JourneyWithoutObjective(),
    ObjectiveNotMeasurable(),
    ScopeMissing(),
    StageEmpty(),
    StageWithoutGoal(),
    StageCount(),
    UnknownLifecycleStage(),
    StepWithoutChannel(),
    UnreachableStep(),
    LoopUnmarked(),
    FutureWithoutCurrent(),
    FutureWorseThanCurrent(),
    JourneyLarge(),
    JourneyTooLarge(),
    TooManyMaps(),
    OwnerMissing(),
    ReviewOverdue(),
    ContributorsOneSided(),
    PublishedWithTodo(),
    ExperienceBudget(),
    AllowanceUnused(),
    AllowanceWithoutReason(),
    EmotionMissing(),
    FlatEmotionCurve(),
    NoMomentOfTruth(),
    MomentUnrated(),
    PainPointUnscored(),
    LowPointUnanswered(),
    StageNameInsideOut(),
    ContradictsPersona(),
    ContradictsMetric(),
    ContradictsMap(),
    ChannelsDiffer(),
    FamilyMissing(),
    ClaimWithoutEvidence(),
    ClaimUnsourcedNumber(),
    ClaimsContradict(),
    EvidenceTooOld(),
    EvidenceOneSided(),
    PersonaUnvalidated(),
    QuoteWithoutSourceOrConsent(),
    OpportunityWithoutPainPoint(),
    SeverePainPointUnanswered(),
    InitiativeWithoutOwner(),
    InitiativeWithoutDate(),
    InitiativeOverdue(),
    InitiativeCycle(),
    InitiativeBeforeItsDependency(),
    InitiativeWithoutMetric(),
    Wish(),
    MetricIncomplete(),
    MetricOutOfScale(),
    ScalesMixed(),
    TargetNotBetter(),
    MetricStale(),
    PersonalData(),
    SensitiveTrait(),
    TextTooLongForDiagram(),
    ImageWithoutAlt(),
    ContrastTooLow(),
)

BY_NAME = {rule.name: rule for rule in RULES}
