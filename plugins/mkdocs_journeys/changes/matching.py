"""Which thing in head is which thing in base."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from rapidfuzz import fuzz, process

from mkdocs_journeys.changes.sides import Side
from mkdocs_journeys.model.fields import Thing

T = TypeVar("T", bound=Thing)

LIKE_ENOUGH = 0.6
"""From this likeness on, two things without an id in common are taken for one, from 0 to 1."""

MOST_PAIRS = 250_000
"""Where more than this would have to be compared, what is called otherwise came and went."""

OF_TITLE, OF_INSIDE, OF_PARENT = 0.6, 0.3, 0.1
"""How much each counts in a likeness; what neither side has is left out of the mean."""

By = Literal["id", "formerly", "likeness"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched(Generic[T]):
    """What belongs together, and what is on one side only; in the order of head, then of base."""

    pairs: tuple[tuple[Side[T], Side[T], By], ...]
    removed: tuple[Side[T], ...]
    added: tuple[Side[T], ...]


def match(
    base: Sequence[Side[T]],
    head: Sequence[Side[T]],
    *,
    inside: Callable[[Side[T]], frozenset[str]] | None = None,
    has_same_parent: Callable[[Side[T], Side[T]], bool] | None = None,
) -> Matched[T]:
    """Match things of one kind: by id, then by an id they had before, then by likeness.

    Only ids that an author wrote count: a position tells nothing. `formerly` is read from both
    sides, and the pairs are the same with the sides exchanged. ``inside`` gives the names of what
    stands in a thing.
    """
    found: list[tuple[Side[T], Side[T], By]] = []
    left = list(base)
    free = list(head)

    def take(pairs: Iterable[tuple[Side[T], Side[T]]], by: By) -> None:
        for one, other in pairs:
            found.append((one, other, by))
        taken = {id(side) for one, other, _ in found for side in (one, other)}
        left[:] = [side for side in left if id(side) not in taken]
        free[:] = [side for side in free if id(side) not in taken]

    take(_by_id(left, free), "id")
    take(_by_former_id(left, free), "formerly")
    if has_same_parent is None:
        take(_the_same_but_for_their_ids(left, free, inside), "likeness")
    take(_by_likeness(left, free, inside, has_same_parent), "likeness")
    return Matched(
        pairs=tuple(sorted(found, key=lambda pair: pair[1].number)),
        removed=tuple(left),
        added=tuple(free),
    )


def likeness(
    one: Side[T],
    other: Side[T],
    inside: Callable[[Side[T]], frozenset[str]] | None = None,
    has_same_parent: Callable[[Side[T], Side[T]], bool] | None = None,
) -> float:
    """Say how alike two things are, from 0 to 1: the weighted mean of title, content and place.

    Titles by the share of letters in common (the normalised indel distance), contents by the
    share of names in common (Dice), parents by being the same.
    Source: the project's review policy (*similarity (title, steps, parent; ≥ 0.6)*); the weights
    are ours.
    """
    parts = [(OF_TITLE, fuzz.ratio(one.title.casefold(), other.title.casefold()) / 100)]
    if inside:
        mine, theirs = inside(one), inside(other)
        if mine or theirs:
            dice = 2 * len(mine & theirs) / (len(mine) + len(theirs))
            parts.append((OF_INSIDE, dice))
    if has_same_parent:
        parts.append((OF_PARENT, float(has_same_parent(one, other))))
    return sum(weight * value for weight, value in parts) / sum(weight for weight, _ in parts)


def _by_id(base: Iterable[Side[T]], head: Iterable[Side[T]]) -> list[tuple[Side[T], Side[T]]]:
    by_name = _first_of_each(head)
    pairs = _first_of_each(base).items()
    return [(side, by_name[name]) for name, side in pairs if name in by_name]


def _first_of_each(sides: Iterable[Side[T]]) -> dict[str, Side[T]]:
    """Give the named things by their ids; of two with one id, which is a finding, the first."""
    found: dict[str, Side[T]] = {}
    for side in sides:
        if side.is_named:
            found.setdefault(side.name, side)
    return found


def _by_former_id(
    base: Iterable[Side[T]], head: Iterable[Side[T]]
) -> list[tuple[Side[T], Side[T]]]:
    before, after = _first_of_each(base), _first_of_each(head)
    candidates = [
        (before[old], side) for side in after.values() for old in _formerly(side) if old in before
    ] + [(side, after[old]) for side in before.values() for old in _formerly(side) if old in after]
    return _one_to_one((0.0, *pair) for pair in candidates)


def _formerly(side: Side[T]) -> tuple[str, ...]:
    return getattr(side.thing, "formerly", ())


def _the_same_but_for_their_ids(
    base: Iterable[Side[T]],
    head: Iterable[Side[T]],
    inside: Callable[[Side[T]], frozenset[str]] | None,
) -> list[tuple[Side[T], Side[T]]]:
    """Match what nothing can be more alike to, without looking at everything else.

    A folder whose files were all renamed is matched in no time.
    """
    groups: dict[tuple[str, frozenset[str]], list[Side[T]]] = defaultdict(list)
    for side in base:
        groups[_says(side, inside)].append(side)
    return _one_to_one(
        (1.0, one, side) for side in head for one in groups.get(_says(side, inside), ())
    )


def _says(
    side: Side[T], inside: Callable[[Side[T]], frozenset[str]] | None
) -> tuple[str, frozenset[str]]:
    return side.title.casefold(), inside(side) if inside else frozenset()


def _by_likeness(
    base: Sequence[Side[T]],
    head: Sequence[Side[T]],
    inside: Callable[[Side[T]], frozenset[str]] | None,
    has_same_parent: Callable[[Side[T], Side[T]], bool] | None,
) -> list[tuple[Side[T], Side[T]]]:
    if not 0 < len(base) * len(head) <= MOST_PAIRS:
        return []
    # Below this, even the same content in the same place would not do.
    total = OF_TITLE + (OF_INSIDE if inside else 0) + (OF_PARENT if has_same_parent else 0)
    least = max(0.0, (LIKE_ENOUGH * total - (total - OF_TITLE)) / OF_TITLE)
    titles = [side.title.casefold() for side in head]
    alike: list[tuple[float, Side[T], Side[T]]] = []
    for side in base:
        near = process.extract(
            side.title.casefold(),
            titles,
            scorer=fuzz.ratio,
            score_cutoff=least * 100,
            limit=None,
        )
        for _, _, number in near:
            score = likeness(side, head[number], inside, has_same_parent)
            if score >= LIKE_ENOUGH:
                alike.append((score, side, head[number]))
    return _one_to_one(alike)


def _one_to_one(
    candidates: Iterable[tuple[float, Side[T], Side[T]]],
) -> list[tuple[Side[T], Side[T]]]:
    """Take the best pairs, each thing once; of equal ones the pair that has moved least.

    The order is the same with the sides exchanged.
    """
    found: list[tuple[Side[T], Side[T]]] = []
    taken: dict[bool, set[int]] = defaultdict(set)
    for _, one, other in sorted(candidates, key=_best_first):
        if one.number not in taken[False] and other.number not in taken[True]:
            taken[False].add(one.number)
            taken[True].add(other.number)
            found.append((one, other))
    return found


def _best_first(candidate: tuple[float, Side[T], Side[T]]) -> tuple[float, int, int]:
    score, one, other = candidate
    numbers = (one.number, other.number)
    return -score, abs(one.number - other.number), min(numbers)
