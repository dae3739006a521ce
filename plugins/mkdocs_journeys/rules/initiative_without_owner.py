"""An initiative that nobody answers for."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.mending import ACTIVE
from mkdocs_journeys.model.improvement import Initiative
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class InitiativeWithoutOwner(Rule):
    """Finds initiatives that somebody has planned or begun, without a team that answers for them.

    An idea needs no owner yet; what is done or dropped needs none any more.

    ## Why it matters to the customer
    What everybody wants and nobody owns is not done, and she waits for it all the same.

    ## Example
    ```yaml
    # maps/initiatives/live-tracker.yml
    title: Live order tracker
    status: planned
    ```

    ## Write instead
    ```yaml
    # maps/initiatives/live-tracker.yml
    title: Live order tracker
    status: planned
    owner: Field service
    ```
    """

    name = "initiative-without-owner"
    group = "improvement"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every initiative."""
        for initiative in catalog.all(Initiative):
            if initiative.status in ACTIVE and initiative.owner is None:
                yield self.problem(
                    initiative.spot.of("id", "title", "name"),
                    f"“{initiative.called}” is `{initiative.status}`, and nobody owns it.",
                    "Name the team that answers for it, for example `owner: field-service`.",
                )
