"""A step that nobody comes to."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.course import Unreached, courses, unreached
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class UnreachableStep(Rule):
    """Finds steps, and stages without steps, that no way leads to from the first step.

    A `to` or `all` in `next:` takes the place of the way to the following step, and `next: []`
    ends the journey. Of steps that follow each other only the first is told.

    These may be reached in other ways and are left alone: what happens `alongside` a step that is
    reached, what another map leads into, what is on the company's side, and in the
    first stage what is `only_for` some or has other `actors`, because the journey may begin there
    too. A way into another map, or to a step that does not exist, may come back to the following
    step. Retired maps are left alone, drafts are not.

    ## Why it matters to the customer
    What nobody comes to was mapped in vain, or the way to it was forgotten: then the flow, the
    hand-offs and the story leave out how she gets there.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: pay
        title: I pay
        steps:
          - id: card
            title: I pay by card
            next: [{to: receipt, when: it works}]
          - {id: invoice, title: I ask for an invoice}
          - {id: receipt, title: I get a receipt}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: pay
        title: I pay
        steps:
          - id: card
            title: I pay by card
            next: [{to: receipt, when: it works}, {to: invoice, when: the card is refused}]
          - {id: invoice, title: I ask for an invoice}
          - {id: receipt, title: I get a receipt}
    ```
    """

    name = "unreachable-step"
    group = "structure"
    level = "error"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every journey in which somebody wrote where it goes on."""
        for course in courses(catalog):
            for one in unreached(catalog, course):
                yield self._finding(one)

    def _finding(self, one: Unreached) -> Problem:
        id_ = one.part.id if one.part.spot.has("id") else "its-id"
        return self.problem(
            one.part.spot.of("id", "title"),
            f"Nobody comes to “{one.part.title}”: {_reason(one)}.",
            f"Name it in the `next:` of a step that leads there, for example `{{to: {id_}}}`, "
            f"or take it out.",
        )


def _reason(one: Unreached) -> str:
    if one.instead and one.part not in one.instead:
        instead = ", ".join(f"“{part.title}”" for part in one.instead)
        return f"“{one.before.title}” before it leads to {instead}, and no other step leads here"
    if one.before.next == ():
        return f"the journey ends with “{one.before.title}” before it"
    return "only steps that nobody comes to lead here"
