"""From two states of a handbook to what is told of a release, without the handbooks themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from statistics import fmean

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import mean_emotion
from mkdocs_journeys.catalog.gathered import moments
from mkdocs_journeys.catalog.overview import current_journeys, live_journeys
from mkdocs_journeys.catalog.reviews import review_of
from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.compare import changes_in, compared
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.differences import short
from mkdocs_journeys.changes.map_pair import MapPair
from mkdocs_journeys.changes.sides import Pair
from mkdocs_journeys.diagrams.two_curves import CurveOnWay, stage_pairs, two_curves_of
from mkdocs_journeys.history.release import Felt, FeltThen, Figures, Spot, Told, ToldChange
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import Experience

SCORED = ("emotion-raised", "emotion-dropped")

_LENGTH = 400
"""Of a longer text that was or is, only so much is told."""


def told_of(base: Catalog, head: Catalog, internal: frozenset[Key] = frozenset()) -> Told:
    """Give what differs between two states of a handbook, as of the day of the later one.

    Both hold only what may be shown; ``internal`` are entries that were left out of them.
    """
    comparison = compared(base, head)
    told = (_told(comparison, change) for change in changes_in(comparison))
    changes = with_words(tuple(told))
    return Told(
        changes=changes,
        figures=_figures(comparison),
        journeys=tuple(_journeys(comparison, changes)),
        felt=tuple(_felt(comparison)),
        lost_before=_lost(base),
        lost_after=_lost(head),
        internal=tuple(sorted(internal)),
    )


def _told(comparison: Comparison, change: Change) -> ToldChange:
    return ToldChange(
        name=change.name,
        level=change.level,
        key=change.key,
        home=change.home,
        fields=_fields(change),
        where=change.where,
        what=change.what,
        before=short(change.before, _LENGTH),
        after=short(change.after, _LENGTH),
        fingerprint=change.fingerprint,
        spots=tuple(_spots(comparison, change)),
        owners=tuple(_owners(comparison, change)),
        journeys=(
            (change.home,)
            if change.home.kind == "journey"
            else tuple(key for key in change.impact if key.kind == "journey")
        ),
    )


def with_words(changes: tuple[ToldChange, ...]) -> tuple[ToldChange, ...]:
    """Tell a feeling that has another score and other words once: *−1 annoyed → −2 cheated*."""
    words = {
        (one.key, one.fields[:-1]): one
        for one in changes
        if one.fields[:1] == ("emotion",) and one.fields[-1] == "words" and one.before and one.after
    }
    felt = {(one.key, one.fields) for one in changes if one.name in SCORED}
    return tuple(
        replace(one, before=f"{one.before} {said.before}", after=f"{one.after} {said.after}")
        if one.name in SCORED and (said := words.get((one.key, one.fields)))
        else one
        for one in changes
        if one.fields[-1:] != ("words",) or (one.key, one.fields[:-1]) not in felt
    )


def _fields(change: Change) -> tuple[str, ...]:
    """Give the fields that changed: what stands in the path behind the thing itself."""
    own = change.key.id.rpartition("/")[2]
    after_home = change.path[1:]
    if change.key != change.home:
        after_home = after_home[after_home.index(own) + 1 :] if own in after_home else ()
    return after_home


def _spots(comparison: Comparison, change: Change) -> Iterator[Spot]:
    places = [place for place in (change.head, change.base) if place]
    for place in places:
        yield place.file, place.span.line * (1 if place is change.head else -1)
    homes = (one.known.get(change.home) for one in (comparison.head, comparison.base))
    files = (*(place.file for place in places), *(home.place.file for home in homes if home))
    for file in dict.fromkeys(files):
        yield file, 0


def _owners(comparison: Comparison, change: Change) -> Iterator[tuple[Key, str]]:
    """Give those who answer for a thing or for the entry that it is in, each once."""
    names = comparison.names
    sides = (
        (comparison.head, (change.key, change.home)),
        (
            comparison.base,
            tuple(names.in_base(key) or key for key in (change.key, change.home)),
        ),
    )
    seen: set[Key] = set()
    for catalog, keys in sides:
        for key in keys:
            known = catalog.known.get(key)
            thing = known.thing if known else None
            owner = catalog.meant(thing.owner) if isinstance(thing, Entry | Experience) else None
            if owner and owner not in seen:
                seen.add(owner)
                yield owner, catalog.title(owner)


def _journeys(
    comparison: Comparison, changes: tuple[ToldChange, ...]
) -> Iterator[tuple[Key, str, str]]:
    for key in dict.fromkeys(key for change in changes for key in change.journeys):
        for catalog in (comparison.head, comparison.base):
            journey = catalog.entry(Journey, key.id)
            if journey:
                yield key, journey.title, journey.state
                break


def _figures(comparison: Comparison) -> Figures:
    base, head = comparison.base, comparison.head
    in_head = comparison.names.in_head
    before = {in_head(key) or key for key in _failing(base)}
    after = _failing(head)
    maps = live_journeys(head)
    reviews = [review for one in maps if (review := review_of(head, one))]
    overdue = sum(review.standing == "overdue" for review in reviews)
    return Figures(
        mean_before=_mean(base),
        mean_after=_mean(head),
        failing_before=len(before),
        failing_after=len(after),
        fixed=len(before - after),
        new=len(after - before),
        maps=len(maps),
        maps_in_date=len(reviews) - overdue,
        overdue=overdue,
    )


def _mean(catalog: Catalog) -> float | None:
    means = (mean_emotion(catalog, journey) for journey in current_journeys(catalog))
    found = [mean for mean in means if mean is not None]
    return fmean(found) if found else None


def _failing(catalog: Catalog) -> set[Key]:
    found = moments(current_journeys(catalog))
    return {one.key for one in found if one.thing.handling == "failing"}


def _felt(comparison: Comparison) -> Iterator[FeltThen]:
    for pair in comparison.maps:
        before, after = pair.journey.base.thing, pair.journey.head.thing
        curves = two_curves_of(
            comparison.head, before, after, stage_pairs(before, after), past=comparison.base
        )
        scores = [
            {mark.part: mark.score for mark in curve.marks}
            for curve in (curves.before, curves.after)
        ]
        moved = {
            (old, new)
            for old, new in _same_parts(pair).items()
            if old in scores[0] and new in scores[1] and scores[0][old] != scores[1][new]
        }
        told = FeltThen(
            journey=pair.journey.head.key,
            before=_points(curves.before, {old for old, _ in moved}),
            after=_points(curves.after, {new for _, new in moved}),
        )
        if moved and _is_curve(told.before) and _is_curve(told.after):
            yield told


def _same_parts(pair: MapPair) -> dict[str, str]:
    return {
        one.base.thing.id: one.head.thing.id
        for one in (*pair.stages, *pair.steps)
        if isinstance(one, Pair)
    }


def _points(curve: CurveOnWay, moved: set[str]) -> tuple[Felt, ...]:
    return tuple(
        Felt(way=mark.way, score=mark.score, is_moved=mark.part in moved) for mark in curve.marks
    )


def _is_curve(points: tuple[Felt, ...]) -> bool:
    return sum(point.score is not None for point in points) > 1


def _lost(catalog: Catalog) -> tuple[str, ...]:
    return tuple(sorted({lost.file for lost in catalog.loaded.unreadable}))
