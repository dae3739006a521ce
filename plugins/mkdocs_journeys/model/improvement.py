"""What could be better, and what we do about it."""

from __future__ import annotations

from typing import Literal

from mkdocs_journeys.model.entry import Titled
from mkdocs_journeys.model.fields import (
    EvidenceRef,
    InitiativeRef,
    InsightRef,
    Line,
    MetricRef,
    ObjectiveRef,
    OpportunityRef,
    PainPointRef,
    Rank,
    StageRef,
    StepRef,
    Text,
    Thing,
    Url,
    WhoRef,
    says,
)
from mkdocs_journeys.model.values import Day


class Opportunity(Titled):
    """A chance to make something better for the customer."""

    noun = "opportunity"
    key_kind = "opportunity"
    folder = "opportunities"

    pain_points: tuple[PainPointRef, ...] = says(
        "What it would ease.", default=(), one="pain_point"
    )
    steps: tuple[StepRef, ...] = says("Where it arises.", default=(), one="step")
    stages: tuple[StageRef, ...] = says("Where it arises.", default=(), one="stage")
    insights: tuple[InsightRef, ...] = says("What led to it.", default=(), one="insight")
    ideas: tuple[Line, ...] = says("First ideas.", default=(), one="idea")
    status: Literal["open", "in-progress", "solved", "dismissed"] = says(
        "How far it is.", default="open"
    )
    customer_value: Rank | None = says("From 1 (little) to 5 (much) for the customer.")
    business_value: Rank | None = says("From 1 (little) to 5 (much) for the company.")
    effort: Rank | None = says("From 1 (little) to 5 (much).")
    feasibility: Rank | None = says("From 1 (hard) to 5 (easy).")
    cost: Line | None = says("What it would cost, as typed.")
    alignment: tuple[ObjectiveRef, ...] = says("The objectives that it serves.", default=())


class Expectation(Thing):
    """What an initiative shall do to a metric."""

    noun = "expected effect"

    metric: MetricRef = says("The metric.", required=True)
    change: Line | None = says("By how much, as typed.")
    due: Day | None = says("By when.", also=("by",))


class Decision(Thing):
    """Why something was decided."""

    noun = "decision"
    text_field = "why"

    why: Text | None = says("The reason.")
    date: Day | None = says("When.")
    by: WhoRef | None = says("By whom.")


class Initiative(Titled):
    """What a team does to make it better."""

    noun = "initiative"
    key_kind = "initiative"
    folder = "initiatives"

    opportunities: tuple[OpportunityRef, ...] = says(
        "What it is for.", default=(), one="opportunity"
    )
    status: Literal["idea", "prototype", "testing", "planned", "in-progress", "done", "dropped"] = (
        says("How far it is.", default="idea")
    )
    start: Day | None = says("When it begins.")
    due: Day | None = says("By when it shall be done.", also=("by", "deadline", "end"))
    done: Day | None = says("When it was done.")
    depends_on: tuple[InitiativeRef, ...] = says("What must come first.", default=())
    cost: Line | None = says("What it costs, as typed.")
    benefit: Line | None = says("What it brings, as typed.")
    expects: tuple[Expectation, ...] = says("What it shall change.", default=())
    tracker: Url | None = says("Where the work can be followed.")
    decision: Decision | None = says("Why it was decided so.")
    evidence: tuple[EvidenceRef, ...] = says(
        "What shows that it helps: ids of evidence.", default=(), also=("sources",)
    )
