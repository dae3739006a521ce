"""A journey that is nobody's."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import maps_in_force
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class JourneyWithoutPersona(Rule):
    """Finds journeys that do not say in `personas:` whose they are.

    A name that is not in the registry will do here. Segments will not, nor will actors of single
    steps: the emotion curve is drawn for personas. Drafts and retired maps are left alone.

    ## Why it matters to the customer
    A journey of everybody is the journey of nobody: the same step delights one customer and
    loses another, and their mean is what neither of them feels.

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
    personas: [bea]
    stages:
      - {id: choose, title: I choose, emotion: 1}
    ```
    """

    name = "journey-without-persona"
    group = "structure"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every map that is published or in review."""
        for journey in maps_in_force(catalog):
            if not journey.personas:
                yield self.problem(
                    journey.spot.of("id", "title"),
                    f"“{journey.title}” does not say whose journey it is.",
                    f"Name one persona or two, for example `personas: [{_example(journey)}]`.",
                )


def _example(journey: Journey) -> str:
    """Give somebody who acts in one of the steps, as typed, else a name that stands for any."""
    who = (ref.text for step in journey.all_steps for ref in step.actors)
    return next(who, "busy-bea")
