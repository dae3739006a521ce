"""An opportunity that eases nothing."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog, Use
from mkdocs_journeys.catalog.orphans import is_in_unreadable
from mkdocs_journeys.model.improvement import Opportunity
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

RUNNING = ("open", "in-progress")


class OpportunityWithoutPainPoint(Rule):
    """Finds opportunities that are tied to no pain point, from either end.

    An insight will do instead: what delights a customer need not hurt her first. Opportunities
    that are solved or dismissed are left alone.

    ## Why it matters to the customer
    An opportunity that eases nothing is an idea in search of a customer. It takes the time of
    those who could mend what hurts her.

    ## Example
    ```yaml
    # maps/opportunities/order-tracker.yml
    title: Live order tracker
    ```

    ## Write instead
    ```yaml
    # maps/opportunities/order-tracker.yml
    title: Live order tracker
    pain_points: [order/no-update]
    ```
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: wait
        title: I wait
        pain_points: [{id: no-update, title: Twelve days with no update}]
    ```
    """

    name = "opportunity-without-pain-point"
    group = "improvement"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every opportunity; silent where a file that cannot be read may mention it."""
        for opportunity in catalog.all(Opportunity):
            if opportunity.status not in RUNNING or opportunity.pain_points or opportunity.insights:
                continue
            uses = catalog.used_by(opportunity.key)
            if not any(map(_hurts, uses)) and not is_in_unreadable(catalog, opportunity.key):
                yield self.problem(
                    opportunity.spot.of("id", "title", "name"),
                    f"“{opportunity.called}” eases no pain point.",
                    "Name what it would ease, for example `pain_points: [order/no-update]`, or "
                    "the insight that it grows out of.",
                )


def _hurts(use: Use) -> bool:
    """Tell whether a pain point mentions it, be it one without an id.

    A step mentions what arises there in another field.
    """
    return use.field == "opportunities" and use.home.kind in ("journey", "persona")
