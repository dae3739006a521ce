"""Impact against effort: where every open opportunity stands, before anybody has drawn it."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.priorities import Quadrant, impact, numbers_of, quadrant, ranked
from mkdocs_journeys.catalog.progress import Progress, opportunity_progress
from mkdocs_journeys.model.key import Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One opportunity: impact and effort from 1 to 5, and the number it has in the list."""

    key: Key
    number: str
    title: str
    impact: float
    effort: float
    quadrant: Quadrant
    progress: Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityMatrix:
    """The opportunities that are rated and not closed, best score first.

    ``closed`` counts those that are solved or dismissed and therefore not among them.
    """

    dots: tuple[Dot, ...]
    closed: int


def priority_matrix(catalog: Catalog) -> PriorityMatrix:
    """Give the matrix of a handbook; without dots where nothing open is rated."""
    rows = ranked(catalog)
    dots = []
    closed = 0
    for one, number in zip(rows, numbers_of(rows), strict=True):
        progress = opportunity_progress(catalog, one)
        worth = impact(catalog, one)
        if progress == "closed":
            closed += 1
        elif worth is not None and one.effort is not None:
            dots.append(
                Dot(
                    key=one.key,
                    number=number,
                    title=one.called,
                    impact=worth,
                    effort=one.effort,
                    quadrant=quadrant(worth, one.effort),
                    progress=progress,
                )
            )
    return PriorityMatrix(dots=tuple(dots), closed=closed)
