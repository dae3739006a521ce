"""A map of the future that answers none of today."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import maps_in_force
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class FutureWithoutCurrent(Rule):
    """Finds future maps that do not say in `future_of:` which current map they answer.

    Drafts and retired maps are left alone. Where there is nothing like it today, allow it and say
    so: `# journeys: allow future-without-current – a service that is new to all of us`.

    ## Why it matters to the customer
    What shall be better for her can only be seen beside what it is like today. Without the
    current map there is no gap, and nobody asks what has to be done to close it.

    ## Example
    ```yaml
    # maps/journeys/order-at-once.yml
    title: I order at once
    state: future
    stages:
      - {id: choose, title: I choose, emotion: 1}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order-at-once.yml
    title: I order at once
    state: future
    future_of: order
    stages:
      - {id: choose, title: I choose, emotion: 1}
    ```
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: choose, title: I choose, emotion: -1}
    ```
    """

    name = "future-without-current"
    group = "structure"
    level = "info"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every future map that is published or in review."""
        for journey in maps_in_force(catalog):
            if journey.state == "future" and journey.future_of is None:
                yield self.problem(
                    journey.spot.of("id", "title"),
                    f"“{journey.title}” is a future map and answers no current one.",
                    "Write `future_of:` with the id of the map that tells how it is today.",
                )
