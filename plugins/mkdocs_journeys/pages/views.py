"""Views of a journey inside somebody's own page."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.diagrams.flow import flow_of
from mkdocs_journeys.diagrams.graph import Graph
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.pages.map_facts import MapFacts
from mkdocs_journeys.pages.map_of import map_of


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One view of a journey: ``name`` is one of `mkdocs_journeys.load.docs.VIEWS`."""

    name: str
    journey: Journey
    map: MapFacts
    flow: Graph


def view_of(catalog: Catalog, journey: Journey, name: str) -> View:
    """Give what a view of a journey tells; all views tell of the same steps."""
    return View(
        name=name, journey=journey, map=map_of(catalog, journey), flow=flow_of(catalog, journey)
    )
