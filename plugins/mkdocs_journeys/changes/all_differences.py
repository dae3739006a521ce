"""What differs in the fields of everything that is on both sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from mkdocs_journeys.changes.differences import Difference, Differences, Spots
from mkdocs_journeys.changes.feelings import FeltPair
from mkdocs_journeys.changes.map_pair import MapPair
from mkdocs_journeys.changes.sides import Both, Pair
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.model.quote import Quote
from mkdocs_journeys.model.step import Experience

LOOKED_AT_ELSEWHERE = {"pain-point": ("severity", "frequency")}
"""Fields of a kind that stand in things without a name too, where nobody else looks at them."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Quoted:
    """The quotes of one thing that are not the same on both sides; ``edited`` in other words."""

    pair: Pair[Any]
    edited: tuple[tuple[Quote, Quote], ...]
    removed: tuple[Quote, ...]
    added: tuple[Quote, ...]


def all_quoted(
    differences: Differences,
    entries: Iterable[Both[Entry]],
    parts: Iterable[Pair[Experience]],
) -> Iterator[Quoted]:
    """Match the quotes of journeys, stages, steps, personas and evidence."""
    pairs = [one for one in entries if isinstance(one, Pair)]
    for pair in (*pairs, *parts):
        before, after = _quotes(pair.base.thing), _quotes(pair.head.thing)
        if before == after:
            continue
        edited, removed, added = differences.pairs(before, after)
        yield Quoted(pair=pair, edited=tuple(edited), removed=tuple(removed), added=tuple(added))


def _quotes(thing: Thing) -> tuple[Quote, ...]:
    if isinstance(thing, Persona):
        return (thing.quote,) if thing.quote else ()
    found: tuple[Quote, ...] = getattr(thing, "quotes", ())
    return found


def all_differences(
    differences: Differences,
    entries: Iterable[Both[Entry]],
    maps: Iterable[MapPair],
    parts: Iterable[Pair[Experience]],
    felt: Iterable[FeltPair],
    quoted: Iterable[Quoted],
) -> Iterator[Difference]:
    """Look at the fields of all things with a name, and of what they say of customers."""
    named: list[Both[Thing]] = [*entries]
    for pair in maps:
        named += (*pair.stages, *pair.steps, *pair.pain_points, *pair.objectives, *pair.hypotheses)
    for both in named:
        if isinstance(both, Pair) and both.base.thing != both.head.thing:
            spots = Spots(pair=both, base=both.base.thing, head=both.head.thing)
            leave_out = LOOKED_AT_ELSEWHERE.get(both.base.key.kind, ())
            yield from differences.of(spots, leave_out=leave_out)
    yield from _of_moments(differences, parts)
    yield from _of_feelings(differences, felt)
    for one in quoted:
        for before, after in one.edited:
            label = "quote"
            spots = Spots(pair=one.pair, base=before, head=after, fields=("quotes",), label=label)
            yield from differences.of(spots)


def _of_moments(
    differences: Differences, parts: Iterable[Pair[Experience]]
) -> Iterator[Difference]:
    for part in parts:
        before, after = part.base.thing.moment_of_truth, part.head.thing.moment_of_truth
        if before and after:
            spots = Spots(
                pair=part,
                base=before,
                head=after,
                fields=("moment_of_truth",),
                label="moment of truth",
            )
            yield from differences.of(spots, leave_out=("handling",))


def _of_feelings(differences: Differences, felt: Iterable[FeltPair]) -> Iterator[Difference]:
    for one in felt:
        if one.base and one.head:
            spots = Spots(
                pair=one.part, base=one.base, head=one.head, fields=one.fields, label="emotion"
            )
            # A score that moved tells of its evidence itself.
            with_score = ("evidence",) if one.is_scored_anew else ()
            yield from differences.of(spots, leave_out=("score", "who", *with_score))
