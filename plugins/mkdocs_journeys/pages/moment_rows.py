"""Moments of truth in rows: the question, how it is handled, and whether anybody mends it."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import travellers
from mkdocs_journeys.catalog.fixes import opportunities_at
from mkdocs_journeys.catalog.gathered import Found
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.mending import active_initiatives
from mkdocs_journeys.model.step import MomentOfTruth
from mkdocs_journeys.pages.link import Link, links_to
from mkdocs_journeys.pages.map_facts import MetricFact
from mkdocs_journeys.pages.measures import measures_of


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentRow:
    """One moment of truth, where it stands, and whether anybody mends it.

    ``metric`` is the first figure with a value, of its step or else of its stage.
    ``fixes`` are the initiatives that somebody has planned or begun, ``opportunities`` what could
    be done. ``score`` is from -2 to 2, or None where no single feeling is asked for.
    """

    question: str
    handling: str
    why: str
    where: Link
    stage: Link
    journey: Link
    personas: tuple[Link, ...]
    metric: MetricFact | None
    opportunities: tuple[Link, ...]
    fixes: tuple[Link, ...]
    score: float | None = None


def moment_row(
    catalog: Catalog, found: Found[MomentOfTruth], score: float | None = None
) -> MomentRow:
    """Give one moment of truth as a row; a moment without a question is called by its step."""
    journey, stage, part = found.journey, found.stage, found.part
    opportunities = opportunities_at(catalog, journey, found.key, part)
    measures = measures_of(catalog, (*part.metrics, *stage.metrics))
    return MomentRow(
        question=found.thing.question or part.title,
        handling=found.thing.handling or "unrated",
        why=found.thing.why or "",
        where=Link(text=part.title, to=found.key),
        stage=Link(text=stage.title, to=inner_key("stage", journey, stage.id)),
        journey=Link(text=journey.title, to=journey.key),
        personas=links_to(catalog, travellers(catalog, journey)),
        metric=next((one for one in measures if one.value), None),
        opportunities=links_to(catalog, opportunities),
        fixes=links_to(catalog, active_initiatives(catalog, opportunities)),
        score=score,
    )
