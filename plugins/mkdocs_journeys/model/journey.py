"""A map: the way of a customer through stages and steps, and why the map exists."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Literal

from mkdocs_journeys.model.entry import Titled
from mkdocs_journeys.model.fields import (
    Count,
    Id,
    JourneyRef,
    Line,
    MetricRef,
    PersonaRef,
    SegmentRef,
    StakeholderRef,
    Text,
    Thing,
    WhoRef,
    says,
)
from mkdocs_journeys.model.picture import Picture
from mkdocs_journeys.model.quote import Quote
from mkdocs_journeys.model.step import Business, Stage, Step
from mkdocs_journeys.model.values import Day, Period


class Scope(Thing):
    """Where the map begins and ends."""

    noun = "scope"

    start: Line | None = says("What begins it.")
    end: Line | None = says("What ends it.")
    includes: tuple[Line, ...] = says("What belongs to it.", default=(), also=("in",))
    leaves_out: tuple[Line, ...] = says("What does not.", default=(), also=("out",))


class Objective(Thing):
    """Why this map exists: something to reach, measurable and with a date."""

    noun = "objective"
    text_field = "title"

    id: Id | None = says("Its stable name within the journey.")
    title: Line = says("What shall be reached.", required=True, also=("name", "statement"))
    metric: MetricRef | None = says("What shows it.")
    target: Line | None = says("The value to reach, as typed.")
    due: Day | None = says("By when.", also=("by", "deadline"))
    formerly: tuple[Id, ...] = says("Ids that it had before.", default=())


class Hypothesis(Thing):
    """Something that the team believes and wants to know."""

    noun = "hypothesis"
    text_field = "title"

    id: Id | None = says("Its stable name within the journey.")
    title: Line = says("What is believed.", required=True, also=("name", "statement"))
    status: Literal["open", "supported", "refuted"] = says("What we know of it.", default="open")
    formerly: tuple[Id, ...] = says("Ids that it had before.", default=())


class Method(Thing):
    """How the map was made."""

    noun = "method"
    text_field = "limits"

    workshop: Day | None = says("When the workshop was.")
    participants: tuple[WhoRef, ...] = says("Who took part.", default=(), one="participant")
    limits: Text | None = says("What it cannot tell.")


class Validated(Thing):
    """A check of the map with those whom it is about."""

    noun = "validation"
    text_field = "who"

    who: Line | None = says("With whom: `6 customers`.")
    method: Line | None = says("How.")
    date: Day | None = says("When.")
    n: Count | None = says("With how many.")


class Journey(Titled):
    """A map of what a customer goes through."""

    noun = "journey"
    key_kind = "journey"
    folder = "journeys"
    folder_also = ("maps", "cjm", "cjms", "customer-journeys")

    title: Line = says(
        "What it is called, from the customer's side.", required=True, also=("name",)
    )
    state: Literal["current", "future"] = says(
        "How it is, or how it shall be.",
        default="current",
        choices_also={
            "as-is": "current",
            "actual": "current",
            "to-be": "future",
            "planned": "future",
        },
    )
    status: Literal["draft", "in-review", "published", "retired"] = says(
        "How far the map is.", default="published"
    )
    retired: Day | None = says("Since when it is retired.")
    customer_goal: Text | None = says("What the customer wants.", also=("goal",))
    business_goal: Text | None = says("What the company wants.")
    scenario: Text | None = says("The situation in which it happens.")
    expectations: tuple[Line, ...] = says("What she expects.", default=(), one="expectation")
    triggers: tuple[Line, ...] = says("What sets it off.", default=(), one="trigger")
    outcome: Text | None = says("What is true when it went well.")
    personas: tuple[PersonaRef, ...] = says("Whose journey it is.", default=(), one="persona")
    segments: tuple[SegmentRef, ...] = says("Which segments.", default=(), one="segment")
    level: Literal["end-to-end", "stage", "moment"] | None = says("How wide the map is.")
    part_of: tuple[JourneyRef, ...] = says("The wider map that this belongs to.", default=())
    scope: Scope | None = says("Where it begins and ends.")
    objectives: tuple[Objective, ...] = says("Why this map exists.", default=(), one="objective")
    hypotheses: tuple[Hypothesis, ...] = says(
        "What the team believes.", default=(), one="hypothesis"
    )
    method: Method | None = says("How the map was made.")
    expect: tuple[Line, ...] = says("Experience budgets: what must hold of it.", default=())
    contributors: tuple[StakeholderRef, ...] = says(
        "Who helped to make it.", default=(), one="contributor"
    )
    reviewed: Day | None = says("When it was last reviewed.", also=("last_reviewed",))
    review_every: Period | None = says("How often it shall be reviewed.")
    validated_with: tuple[Validated, ...] = says("Whom it was checked with.", default=())
    business: Business | None = says("What it means for the company.")
    quotes: tuple[Quote, ...] = says("What people said.", default=(), one="quote")
    images: tuple[Picture, ...] = says("Pictures of it.", default=(), one="image")
    future_of: JourneyRef | None = says(
        "On a future map: the current map that it answers.", also=("derived_from",)
    )
    stages: tuple[Stage, ...] = says(
        "Its parts, in order.",
        default=(),
        also=("phases", "episodes", "sections", "milestones"),
        list_only=True,
    )
    steps: tuple[Step, ...] = says(
        "The steps of a journey that needs no stages; they become its one stage.",
        default=(),
        list_only=True,
        also=("tasks",),
    )

    @classmethod
    def reshape(cls, data: dict[str, Any]) -> None:
        """Put the steps of a journey without stages into one stage, and name what has no id."""
        if data.get("steps") and not data.get("stages"):
            data["stages"] = [
                {"title": data.get("title", ""), "steps": data.pop("steps"), "spot": data["spot"]}
            ]
        for number, stage in enumerate(data.get("stages") or (), 1):
            stage.setdefault("id", f"stage-{number}")
            for count, step in enumerate(stage.get("steps") or (), 1):
                step.setdefault("id", f"step-{number}-{count}")

    @cached_property
    def all_steps(self) -> tuple[Step, ...]:
        """Give the steps of all stages, in journey order."""
        return tuple(step for stage in self.stages for step in stage.steps)
