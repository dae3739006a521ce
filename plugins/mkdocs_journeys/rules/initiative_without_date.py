"""An initiative that has no end."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.mending import ACTIVE
from mkdocs_journeys.model.improvement import Initiative
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class InitiativeWithoutDate(Rule):
    """Finds initiatives that do not say by when they shall be done, or since when they are.

    Those that somebody has planned or begun need `due`, those that are done need `done`: without
    it no figure can be read before and after. An idea needs no date yet.

    ## Why it matters to the customer
    Soon is not a date. She can only be told when it gets better if somebody has said so.

    ## Example
    ```yaml
    # maps/initiatives/live-tracker.yml
    title: Live order tracker
    status: in-progress
    start: 2026-11-16
    ```

    ## Write instead
    ```yaml
    # maps/initiatives/live-tracker.yml
    title: Live order tracker
    status: in-progress
    start: 2026-11-16
    due: 2027-06-04
    ```
    """

    name = "initiative-without-date"
    group = "improvement"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every initiative."""
        for initiative in catalog.all(Initiative):
            place = initiative.spot.of("id", "title", "name")
            if initiative.status in ACTIVE and initiative.due is None:
                yield self.problem(
                    place,
                    f"“{initiative.called}” is `{initiative.status}` and says no date by which it "
                    "shall be done.",
                    "Write the day, or the month, for example `due: 2027-06`.",
                )
            elif initiative.status == "done" and initiative.done is None:
                yield self.problem(
                    place,
                    f"“{initiative.called}” is `done` and does not say since when.",
                    "Write the day, or the month, for example `done: 2026-09`.",
                )
