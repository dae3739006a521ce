"""An initiative that does not say what it shall change."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.mending import ACTIVE
from mkdocs_journeys.model.improvement import Initiative
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class InitiativeWithoutMetric(Rule):
    """Finds initiatives that somebody has planned or begun, and that expect nothing of a metric.

    An idea need not say so yet, and what is done or dropped is left alone.

    ## Why it matters to the customer
    Without a figure an initiative is finished when the team is, whether or not anything became
    better for her.

    ## Example
    ```yaml
    # maps/initiatives/live-tracker.yml
    title: Live order tracker
    status: in-progress
    ```

    ## Write instead
    ```yaml
    # maps/initiatives/live-tracker.yml
    title: Live order tracker
    status: in-progress
    expects: [{metric: Chase calls, change: from 1.9 to 0.3, due: 2027-06-30}]
    ```
    """

    name = "initiative-without-metric"
    group = "improvement"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every initiative."""
        for initiative in catalog.all(Initiative):
            if initiative.status in ACTIVE and not initiative.expects:
                yield self.problem(
                    initiative.spot.of("id", "title", "name"),
                    f"“{initiative.called}” is `{initiative.status}` and expects nothing of any "
                    "metric.",
                    "Say what it shall change, for example `expects: [{metric: chase-calls, "
                    "change: from 1.9 to 0.3}]`.",
                )
