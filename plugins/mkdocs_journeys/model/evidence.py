"""Where we know it from: evidence, and what it taught us."""

from __future__ import annotations

from typing import Literal

from mkdocs_journeys.model.entry import Titled
from mkdocs_journeys.model.fields import (
    Count,
    Line,
    MetricRef,
    StageRef,
    StepRef,
    Text,
    Thing,
    Url,
    says,
)
from mkdocs_journeys.model.quote import Quote
from mkdocs_journeys.model.values import Day

QUALITATIVE = (
    "interview",
    "focus-group",
    "open-answers",
    "support-log",
    "chat",
    "social",
    "review",
    "observation",
    "employee-feedback",
    "workshop",
)
"""Kinds of evidence that tell why. All others tell how much."""


class Experiment(Thing):
    """A trial of two or more variants."""

    noun = "experiment"

    variants: tuple[Line, ...] = says("What was compared.", default=(), one="variant")
    metric: MetricRef | None = says("What was measured.")
    result: Text | None = says("What came out.")


class Evidence(Titled):
    """Something that was heard, seen or counted, and that claims can lean on."""

    noun = "evidence"
    key_kind = "evidence"
    folder = "evidence"

    kind: Literal[
        "interview",
        "focus-group",
        "survey",
        "open-answers",
        "support-log",
        "chat",
        "social",
        "review",
        "observation",
        "employee-feedback",
        "analytics",
        "crm",
        "purchase-history",
        "service-metric",
        "workshop",
        "experiment",
    ] = says("How it was gathered.", required=True)
    date: Day | None = says("When.")
    n: Count | None = says("How many people or cases.")
    method: Text | None = says("How.")
    url: Url | None = says("Where it can be read.")
    file: Line | None = says("The file, relative to this YAML.")
    consent: Line | None = says("What those asked have agreed to.")
    quotes: tuple[Quote, ...] = says("What people said.", default=(), one="quote")
    experiment: Experiment | None = says("What was tried, for an experiment.")

    @property
    def is_qualitative(self) -> bool:
        """Tell whether it says why rather than how much; follows from its kind."""
        return self.kind in QUALITATIVE


class Insight(Titled):
    """What the evidence taught us."""

    noun = "insight"
    key_kind = "insight"
    folder = "insights"

    theme: Line | None = says("What it is about.")
    sentiment: Literal["positive", "neutral", "negative", "mixed"] | None = says("How it sounds.")
    signal: Literal["drop-off", "low-engagement", "support-spike"] | None = says("What showed it.")
    steps: tuple[StepRef, ...] = says("The steps that it is about.", default=(), one="step")
    stages: tuple[StageRef, ...] = says("The stages that it is about.", default=(), one="stage")
