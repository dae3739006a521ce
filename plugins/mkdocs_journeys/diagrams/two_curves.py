"""The emotion curve of a current map and of the future map that answers it, on one way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import felt_parts
from mkdocs_journeys.catalog.encounters import scores_at
from mkdocs_journeys.model.journey import Journey


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkOnWay:
    """One score: how far along the journey (from 0 to 1), from -2 to 2, and what it is of."""

    way: float
    score: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveOnWay:
    """The scores of one map in order; each stage takes the same share of the way."""

    title: str
    marks: tuple[MarkOnWay, ...]


def curve_on_way(catalog: Catalog, journey: Journey) -> CurveOnWay:
    """Give the curve of a map: at each part the mean of those who travel it.

    Maps with as many stages line up stage by stage; parts without a score have no mark.
    """
    return CurveOnWay(title=journey.title, marks=tuple(_marks(catalog, journey)))


def _marks(catalog: Catalog, journey: Journey) -> Iterator[MarkOnWay]:
    for number, stage in enumerate(journey.stages):
        parts = felt_parts(stage)
        for place, part in enumerate(parts):
            scores = scores_at(catalog, journey, part)
            if scores:
                within = (place + 0.5) / len(parts)
                yield MarkOnWay(
                    way=(number + within) / len(journey.stages),
                    score=fmean(scores),
                    words=part.title,
                )
