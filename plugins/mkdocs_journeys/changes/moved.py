"""What really moved when things stand in another order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

from mkdocs_journeys.changes.sides import Pair
from mkdocs_journeys.model.fields import Thing

T = TypeVar("T", bound=Thing)

MOST = 400
"""Longer sequences are told as a whole: the search takes the square of their length."""


def moved(pairs: Sequence[Pair[T]]) -> tuple[Pair[T], ...]:
    """Give the few things that moved, in the order of head; all others kept their order.

    What kept its order is the longest common subsequence of both sides. Of several that are
    equally long the same one is taken with the sides exchanged: each thing weighs a little more
    than all that come after it by name.
    """
    now = sorted(pairs, key=lambda pair: pair.head.number)
    before = [pair.base.number for pair in now]
    if all(one < other for one, other in pairwise(before)):
        return ()
    if len(now) > MOST:
        return tuple(now)
    weights = _weights(now)
    best: list[int] = []
    came_from: list[int | None] = []
    for here, number in enumerate(before):
        earlier = [there for there in range(here) if before[there] < number]
        last = max(earlier, key=lambda there: best[there], default=None)
        best.append(weights[here] + (0 if last is None else best[last]))
        came_from.append(last)
    kept: set[int] = set()
    at: int | None = max(range(len(now)), key=lambda here: best[here])
    while at is not None:
        kept.add(at)
        at = came_from[at]
    return tuple(pair for here, pair in enumerate(now) if here not in kept)


def _weights(pairs: Sequence[Pair[T]]) -> list[int]:
    """Give weights whose sums are never equal; one thing more always weighs most."""
    by_name = sorted(range(len(pairs)), key=lambda here: _name(pairs[here]), reverse=True)
    weights = [0] * len(pairs)
    for rank, here in enumerate(by_name):
        weights[here] = (1 << len(pairs) * 2) + (1 << rank)
    return weights


def _name(pair: Pair[T]) -> tuple[list[str], list[int]]:
    return (
        sorted((pair.base.name, pair.head.name)),
        sorted((pair.base.number, pair.head.number)),
    )
