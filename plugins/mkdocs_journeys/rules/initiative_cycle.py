"""Initiatives that wait for each other."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.dependencies import Circle, circles, depends_on
from mkdocs_journeys.model.improvement import Initiative
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

SHOWN = 8
"""So many initiatives of a circle are named; of a longer one, the first and the last."""


class InitiativeCycle(Rule):
    """Finds initiatives that depend on each other in a circle, so that none of them can begin.

    Shows the circle, once. Cutting it may show another one that shares an initiative with it.

    ## Why it matters to the customer
    Each team waits for the other one, and she waits for both.

    ## Example
    ```yaml
    # maps/initiatives.yml
    - {id: evening-slots, title: Evening slots, depends_on: [live-tracker]}
    - {id: live-tracker, title: Live order tracker, depends_on: [evening-slots]}
    ```

    ## Write instead
    ```yaml
    # maps/initiatives.yml
    - {id: evening-slots, title: Evening slots, depends_on: [live-tracker]}
    - {id: live-tracker, title: Live order tracker}
    ```
    """

    name = "initiative-cycle"
    group = "improvement"
    level = "error"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Give each circle at the first mention in it."""
        for circle in circles(catalog, catalog.settings):
            first = catalog.entry(Initiative, circle[0].id)
            following = circle[1 % len(circle)]
            for ref, other in depends_on(catalog, first) if first else ():
                if other.key == following:
                    yield self.problem(
                        ref.place,
                        f"“{catalog.title(circle[0])}” waits for itself: {_told(catalog, circle)}.",
                        "Decide which of them comes first, and take the others out of its "
                        "`depends_on`.",
                    )
                    break


def _told(catalog: Catalog, circle: Circle) -> str:
    names = [f"“{catalog.title(key)}”" for key in (*circle, circle[0])]
    if len(circle) > SHOWN:
        half = SHOWN // 2
        names[half:-half] = [f"… {len(circle) + 1 - SHOWN} more …"]
    return " → ".join(names)
