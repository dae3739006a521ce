"""A way back of which nobody said that it is meant."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.course import Course, Lead, courses, ways_back
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class LoopUnmarked(Rule):
    """Finds ways in `next:` that lead back on the map without `loop: true`.

    A way leads back when it goes to the step that it stands at, or to one before it. Retired maps
    are left alone.

    ## Why it matters to the customer
    Doing it all again is among the worst that can happen to her. `loop: true` says that the team
    knows of it; without it, nobody can tell her second visit from a slip in the map.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: delivery
        title: It is delivered
        steps:
          - {id: wait, title: I wait at home}
          - id: parcel
            title: The parcel comes
            next: [{to: wait, when: I was out}, {end: I have it}]
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: delivery
        title: It is delivered
        steps:
          - {id: wait, title: I wait at home}
          - id: parcel
            title: The parcel comes
            next: [{to: wait, when: I was out, loop: true}, {end: I have it}]
    ```
    """

    name = "loop-unmarked"
    group = "structure"
    level = "info"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every way that somebody wrote."""
        for course in courses(catalog):
            for lead in ways_back(course):
                if not lead.is_loop:
                    yield self._finding(course, lead)

    def _finding(self, course: Course, lead: Lead) -> Problem:
        at = course.places[lead.at].title
        if lead.to is None or lead.to == lead.at:
            what = f"“{at}” leads back to itself"
        else:
            what = f"“{at}” leads back to “{course.places[lead.to].title}”"
        return self.problem(
            lead.ref.place,
            f"{what}, and does not say that this is meant.",
            f"Write `{{to: {lead.ref.text}, loop: true}}` if it is, else lead on to a later step.",
        )
