"""Stages and steps: the way of a customer, and all that is known of each part of it."""

from __future__ import annotations

from typing import Literal

from mkdocs_journeys.model.blueprint import Blueprint
from mkdocs_journeys.model.emotion import Emotion
from mkdocs_journeys.model.fields import (
    ChannelRef,
    Id,
    JourneyRef,
    LifecycleRef,
    Line,
    MetricRef,
    OpportunityRef,
    PlaceRef,
    StakeholderRef,
    StepRef,
    Text,
    Thing,
    TouchpointRef,
    WhoRef,
    says,
)
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.picture import Picture
from mkdocs_journeys.model.quote import Quote, Thought
from mkdocs_journeys.model.values import Day

Rows = dict[str, tuple[Text, ...]]
ROWS = "Rows of the team's own, each with what stands in it here."


class MomentOfTruth(Thing):
    """A step that decides whether the customer trusts us, and how well we handle it."""

    noun = "moment of truth"
    text_field = "question"

    question: Line | None = says("The customer's question at this moment.")
    handling: Literal["winning", "at-risk", "failing"] | None = says("How well we answer it.")
    why: Text | None = says("Why we say so.")


class OpportunityUse(Thing):
    """An opportunity where it arises: one from the registry, or one written in place."""

    noun = "opportunity"
    text_field = "opportunity"

    opportunity: OpportunityRef | None = says("One from the registry, by id.", also=("id",))
    title: Line | None = says("What could be better, where it is not in the registry yet.")
    ideas: tuple[Line, ...] = says("First ideas for it.", default=(), one="idea")


class MetricUse(Thing):
    """A measure where it is taken, with its value there."""

    noun = "metric"
    text_field = "metric"

    metric: MetricRef = says("The measure.", required=True, also=("id", "kpi"))
    value: Line | None = says("Its value here, as typed.")
    target: Line | None = says("What it shall be, as typed.")
    date: Day | None = says("When it was read.")


class Listening(Thing):
    """How we listen to customers at this place."""

    noun = "listening post"
    text_field = "kind"

    kind: Literal["post-interaction", "periodic", "none"] = says(
        "After each contact, now and then, or not at all.", required=True
    )
    metric: MetricRef | None = says("What is asked for.")


class ChurnRisk(Thing):
    """A place where customers may leave us."""

    noun = "churn risk"
    text_field = "why"

    why: Text | None = says("Why somebody would leave here.")
    metric: MetricRef | None = says("What shows it.")
    mitigation: Text | None = says("What we do about it.")


class Resources(Thing):
    """What a step has at its disposal, and whether that is enough."""

    noun = "resources"
    text_field = "note"

    people: Line | None = says("Who is there.")
    tools: Line | None = says("What they work with.")
    budget: Line | None = says("What it may cost.")
    capacity: Literal["enough", "short", "over"] | None = says("Whether it is enough.")
    note: Text | None = says("What else to know.")


class Variant(Thing):
    """The same step as another person lives it."""

    noun = "variant"

    for_: WhoRef = says("Whose variant it is.", required=True)
    title: Line | None = says("What the step is for them.")
    summary: Text | None = says("What differs.")
    channels: tuple[ChannelRef, ...] = says("Their channels.", default=(), one="channel")
    touchpoints: tuple[TouchpointRef, ...] = says(
        "Their touchpoints.", default=(), one="touchpoint"
    )
    emotion: tuple[Emotion, ...] = says("How they feel.", default=())


class Next(Thing):
    """A way onwards from a step."""

    noun = "way onwards"
    text_field = "to"

    to: PlaceRef | None = says("The step that follows, or a stage for its first step.")
    exit: Line | None = says("The customer leaves here unhappily, and what we call that.")
    end: Line | None = says("The journey ends here as it should, and what we call that.")
    all: tuple[PlaceRef, ...] = says("Several steps that all follow.", default=())
    when: Line | None = says("In which case.")
    rate: Line | None = says("How many go this way, as typed: `17%`.")
    why: Text | None = says("Why they do.")
    loop: bool = says("Whether going back is meant.", default=False)


class Alternative(Thing):
    """What else the customer considers."""

    noun = "alternative"
    text_field = "title"

    title: Line = says("Its name.", required=True)
    note: Text | None = says("How we compare.")
    emotion: tuple[Emotion, ...] = says("How that would feel.", default=())


class Business(Thing):
    """What a journey, stage or step means for the company."""

    noun = "business view"

    revenue: Line | None = says("What it brings, as typed.")
    cost: Line | None = says("What it costs, as typed.")
    risk: Line | None = says("What may go wrong for the company.")


