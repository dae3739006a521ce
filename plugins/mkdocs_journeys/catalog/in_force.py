"""Which maps say how it is or shall be: those that are published, or in review for it."""

from __future__ import annotations

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.once import worked_out_once
from mkdocs_journeys.load.loaded import Loaded
from mkdocs_journeys.model.journey import Journey


def maps_in_force(catalog: Catalog) -> tuple[Journey, ...]:
    """Give the maps that are neither drafts nor retired, in the order of their files."""
    return _in_force(catalog, catalog.loaded)


def is_in_force(journey: Journey) -> bool:
    """Tell whether a map is neither a draft nor retired."""
    return journey.status not in ("draft", "retired")


def is_current(journey: Journey) -> bool:
    """Tell whether a map in force tells how it is today."""
    return journey.state == "current" and is_in_force(journey)


def current_maps_in_force(catalog: Catalog) -> tuple[Journey, ...]:
    """Give those of the maps in force that tell how it is today, in the order of their files."""
    return _current(catalog, catalog.loaded)


@worked_out_once
def _in_force(catalog: Catalog, _: Loaded) -> tuple[Journey, ...]:
    return tuple(one for one in catalog.all(Journey) if is_in_force(one))


@worked_out_once
def _current(catalog: Catalog, _: Loaded) -> tuple[Journey, ...]:
    return tuple(one for one in catalog.all(Journey) if is_current(one))
