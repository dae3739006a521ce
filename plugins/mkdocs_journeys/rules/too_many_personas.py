"""A journey of more personas than one map can tell of."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.overview import live_journeys
from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

MOST = 2


class TooManyPersonas(Rule):
    """Finds journeys with more than two personas in `personas:`.

    Whoever is named twice counts once. Who only acts in a step, or has a variant of it, does not
    count. Retired maps are left alone.

    ## Why it matters to the customer
    A map follows one customer who takes one very specific path. With every persona more it fits
    each of them less, until it tells of nobody's experience.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    personas: [bea, tom, edith]
    stages:
      - {id: choose, title: I choose, emotion: 1}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    personas: [bea, tom]
    stages:
      - id: choose
        title: I choose
        emotion: 1
        variants: [{for: edith, title: I choose in the shop, emotion: 2}]
    ```

    ## Options
    `most: 3` in handbook.yml allows three; without it, two are fine:
    `rules: {too-many-personas: {most: 3}}`.
    """

    name = "too-many-personas"
    group = "structure"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every journey; the finding stands at the first persona too many."""
        wanted = self.setting(catalog).most
        most = max(1, wanted.value) if wanted else MOST
        for journey in live_journeys(catalog):
            if len(journey.personas) > most:
                each: dict[str, Ref] = {}
                for ref in journey.personas:
                    each.setdefault(catalog.identity(ref), ref)
                if len(each) > most:
                    yield self._finding(catalog, journey, tuple(each.values()), int(most))

    def _finding(
        self, catalog: Catalog, journey: Journey, personas: tuple[Ref, ...], most: int
    ) -> Problem:
        *first, last = (
            catalog.title(key) if (key := catalog.meant(ref)) else ref.text for ref in personas
        )
        return self.problem(
            personas[most].place,
            f"“{journey.title}” is the journey of {len(personas)} personas: "
            f"{', '.join(first)} and {last}.",
            "Keep those whom it is about, and tell of the others in `variants:` of steps or in "
            "maps of their own.",
        )
