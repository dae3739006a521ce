"""A map of which nobody knows what it is for."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import maps_in_force
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class JourneyWithoutObjective(Rule):
    """Finds journeys that do not say in `objectives:` what they are to bring about.

    A map that is `part_of` another one, or that answers one as its future, shares its objectives.
    Left alone are maps of a single moment (`level: moment`), drafts and retired maps.

    ## Why it matters to the customer
    A map without a goal is admired and forgotten: nobody can tell whether anything has changed
    for her because of it.

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
    objectives:
      - {title: Fewer calls about the order, metric: calls, target: 8, due: 2027-06-30}
    stages:
      - {id: choose, title: I choose, emotion: 1}
    ```
    """

    name = "journey-without-objective"
    group = "structure"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every map that is published or in review."""
        for journey in maps_in_force(catalog):
            if journey.objectives or journey.level == "moment" or _shares(catalog, journey):
                continue
            yield self.problem(
                journey.spot.of("id", "title"),
                f"“{journey.title}” does not say what it is to bring about.",
                "Say what shall be reached, what shows it and by when, for example "
                "`objectives: [{title: Fewer calls, metric: calls, target: 8, due: 2027-06-30}]`.",
            )


def _shares(catalog: Catalog, journey: Journey) -> bool:
    """Tell whether a wider or a current map says it; yes for one that cannot be read."""
    for ref in (*journey.part_of, *((journey.future_of,) if journey.future_of else ())):
        key = catalog.meant(ref)
        other = catalog.entry(Journey, key.id) if key else None
        if other is None or other.objectives:
            return True
    return False
