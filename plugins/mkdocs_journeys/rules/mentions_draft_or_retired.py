"""A mention of a journey that is not there for readers yet, or no longer."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog, Use
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

ANSWERS = ("future_of", "replaces")
"""A future map goes on answering the map that it has replaced."""


class MentionsDraftOrRetired(Rule):
    """Finds mentions of journeys, and of their stages and steps, that are drafts or retired.

    Drafts, maps in review and retired maps may mention each other, and a future map may answer
    a current one that is retired by now.

    ## Why it matters to the customer
    Readers take a draft for the way it is, or plan with a journey that she no longer goes.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: pay, title: I pay, journey: pay-by-phone}
    ```
    ```yaml
    # maps/journeys/pay-by-phone.yml
    title: I pay by phone
    status: draft
    stages: []
    ```

    ## Write instead
    ```yaml
    # maps/journeys/pay-by-phone.yml
    title: I pay by phone
    status: published
    stages: []
    ```
    Or leave the mention out until then.
    """

    name = "mentions-draft-or-retired"
    group = "links"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every mention that leads into another journey."""
        for use in catalog.uses:
            target = catalog.journey_of(use.target) if _leads_to_journey(use) else None
            if target is None or target.key == use.home or use.field in ANSWERS:
                continue
            home = catalog.entry(Journey, use.home.id) if use.home.kind == "journey" else None
            if home is None or home.status == "published":
                yield from self._finding(catalog, use, target)

    def _finding(self, catalog: Catalog, use: Use, target: Journey) -> Iterable[Problem]:
        whose = f"“{catalog.title(use.home)}” mentions “{catalog.title(use.target)}”"
        if use.target != target.key:
            whose += f" of “{target.title}”"
        if target.status == "draft":
            yield self.problem(
                use.place,
                f"{whose}, which is still a draft.",
                "Publish the draft, or leave the mention out until then.",
            )
        elif target.status == "retired":
            since = f" since {target.retired.text}" if target.retired else ""
            yield self.problem(
                use.place,
                f"{whose}, which is retired{since}.",
                "Mention what took its place, or leave the mention out.",
            )


def _leads_to_journey(use: Use) -> bool:
    return use.target.kind == "journey" or "/" in use.target.id
