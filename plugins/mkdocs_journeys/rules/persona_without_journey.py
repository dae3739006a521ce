"""A persona whom no journey is about."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.orphans import is_in_unreadable
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class PersonaWithoutJourney(Rule):
    """Finds personas whom no journey mentions, be it in `personas:` or in one of its steps.

    ## Why it matters to the customer
    A persona without a journey is a portrait on a wall: nobody can see what the people she
    stands for go through with us.

    ## Example
    ```yaml
    # maps/personas/bea.yml
    name: Busy Bea
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    personas: [bea]
    stages: []
    ```
    """

    name = "persona-without-journey"
    group = "links"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every persona; silent where a file that cannot be read may mention her."""
        for persona in catalog.all(Persona):
            homes = {use.home.kind for use in catalog.used_by(persona.key)}
            if "journey" not in homes and not is_in_unreadable(catalog, persona.key):
                yield self.problem(
                    persona.spot.of("id", "name"),
                    f"No journey is about {persona.called}.",
                    f"Write `personas: [{persona.id}]` in the journey that is theirs.",
                )
