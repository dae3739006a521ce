"""A persona whom nobody has checked."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import maps_in_force
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class PersonaUnvalidated(Rule):
    """Finds personas who travel a map and have never been checked against real people.

    Evidence that she was made from is no check: it cannot tell whether the portrait is like. Any
    entry of `validation` will do. A persona of drafts and retired maps only is left alone.

    ## Why it matters to the customer
    A persona is a guess about people until some of them recognise themselves. Until then the
    map shows somebody who may not exist.

    ## Example
    ```yaml
    # maps/personas/bea.yml
    name: Busy Bea
    ```
    ```yaml
    # maps/journeys/order.yml
    title: I order
    personas: [bea]
    stages: []
    ```

    ## Write instead
    ```yaml
    # maps/personas/bea.yml
    name: Busy Bea
    validation:
      - {date: 2026-09-20, method: Playback with customers, result: Recognised by 5 of 6, n: 6}
    ```
    """

    name = "persona-unvalidated"
    group = "evidence"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every persona of a map that is published or in review."""
        unchecked = [one for one in catalog.all(Persona) if not one.validation]
        homes = {journey.key for journey in maps_in_force(catalog)} if unchecked else set()
        for persona in unchecked:
            if any(use.home in homes for use in catalog.used_by(persona.key)):
                yield self.problem(
                    persona.spot.of("id", "title", "name"),
                    f"Nobody has checked {persona.called} against real people.",
                    "Show the persona to some of them and write down what came out, for example "
                    "`validation: [{date: 2026-09, method: Playback, result: Recognised by 5 of 6, "
                    "n: 6}]`.",
                )
