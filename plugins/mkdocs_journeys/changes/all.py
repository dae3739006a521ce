"""The table of contents of the changes, in the order of the reference."""

from __future__ import annotations

from mkdocs_journeys.changes.blueprint import BlueprintChanged
from mkdocs_journeys.changes.change_kind import ChangeKind
from mkdocs_journeys.changes.channels import ChannelChanged
from mkdocs_journeys.changes.emotions import (
    EmotionAdded,
    EmotionDropped,
    EmotionRaised,
    EmotionRemoved,
    LowPointMoved,
)
from mkdocs_journeys.changes.evidence import EvidenceAdded, EvidenceRemoved
from mkdocs_journeys.changes.ids import IdGiven, IdLost, IdRenamed, OldIdDropped, OldIdKept
from mkdocs_journeys.changes.initiatives import (
    DependencyChanged,
    InitiativeOwnerChanged,
    InitiativePulledIn,
    InitiativeSlipped,
    InitiativeStatusChanged,
)
from mkdocs_journeys.changes.journeys import (
    JourneyAdded,
    JourneyRemoved,
    StateChanged,
    StatusChanged,
)
from mkdocs_journeys.changes.links import LinkBroken, LinkMended
from mkdocs_journeys.changes.metrics import MetricRedefined, TargetChanged, ThresholdCrossed
from mkdocs_journeys.changes.moments import HandlingChanged, MomentAdded, MomentRemoved
from mkdocs_journeys.changes.opportunities import OpportunityStatusChanged
from mkdocs_journeys.changes.owners import OwnerChanged, ReviewDateChanged
from mkdocs_journeys.changes.pain_points import (
    FrequencyChanged,
    PainPointAdded,
    PainPointMoved,
    PainPointRemoved,
    SeverityChanged,
)
from mkdocs_journeys.changes.personas import (
    PersonaDowngraded,
    PersonaFoundJourney,
    PersonaLeftWithoutJourney,
    PersonaLinked,
    PersonaUnlinked,
    PersonaUpgraded,
)
from mkdocs_journeys.changes.quotes import QuoteAdded, QuoteRemoved
from mkdocs_journeys.changes.readings import ReadingAdded, ReadingChanged, ReadingRemoved
from mkdocs_journeys.changes.settings import SettingChanged
from mkdocs_journeys.changes.stages import (
    StageAdded,
    StageMerged,
    StageRemoved,
    StagesMoved,
    StageSplit,
)
from mkdocs_journeys.changes.steps import StepAdded, StepMoved, StepRemoved
from mkdocs_journeys.changes.things import (
    MetricAdded,
    MetricRemoved,
    OpportunityAdded,
    OpportunityRemoved,
    ThingAdded,
    ThingRemoved,
)
from mkdocs_journeys.changes.titles import TitleChanged
from mkdocs_journeys.changes.traits import PersonaTraitChanged
from mkdocs_journeys.changes.wording import DetailChanged, WordingChanged

CHANGES: tuple[ChangeKind, ...] = (
    JourneyRemoved(),
    JourneyAdded(),
    StateChanged(),
    StatusChanged(),
    LinkBroken(),
    LinkMended(),
    StageAdded(),
    StageRemoved(),
    StagesMoved(),
    StageSplit(),
    StageMerged(),
    StepAdded(),
    StepRemoved(),
    StepMoved(),
    ChannelChanged(),
    EmotionDropped(),
    EmotionRaised(),
    EmotionAdded(),
    EmotionRemoved(),
    LowPointMoved(),
    MomentAdded(),
    MomentRemoved(),
    HandlingChanged(),
    PersonaUnlinked(),
    PersonaLinked(),
    PersonaLeftWithoutJourney(),
    PersonaFoundJourney(),
    PersonaDowngraded(),
    PersonaUpgraded(),
    PersonaTraitChanged(),
    PainPointRemoved(),
    PainPointAdded(),
    PainPointMoved(),
    SeverityChanged(),
    FrequencyChanged(),
    OpportunityStatusChanged(),
    OpportunityRemoved(),
    OpportunityAdded(),
    MetricRemoved(),
    MetricAdded(),
    ThingRemoved(),
    ThingAdded(),
    InitiativeOwnerChanged(),
    InitiativeStatusChanged(),
    InitiativeSlipped(),
    InitiativePulledIn(),
    DependencyChanged(),
    MetricRedefined(),
    TargetChanged(),
    ThresholdCrossed(),
    ReadingAdded(),
    ReadingRemoved(),
    ReadingChanged(),
    EvidenceRemoved(),
    EvidenceAdded(),
    QuoteAdded(),
    QuoteRemoved(),
    BlueprintChanged(),
    OwnerChanged(),
    ReviewDateChanged(),
    SettingChanged(),
    IdRenamed(),
    IdLost(),
    IdGiven(),
    OldIdDropped(),
    OldIdKept(),
    TitleChanged(),
    DetailChanged(),
    WordingChanged(),
)

CHANGES_BY_NAME = {kind.name: kind for kind in CHANGES}
