"""A moment of truth of which nobody says how it goes."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import is_current
from mkdocs_journeys.catalog.mapped import parts_that_say
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class MomentUnrated(Rule):
    """Finds moments of truth that do not say how well we handle them.

    Looks at current maps that are published or in review: how a moment of a future map will be
    handled, nobody knows yet.

    ## Why it matters to the customer
    Here she decides whether to trust us. As long as nobody says whether we win or fail, a
    failing moment stands in no list and is mended by nobody.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: wait
        title: I wait
        moment_of_truth: {question: Am I still booked in?}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: wait
        title: I wait
        moment_of_truth: {question: Am I still booked in?, handling: failing}
    ```
    """

    name = "moment-unrated"
    group = "experience"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at the moments of every stage and step."""
        for journey, parts in parts_that_say(catalog, "moment_of_truth"):
            for _, part in parts if is_current(journey) else ():
                moment = part.moment_of_truth
                if moment is not None and moment.handling is None:
                    asked = f" “{moment.question}”" if moment.question else ""
                    yield self.problem(
                        moment.spot.of("question"),
                        f"The moment of truth{asked} at “{part.title}” is not rated.",
                        "Write how well we answer it: `handling: winning`, `at-risk` or `failing`.",
                    )
