"""What is measured, and what was read."""

from __future__ import annotations

from typing import Literal

from mkdocs_journeys.model.entry import Titled
from mkdocs_journeys.model.fields import (
    Count,
    Line,
    PersonaRef,
    PlaceRef,
    SegmentRef,
    Text,
    Thing,
    says,
)
from mkdocs_journeys.model.values import Day, Number


class Measuring(Thing):
    """How a metric is scored."""

    noun = "measuring scale"

    least: Number | None = says("The lowest value there is.")
    most: Number | None = says("The highest value there is.")
    question: Text | None = says("The question, word by word.")


class Target(Thing):
    """What a metric shall be, and by when."""

    noun = "target"
    text_field = "value"

    value: Number = says("The value to reach.", required=True)
    due: Day | None = says("By when.", also=("by", "date"))


class Reading(Thing):
    """One value of a metric on one day."""

    noun = "reading"

    date: Day = says("When it was read.", required=True)
    value: Number = says("What was read.", required=True)
    n: Count | None = says("How many it rests on.")
    segment: SegmentRef | None = says("Of which segment.")
    persona: PersonaRef | None = says("Of which persona.")
    at: PlaceRef | None = says("At which journey or stage.")
    variant: Line | None = says("Under which variant.")
    note: Line | None = says("What else to know.")


class Metric(Titled):
    """Something that is measured again and again."""

    noun = "metric"
    key_kind = "metric"
    folder = "metrics"
    folder_also = ("kpis", "measures")

    unit: Line | None = says("Of what: `%`, `calls per 100 orders`.")
    direction: Literal["up", "down"] | None = says("Which way is better.")
    scale: Measuring | None = says("How it is scored.")
    formula: Text | None = says("How it is worked out.")
    source: Line | None = says("Where the figures come from.")
    cadence: Line | None = says("How often it is read.")
    baseline: Number | None = says("Where we started.")
    target: Target | None = says("What it shall be.")
    predicted: bool = says("Whether it is a forecast rather than an observation.", default=False)
    series_break: tuple[Day, ...] = says(
        "Days from which the figures cannot be compared with those before.", default=()
    )
    readings: tuple[Reading, ...] = says("What was read; or a CSV of the same name.", default=())
