"""Stages that were probably split, or merged, by where their steps went."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from mkdocs_journeys.changes.map_pair import MapPair
from mkdocs_journeys.changes.sides import Side
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import Stage, Step


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Split:
    """One stage on one side whose steps stand in several stages on the other, in their order."""

    whole: Side[Stage]
    parts: tuple[Side[Stage], ...]


def splits(pair: MapPair) -> tuple[Split, ...]:
    """Give the stages of base that were probably split.

    A stage that is new in head is a part where at least half of its steps came from the one
    stage, which keeps others or is gone. There are at least two parts.
    """
    stages = {one.base.key: one.head for one in pair.stages if one.base}
    new = {one.head.key for one in pair.stages if one.head and not one.base}
    return _splits(
        [one.base for one in pair.stages if one.base],
        stages,
        new,
        [(one.base, one.head) for one in pair.steps if one.base and one.head],
    )


def merges(pair: MapPair) -> tuple[Split, ...]:
    """Give the stages of head that were probably merged: a split, with the sides exchanged."""
    stages = {one.head.key: one.base for one in pair.stages if one.head}
    gone = {one.base.key for one in pair.stages if one.base and not one.head}
    return _splits(
        [one.head for one in pair.stages if one.head],
        stages,
        gone,
        [(one.head, one.base) for one in pair.steps if one.base and one.head],
    )


def _splits(
    wholes: list[Side[Stage]],
    same: dict[Key, Side[Stage] | None],
    new: set[Key],
    steps: list[tuple[Side[Step], Side[Step]]],
) -> tuple[Split, ...]:
    went: dict[Key, dict[Key, int]] = defaultdict(lambda: defaultdict(int))
    stage_of: dict[Key, Side[Stage]] = {}
    for before, after in steps:
        one, other = before.parent, after.parent
        if one is None or other is None:
            continue
        went[one.key][other.key] += 1
        stage_of[other.key] = other  # type: ignore[assignment]  # what a step stands in is a stage
    found = []
    for whole in wholes:
        there = same.get(whole.key)
        parts = [
            stage_of[key]
            for key, count in went[whole.key].items()
            if (there and key == there.key)
            or (key in new and count * 2 >= len(stage_of[key].thing.steps))
        ]
        if len(parts) > 1:
            parts.sort(key=lambda side: side.number)
            found.append(Split(whole=whole, parts=tuple(parts)))
    return tuple(found)


def explained(pair: MapPair) -> frozenset[Key]:
    """Give the stages, by their names, whose coming or going is told by a split or a merge."""
    ways = (*splits(pair), *merges(pair))
    return frozenset(side.key for way in ways for side in (way.whole, *way.parts))
