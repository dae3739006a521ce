"""A map or a persona that should have been looked at again."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import maps_in_force
from mkdocs_journeys.catalog.reviews import review_of
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.model.values import Period
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class ReviewOverdue(Rule):
    """Finds journeys and personas whose review is overdue, was never, or is still to come.

    Due is the day in `reviewed` plus `review_every`, of the thing itself or of `handbook.yml`.
    Where nobody says how often, nothing is due. *Never reviewed* is told of published maps, and
    of personas that were not checked against real people either (`validation`). Drafts and
    retired maps are left in peace.

    ## Why it matters to the customer
    Her experience changes with every release and every price letter. A map that nobody has
    looked at for a year tells how it was, and teams decide by it as if it were today.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    reviewed: 2026-02-10
    review_every: 3 months
    stages: []
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    reviewed: 2026-11-10
    review_every: 3 months
    stages: []
    ```

    ## Options
    `max_age`: how often where neither the thing nor `handbook.yml` says so; no default.
    """

    name = "review-overdue"
    group = "governance"
    level = "warning"
    needs_settings = True

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at the maps in force and at the personas."""
        usual = catalog.settings.review_every or self.setting(catalog).max_age
        entries: list[Journey | Persona] = [*maps_in_force(catalog), *catalog.all(Persona)]
        for entry in entries:
            if entry.reviewed and entry.reviewed.first > catalog.today:
                yield self._to_come(catalog, entry)
                continue
            every = entry.review_every or usual
            if every is None:
                continue
            if entry.reviewed is None:
                if _should_have_been(entry):
                    yield self._never(catalog, entry, every)
                continue
            review = review_of(catalog, entry)
            due = (review.due if review else None) or every.after(entry.reviewed.last)
            if due < catalog.today:
                yield self.problem(
                    entry.spot.of("reviewed"),
                    f"The review of “{entry.called}” was due on {due}; "
                    f"the last one was on {entry.reviewed.text}.",
                    f"Look at it together, and write the day: `reviewed: {catalog.today}`.",
                )

    def _to_come(self, catalog: Catalog, entry: Journey | Persona) -> Problem:
        return self.problem(
            entry.spot.of("reviewed"),
            f"“{entry.called}” says that it was reviewed on "
            f"{entry.reviewed.text if entry.reviewed else ''}, and that day is still to come.",
            f"Write the day of the last review, at most {catalog.today}; "
            "how often they are stands in `review_every:`.",
        )

    def _never(self, catalog: Catalog, entry: Journey | Persona, every: Period) -> Problem:
        return self.problem(
            entry.spot.of("id", "title", "name"),
            f"“{entry.called}” was never reviewed, and shall be every {_in_words(every)}.",
            f"Look at it together, and write the day: `reviewed: {catalog.today}`.",
        )


def _should_have_been(entry: Journey | Persona) -> bool:
    """Tell whether something should not stand here without a review."""
    if isinstance(entry, Journey):
        return entry.status == "published"
    return not entry.validation


def _in_words(every: Period) -> str:
    """Say a period as people do; `P6M` is typed for machines."""
    if not every.text.startswith("P"):
        return every.text
    parts = ((every.months, "months"), (every.days, "days"))
    return " and ".join(f"{number} {unit}" for number, unit in parts if number)
