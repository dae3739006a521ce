"""The emotion curve of a current map and of the future map that answers it, on one way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import fmean

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import felt_parts
from mkdocs_journeys.catalog.encounters import scores_at
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.step import Stage

MOST_LIFTS = 2
"""So many lifts are named in the picture: more arrows than that are a thicket."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StagePair:
    """A stage of the current map beside the one that it becomes; None on the side without one."""

    before: Stage | None
    after: Stage | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkOnWay:
    """One part: how far along the way it stands (from 0 to 1), its score, and what it is.

    ``score`` is the mean of those who travel the map, from -2 to 2, or None where nobody scored
    it: the curve does not know how it feels there. ``part`` is its id.
    """

    way: float
    score: float | None
    words: str
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveOnWay:
    """The marks of one map in the order in which they are lived through."""

    title: str
    marks: tuple[MarkOnWay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """How much better one part of the current map becomes, and what brings the lift.

    ``before`` and ``after`` are ids of parts, ``start`` is today's score, ``by`` what is gained.
    """

    before: str
    after: str
    start: float
    by: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoCurves:
    """Both curves on one way; every stage has the same share of it.

    ``stages`` are the number and the title of each share, as the future map has them, or the
    current one where the future has none.
    """

    title: str
    stages: tuple[tuple[str, str], ...]
    before: CurveOnWay
    after: CurveOnWay
    lifts: tuple[Lift, ...] = ()


def stage_pairs(current: Journey, future: Journey) -> tuple[StagePair, ...]:
    """Put the stages of two maps beside each other, in the order of both.

    Stages of the same id are one pair. Where two maps have as many stages and share no id, they
    are paired by their place. A pair that would cross another one is none: each map keeps its
    own order.
    """
    ids = {stage.id: place for place, stage in enumerate(current.stages)}
    by_place = len(current.stages) == len(future.stages) and not any(
        stage.id in ids for stage in future.stages
    )
    pairs: list[StagePair] = []
    next_ = 0
    for place, after in enumerate(future.stages):
        found = place if by_place else ids.get(after.id)
        if found is None or found < next_:
            pairs.append(StagePair(before=None, after=after))
            continue
        gone = current.stages[next_:found]
        pairs.extend(StagePair(before=before, after=None) for before in gone)
        pairs.append(StagePair(before=current.stages[found], after=after))
        next_ = found + 1
    pairs.extend(StagePair(before=before, after=None) for before in current.stages[next_:])
    return tuple(pairs)


def two_curves_of(
    catalog: Catalog,
    current: Journey,
    future: Journey,
    pairs: tuple[StagePair, ...],
    lifts: Iterable[Lift] = (),
    *,
    past: Catalog | None = None,
) -> TwoCurves:
    """Give both curves over these pairs of stages, and the largest lifts, largest first.

    Of equal lifts the one from the lower score comes first: it hurts most today. ``past`` is the
    handbook that ``current`` is from where it is another one.
    """
    named = [pair.after or pair.before for pair in pairs]
    better = sorted((one for one in lifts if one.by > 0), key=lambda one: (-one.by, one.start))
    return TwoCurves(
        title=future.title,
        stages=tuple((str(number), stage.title) for number, stage in enumerate(named, 1) if stage),
        before=CurveOnWay(
            title=current.title,
            marks=tuple(_marks(past or catalog, current, [pair.before for pair in pairs])),
        ),
        after=CurveOnWay(
            title=future.title,
            marks=tuple(_marks(catalog, future, [pair.after for pair in pairs])),
        ),
        lifts=tuple(better[:MOST_LIFTS]),
    )


def _marks(catalog: Catalog, journey: Journey, shares: list[Stage | None]) -> Iterator[MarkOnWay]:
    for number, stage in enumerate(shares):
        parts = felt_parts(stage) if stage else ()
        for place, part in enumerate(parts):
            scores = scores_at(catalog, journey, part)
            within = (place + 0.5) / len(parts)
            yield MarkOnWay(
                way=(number + within) / len(shares),
                score=fmean(scores) if scores else None,
                words=part.title,
                part=part.id,
            )
