"""A better future that nobody works at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.gap import Answer, current_of, gap
from mkdocs_journeys.catalog.in_force import maps_in_force
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

HOW = {"changed": "is to be different", "added": "is to be new"}


class Wish(Rule):
    """Finds steps of a future map that differ from today's, and no initiative brings the change.

    An initiative brings it through an opportunity of the step, or of the step of today that it
    answers; a dropped one does not. Where nothing at all is under way for a map, that is one
    finding. Drafts and retired maps are left alone.

    ## Why it matters to the customer
    A future that nobody works at is a picture on a wall. Those who have seen it think that it is
    coming, and tell her so.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: wait, title: I wait, steps: [{id: chase, title: "I hear nothing, so I ring"}]}
    ```
    ```yaml
    # maps/journeys/order-future.yml
    title: I order, as it should be
    state: future
    future_of: order
    stages:
      - {id: wait, title: I wait, steps: [{id: chase, title: I watch my order move}]}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order-future.yml
    title: I order, as it should be
    state: future
    future_of: order
    stages:
      - id: wait
        title: I wait
        steps: [{id: chase, title: I watch my order move, opportunities: [order-tracker]}]
    ```
    ```yaml
    # maps/opportunities/order-tracker.yml
    title: Live order tracker
    ```
    ```yaml
    # maps/initiatives/live-tracker.yml
    title: Nine states instead of one
    opportunities: [order-tracker]
    ```
    """

    name = "wish"
    group = "improvement"
    level = "info"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every future map that answers a current one."""
        for future in maps_in_force(catalog):
            if future.state != "future" or (current := current_of(catalog, future)) is None:
                continue
            changes = [answer for answer in gap(catalog, future) if answer.change != "kept"]
            wishes = [answer for answer in changes if answer.is_wish]
            if len(wishes) > 1 and len(wishes) == len(changes):
                yield self.problem(
                    future.spot.of("id", "title", "name"),
                    f"No initiative brings any of the {len(wishes)} changes from "
                    f"“{current.called}” to “{future.called}”.",
                    "Begin with one of them: name the opportunity at its step, and an initiative "
                    "that pursues it.",
                )
            else:
                yield from self._findings(future, wishes)

    def _findings(self, future: Journey, wishes: list[Answer]) -> Iterator[Problem]:
        for wish in wishes:
            if wish.future:
                yield self.problem(
                    wish.future.spot.of("id", "title", "name"),
                    f"“{wish.future.title}” {HOW[wish.change]}, and no initiative brings that.",
                    "Name an opportunity here that an initiative pursues, for example "
                    "`opportunities: [order-tracker]`.",
                )
        gone = [wish.current[0].title for wish in wishes if wish.future is None]
        if gone:
            named = ", ".join(f"“{title}”" for title in gone)
            yield self.problem(
                future.spot.of("future_of"),
                f"No initiative takes away what “{future.called}” leaves out: {named}.",
                "Name an opportunity there that an initiative pursues, or keep it in the future "
                "map.",
            )
