"""A journey that has become very large."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.extent import beyond
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

MOST = 200
WAYS_FOR_A_STEP = 5


class JourneyLarge(Rule):
    """Finds journeys of more than 200 steps, or of more than 1,000 ways between them.

    A stage without steps counts as one step. Drafts and retired maps are looked at too.

    ## Why it matters to the customer
    Nobody reads her way through two hundred steps. What hurts her most stands somewhere in them.

    ## Example
    ```yaml
    # maps/handbook.yml
    rules: {journey-large: {most: 3}}
    ```
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: choose, title: I choose, steps: [I look, I compare, I ask, I decide]}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: choose, title: I choose, steps: [I look, I compare, I decide]}
    ```

    ## Options
    `most: 300` in handbook.yml sets another number of steps, and five times as many ways:
    `rules: {journey-large: {most: 300}}`.
    """

    name = "journey-large"
    group = "structure"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every map."""
        setting = self.setting(catalog).most
        most = max(1, int(setting.value)) if setting else MOST
        for journey in catalog.loaded.entries:
            if isinstance(journey, Journey):
                mend = f"Give a part of it a map of its own with `part_of: {journey.id}`."
                for place, what in beyond(journey, most, most * WAYS_FOR_A_STEP):
                    yield self.problem(place, what, mend)
