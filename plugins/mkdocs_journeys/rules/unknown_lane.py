"""A lane that no map has."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.handbook import LANES
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.nearest import did_you_mean
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class UnknownLane(Rule):
    """Finds lanes in `lanes:` and `icons:` of handbook.yml that no map can show.

    A lane is one of ours, or a row of the team's own by its title: declared in `rows:`, or written
    in some journey.

    ## Why it matters to the customer
    The order of the lanes is the order in which her story is read. A lane that is misspelt stands
    at the end, and nobody sees why.

    ## Example
    ```yaml
    # maps/handbook.yml
    title: Our customers
    lanes: [emotions, steps]
    ```

    ## Write instead
    ```yaml
    # maps/handbook.yml
    title: Our customers
    lanes: [emotion, steps]
    ```
    """

    name = "unknown-lane"
    group = "links"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at the lanes and the icons of lanes."""
        settings = catalog.settings
        known = (*LANES, *(row.title for row in settings.rows), *_written(catalog))
        places = [(name, f"lanes.{number}") for number, name in enumerate(settings.lanes)]
        places += [(name, f"icons.{name}") for name in settings.icons]
        for name, at in places:
            if name not in known:
                yield self.problem(
                    settings.spot.of(at, at.partition(".")[0]),
                    f"No map has a lane `{name}`.",
                    did_you_mean(name, known, f"Write one of {', '.join(LANES)}."),
                )


def _written(catalog: Catalog) -> Iterable[str]:
    """Give the titles of rows that stand in maps."""
    for journey in catalog.all(Journey):
        for stage in journey.stages:
            yield from stage.rows
            for step in stage.steps:
                yield from step.rows
    for persona in catalog.all(Persona):
        yield from persona.rows
