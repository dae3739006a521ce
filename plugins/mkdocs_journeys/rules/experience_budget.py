"""A journey that is not as its team expects it to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.budgets import breaches
from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.expectations import Expectation, NotUnderstood, Owns, understand
from mkdocs_journeys.catalog.in_force import maps_in_force
from mkdocs_journeys.model.handbook import Handbook
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.problems import Place, Problem
from mkdocs_journeys.rules.rule import Rule

EXAMPLE = "Write it for example as `step is at least -1` or `at most 4 hand-offs`."
SHOWN = 3
"""So many things that break a line are named; the rest is counted."""


class ExperienceBudget(Rule):
    """Finds journeys that do not keep to a line of `expect:`, and lines that say nothing we know.

    The lines of a journey are about itself, those of `handbook.yml` about every map that is
    published or in review. The language is described in
    [Expectations](../expectations.md). A finding names what broke the line and the value seen.
    What nobody scored breaks nothing. Retired maps are not looked at. What `handbook.yml` expects
    of evidence is not asked of future maps: nobody has been there yet.

    ## Why it matters to the customer
    It is a test for her journey: one more hand-off or one more bad step in a row is noticed in
    the review of the edit, and not by her.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    expect: [step is at least -1]
    stages:
      - {id: wait, title: I wait, steps: [{id: chase, title: I chase them, emotion: -2}]}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    expect: [step is at least -1 or has an active initiative]
    stages:
      - id: wait
        title: I wait
        steps: [{id: chase, title: I chase them, emotion: -2, opportunities: [order-tracker]}]
    ```
    ```yaml
    # maps/opportunities/order-tracker.yml
    title: An order tracker
    ```
    ```yaml
    # maps/initiatives/tracker.yml
    title: Build the tracker
    status: in-progress
    opportunities: [order-tracker]
    ```
    """

    name = "experience-budget"
    group = "governance"
    level = "error"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at the lines of the handbook and of every journey."""
        for_all = tuple(self._read(catalog.settings))
        yield from (line for line in for_all if isinstance(line, Problem))
        if for_all:
            for journey in maps_in_force(catalog):
                for line in for_all:
                    if not isinstance(line, Problem) and not _asks_too_early(journey, line[1]):
                        yield from self._held(catalog, journey, *line)
        for journey in catalog.all(Journey):
            if journey.expect and journey.status != "retired":
                for line in self._read(journey):
                    if isinstance(line, Problem):
                        yield line
                    else:
                        yield from self._held(catalog, journey, *line)

    def _read(self, holder: Journey | Handbook) -> Iterator[Problem | tuple[Place, Expectation]]:
        """Give each line with its place, or what is wrong with it."""
        for number, line in enumerate(holder.expect):
            place = holder.spot.of(f"expect.{number}", "expect")
            meant = understand(line)
            if isinstance(meant, NotUnderstood):
                mend = f"Did you mean `{meant.instead}`?" if meant.instead else EXAMPLE
                yield self.problem(place, f"{meant.what}.", mend)
            else:
                yield place, meant

    def _held(
        self, catalog: Catalog, journey: Journey, place: Place, expected: Expectation
    ) -> Iterator[Problem]:
        found = breaches(catalog, journey, expected)
        if found:
            shown = "; ".join(breach.clause for breach in found[:SHOWN])
            more = f"; and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
            title = journey.spot.of("id", "title")
            where = "" if place.file == title.file else f" ({title})"
            yield self.problem(
                place,
                f"“{journey.title}”{where} does not keep to `{expected.text}`: {shown}{more}.",
                "Mend what breaks it, or agree on another line.",
                also=tuple(breach.place for breach in found),
            )


def _asks_too_early(journey: Journey, expected: Expectation) -> bool:
    """Tell whether a line asks for evidence of what is not there yet."""
    claims = (claim for claims in expected.alternatives for claim in claims)
    return journey.state == "future" and any(
        isinstance(claim, Owns) and claim.what == "evidence" for claim in claims
    )