class Experience(Thing):
    """What may be said of a part of a journey, a stage or a step alike."""

    text_field = "title"

    id: Id = says("Its stable name within the journey; becomes its address.", required=True)
    title: Line = says(
        "What the customer does or meets, in her own voice.", required=True, also=("name",)
    )
    code: Line | None = says("The team's own number.")
    summary: Text | None = says("What happens, in a sentence or two.", also=("description",))
    owner: StakeholderRef | None = says("The team that answers for it.")
    channels: tuple[ChannelRef, ...] = says("Where it happens.", default=(), one="channel")
    touchpoints: tuple[TouchpointRef, ...] = says(
        "What the customer meets there.", default=(), one="touchpoint"
    )
    actors: tuple[WhoRef, ...] = says(
        "Who acts; without it, the personas of the journey.", default=(), one="actor"
    )
    with_: tuple[WhoRef, ...] = says("Who acts beside them.", default=())
    side: Literal["customer", "company"] = says(
        "`company`: unseen by the customer and left out of the curve.", default="customer"
    )
    action: Text | None = says("What the customer does.")
    thoughts: tuple[Thought, ...] = says("What she thinks.", default=(), one="thought")
    questions: tuple[Line, ...] = says("What she asks herself.", default=(), one="question")
    needs: tuple[Line, ...] = says("What she needs here.", default=(), one="need")
    expectations: tuple[Line, ...] = says("What she expects.", default=(), one="expectation")
    customer_goal: Text | None = says("What the customer wants here.", also=("goal",))
    business_goal: Text | None = says("What the company wants here.")
    outcome: Text | None = says("What is true when it went well.")
    mindset: Text | None = says("Her state of mind.")
    timing: Line | None = says("When it happens, as typed: `Day 1 to 18`.")
    wait: Line | None = says("How long she waits, as typed.")
    duration: Line | None = says("How long it takes, as typed.")
    considerations: tuple[Line, ...] = says("What she weighs up.", default=(), one="consideration")
    alternatives: tuple[Alternative, ...] = says(
        "What else she could choose, and how that would feel.", default=(), one="alternative"
    )
    emotion: tuple[Emotion, ...] = says(
        "How it feels: a score from -2 to 2, words, or both.",
        default=(),
        also=("emotions", "feeling", "feelings"),
    )
    moment_of_truth: MomentOfTruth | None = says(
        "Set where this decides her trust in us.", also=("mot",)
    )
    highlights: tuple[Text, ...] = says(
        "What pleases her.", default=(), one="highlight", also=("gains", "delights")
    )
    pain_points: tuple[PainPoint, ...] = says(
        "What hurts.", default=(), one="pain_point", also=("pains", "barriers")
    )
    opportunities: tuple[OpportunityUse, ...] = says(
        "What could be better.", default=(), one="opportunity"
    )
    ideas: tuple[Line, ...] = says("First ideas.", default=(), one="idea")
    quotes: tuple[Quote, ...] = says(
        "What people said.", default=(), one="quote", also=("verbatim", "verbatims")
    )
    churn_risk: ChurnRisk | None = says("Why somebody would leave us here.")
    resources: Resources | None = says("What is at hand here, and whether it is enough.")
    listening: Listening | None = says("How we listen here.")
    metrics: tuple[MetricUse, ...] = says(
        "What is measured here.", default=(), one="metric", also=("kpis", "kpi", "measures")
    )
    business: Business | None = says("What it means for the company.")
    blueprint: Blueprint | None = says("What happens behind it.")
    variants: tuple[Variant, ...] = says("How it goes for others.", default=(), one="variant")
    optional: bool = says("Whether it may be left out.", default=False)
    alongside: tuple[PlaceRef, ...] = says(
        "Steps or stages that happen at the same time.", default=()
    )
    only_for: Line | None = says("Whom or what it is limited to.")
    journey: JourneyRef | None = says("The map that this opens into.")
    replaces: tuple[StepRef, ...] = says(
        "On a future map: the steps of the current map that this stands for.", default=()
    )
    next: tuple[Next, ...] | None = says(
        "Where it goes on; without it, to the step that follows. An empty list ends the journey."
    )
    images: tuple[Picture, ...] = says("Pictures of it.", default=(), one="image")
    tags: tuple[Line, ...] = says("Words to find it by.", default=(), one="tag")
    note: Text | None = says("A remark of the team.")
    rows: Rows = says(ROWS, default={})
    formerly: tuple[Id, ...] = says("Ids that it had before.", default=())


class Step(Experience):
    """One thing that the customer does or meets."""

    noun = "step"


class Stage(Experience):
    """A part of the journey with a goal of its own. It may say all that a step may say."""

    noun = "stage"

    lifecycle: tuple[LifecycleRef, ...] = says(
        "Where it stands in the life of a customer with us.", default=()
    )
    chapter: Line | None = says("A name for neighbouring stages.")
    steps: tuple[Step, ...] = says(
        "Its steps, in order.", default=(), also=("tasks",), list_only=True
    )
