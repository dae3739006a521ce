"""An initiative that should be done by now."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.effects import is_overdue
from mkdocs_journeys.model.improvement import Initiative
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class InitiativeOverdue(Rule):
    """Finds initiatives whose `due` has passed, and that are neither done nor dropped.

    A month has passed when its last day has.

    ## Why it matters to the customer
    What we promised her for September and do not speak of in November, she stops believing.

    ## Example
    ```yaml
    # maps/initiatives/live-tracker.yml
    title: Live order tracker
    status: in-progress
    due: 2025-09-30
    ```

    ## Write instead
    ```yaml
    # maps/initiatives/live-tracker.yml
    title: Live order tracker
    status: done
    due: 2025-09-30
    done: 2025-10-06
    ```
    Or give it another date and tell those who wait for it.
    """

    name = "initiative-overdue"
    group = "improvement"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every initiative."""
        for initiative in catalog.all(Initiative):
            if initiative.due and is_overdue(catalog, initiative):
                yield self.problem(
                    initiative.spot.of("due"),
                    f"“{initiative.called}” was due {initiative.due.text} and is still "
                    f"`{initiative.status}`.",
                    "Say what became of it, for example `status: done` with the day in `done`, or "
                    "give it another date.",
                )
