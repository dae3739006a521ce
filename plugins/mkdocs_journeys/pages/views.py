"""Other views of the same journey, on its page and inside somebody's own."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.diagrams.circle import Circle, circle_of
from mkdocs_journeys.diagrams.flow import flow_of
from mkdocs_journeys.diagrams.graph import Graph
from mkdocs_journeys.diagrams.swimlane import Swimlane, swimlane_of
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.pages.blueprint import BlueprintFacts, service_blueprint
from mkdocs_journeys.pages.map_facts import MapFacts
from mkdocs_journeys.pages.map_of import map_of
from mkdocs_journeys.pages.story import ToldStage, story_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherViews:
    """The steps of a journey in other orders than that of its map.

    ``swimlane``, ``circle`` and ``blueprint`` are None where nothing is known that could be drawn.
    ``stages`` are what matrix and story tell.
    """

    journey: Journey
    swimlane: Swimlane | None
    blueprint: BlueprintFacts | None
    circle: Circle | None
    stages: tuple[ToldStage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One view of a journey: ``name`` is one of `mkdocs_journeys.load.docs.VIEWS`."""

    name: str
    journey: Journey
    map: MapFacts
    flow: Graph
    others: OtherViews


def other_views(catalog: Catalog, journey: Journey) -> OtherViews:
    """Give the further views of a journey; all tell of the same steps."""
    return OtherViews(
        journey=journey,
        swimlane=swimlane_of(catalog, journey),
        blueprint=service_blueprint(catalog, journey),
        circle=circle_of(catalog, journey),
        stages=story_of(catalog, journey),
    )


def view_of(catalog: Catalog, journey: Journey, name: str) -> View:
    """Give what a view of a journey tells; all views tell of the same steps."""
    return View(
        name=name,
        journey=journey,
        map=map_of(catalog, journey),
        flow=flow_of(catalog, journey),
        others=other_views(catalog, journey),
    )
