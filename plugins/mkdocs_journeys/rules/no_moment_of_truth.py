"""A map on which nothing is decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import maps_in_force
from mkdocs_journeys.catalog.mapped import OnMap, parts_that_say
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class NoMomentOfTruth(Rule):
    """Finds maps without a single moment of truth.

    One on a map that a step opens into will do, and so will one on the current map that a future
    map answers. A map of `level: moment` is such a moment itself. Drafts and retired maps are
    left alone, and so is a map without stages.

    ## Why it matters to the customer
    A few steps decide whether she stays; at the others she forgives a lot. A map that does not
    say which ones sends our effort everywhere and so nowhere.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: wait, title: I wait}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: wait
        title: I wait
        moment_of_truth: {question: Am I still booked in?, handling: at-risk}
    ```
    """

    name = "no-moment-of-truth"
    group = "experience"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every map that is published or in review."""
        decided = {one.journey.id for one in parts_that_say(catalog, "moment_of_truth")}
        opens = {one.journey.id: one for one in parts_that_say(catalog, "journey")}
        for journey in maps_in_force(catalog):
            if journey.id in decided or not journey.stages or journey.level == "moment":
                continue
            others = _spoken_for_by(catalog, journey, opens.get(journey.id))
            if decided.isdisjoint(others):
                yield self.problem(
                    journey.spot.of("id", "title", "name"),
                    f"“{journey.called}” has no moment of truth.",
                    "Write `moment_of_truth:` with the customer's question at the step that decides"
                    " her trust, for example `moment_of_truth: {question: Am I still booked in?}`.",
                )


def _spoken_for_by(catalog: Catalog, journey: Journey, opens: OnMap | None) -> Iterator[str]:
    """Give the ids of the maps that its steps open into, and of the one that it answers."""
    refs = [part.journey for _, part in opens.parts] if opens else []
    for ref in (*refs, journey.future_of):
        if key := catalog.meant(ref):
            yield key.id
