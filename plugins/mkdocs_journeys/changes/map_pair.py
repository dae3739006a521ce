"""A journey on both sides, with all that stands in it matched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from mkdocs_journeys.changes.matching import Matched, match
from mkdocs_journeys.changes.names import Names
from mkdocs_journeys.changes.sides import Both, Pair, Side, inside
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.journey import Hypothesis, Journey, Objective
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.step import Experience, Stage, Step

T = TypeVar("T", bound=Thing)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MapPair:
    """A journey that is not the same in base and head, with all that stands in it."""

    journey: Pair[Journey]
    stages: tuple[Both[Stage], ...]
    steps: tuple[Both[Step], ...]
    pain_points: tuple[Both[PainPoint], ...]
    objectives: tuple[Both[Objective], ...]
    hypotheses: tuple[Both[Hypothesis], ...]


def map_pair(journey: Pair[Journey], names: Names) -> MapPair:
    """Match what stands in a journey, and remember what it is called on both sides."""
    before = inside(journey.base.catalog, journey.base.thing)
    after = inside(journey.head.catalog, journey.head.thing)
    stages = _matched(before.stages, after.stages, names, inside=True)
    steps = _matched(before.steps, after.steps, names)
    return MapPair(
        journey=journey,
        stages=stages,
        steps=steps,
        pain_points=_matched(before.pain_points, after.pain_points, names),
        objectives=_matched(before.objectives, after.objectives, names),
        hypotheses=_matched(before.hypotheses, after.hypotheses, names),
    )


def parts_of(maps: Iterable[MapPair]) -> tuple[Pair[Experience], ...]:
    """Give the stages and steps that are on both sides and not the same."""
    return tuple(
        part
        for pair in maps
        for part in (*pair.stages, *pair.steps)
        if isinstance(part, Pair) and part.base.thing != part.head.thing
    )


def _matched(
    base: Sequence[Side[T]], head: Sequence[Side[T]], names: Names, *, inside: bool = False
) -> tuple[Both[T], ...]:
    def has_same_parent(one: Side[T], other: Side[T]) -> bool:
        if one.parent is None or other.parent is None:
            return one.parent is other.parent
        return names.in_head(one.parent.key) == other.parent.key

    matched = match(
        base,
        head,
        inside=_steps_inside if inside else None,
        has_same_parent=None if inside else has_same_parent,
    )
    found = tuple(joined(matched))
    for one in found:
        remember(one, names)
    return found


def _steps_inside(side: Side[Thing]) -> frozenset[str]:
    steps = side.thing.steps if isinstance(side.thing, Stage) else ()
    return frozenset(step.title.casefold() for step in steps)


def joined(matched: Matched[T]) -> list[Both[T]]:
    """Give pairs, then what was removed, then what was added."""
    return [
        *(Pair(base=base, head=head, by=by) for base, head, by in matched.pairs),
        *(Both(base=side, head=None) for side in matched.removed),
        *(Both(base=None, head=side) for side in matched.added),
    ]


def remember(one: Both[Thing], names: Names) -> None:
    """Keep what a thing is called on both sides."""
    names.remember(one.base.key if one.base else None, one.head.key if one.head else None)
