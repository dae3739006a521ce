"""What stands in all journeys, gathered: moments of truth, pain points and quotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.priorities import pain_priority
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.quote import Quote
from mkdocs_journeys.model.step import Experience, MomentOfTruth, Stage

T = TypeVar("T", bound=Thing)

HANDLINGS = ("failing", "at-risk", None, "winning")
"""How well a moment is handled, worst first; one that nobody rated comes before a winning one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Generic[T]):
    """One thing and where in its journey it stands (``part`` is the stage itself or a step)."""

    thing: T
    journey: Journey
    stage: Stage
    part: Experience

    @property
    def key(self) -> Key:
        """Name the stage or step that it stands in."""
        kind = "stage" if self.part is self.stage else "step"
        return inner_key(kind, self.journey, self.part.id)


def parts_of(journey: Journey) -> Iterator[tuple[Stage, Experience]]:
    """Give every stage and step of a journey, in its order, each with its stage."""
    for stage in journey.stages:
        for part in (stage, *stage.steps):
            yield stage, part


def moments(journeys: tuple[Journey, ...]) -> tuple[Found[MomentOfTruth], ...]:
    """Give the moments of truth of these journeys, worst handled first, then in order."""
    found = [
        Found(thing=part.moment_of_truth, journey=journey, stage=stage, part=part)
        for journey in journeys
        for stage, part in parts_of(journey)
        if part.moment_of_truth
    ]
    return tuple(sorted(found, key=lambda one: HANDLINGS.index(one.thing.handling)))


def handled(journey: Journey) -> tuple[tuple[str, int], ...]:
    """Count a journey's moments of truth by how they are handled, worst first; no zeros."""
    counts: Counter[str | None] = Counter(one.thing.handling for one in moments((journey,)))
    return tuple((how or "unrated", counts[how]) for how in HANDLINGS if counts[how])


def pain_points(journeys: tuple[Journey, ...]) -> tuple[Found[PainPoint], ...]:
    """Give the pain points of these journeys: highest priority first, unscored last."""
    found = [
        Found(thing=pain, journey=journey, stage=stage, part=part)
        for journey in journeys
        for stage, part in parts_of(journey)
        for pain in part.pain_points
    ]
    return tuple(sorted(found, key=lambda one: worst_first(pain_priority(one.thing))))


def worst_first(priority: float | None) -> float:
    """Give what to sort pain points by: the highest priority first, unscored ones last."""
    return 1.0 if priority is None else -priority


def quotes(journeys: tuple[Journey, ...]) -> tuple[Found[Quote], ...]:
    """Give the quotes of these journeys, in order."""
    return tuple(
        Found(thing=quote, journey=journey, stage=stage, part=part)
        for journey in journeys
        for stage, part in parts_of(journey)
        for quote in part.quotes
    )
