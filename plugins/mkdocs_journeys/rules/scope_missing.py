"""A map of which nobody knows where it begins and ends."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.gap import current_of
from mkdocs_journeys.catalog.in_force import maps_in_force
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class ScopeMissing(Rule):
    """Finds journeys that do not say in `scope:` where they begin and where they end.

    A future map has the scope of the current one that it answers. Left alone are maps of a single
    moment (`level: moment`), drafts and retired maps.

    ## Why it matters to the customer
    Her journey rarely begins where our part of it does. When nobody has said where the map
    starts and stops, what lies just outside of it is nobody's work.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: choose, title: I choose, emotion: 1}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    scope: {start: Sees a leaflet, end: First full bill paid}
    stages:
      - {id: choose, title: I choose, emotion: 1}
    ```
    """

    name = "scope-missing"
    group = "structure"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every map that is published or in review."""
        for journey in maps_in_force(catalog):
            if journey.level == "moment" or not (missing := _missing(journey)):
                continue
            current = current_of(catalog, journey)
            if current is None or _missing(current):
                yield self._finding(journey, missing)

    def _finding(self, journey: Journey, missing: tuple[str, ...]) -> Problem:
        return self.problem(
            journey.spot.of("id", "title"),
            f"“{journey.title}” does not say where it {' and where it '.join(missing)}.",
            "Write it into its scope, for example "
            "`scope: {start: Sees a leaflet, end: First full bill paid}`.",
        )


def _missing(journey: Journey) -> tuple[str, ...]:
    """Give what a journey does not say of where it *begins* and *ends*; empty if it says both."""
    scope = journey.scope
    if scope is None:
        return ("begins", "ends")
    said = (("begins", scope.start), ("ends", scope.end))
    return tuple(verb for verb, text in said if not text)
