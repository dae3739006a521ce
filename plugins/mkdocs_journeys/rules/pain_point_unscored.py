"""A pain point of which nobody says how much and how often it hurts."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import is_current
from mkdocs_journeys.catalog.mapped import parts_that_say
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class PainPointUnscored(Rule):
    """Finds pain points of journeys without severity or without frequency.

    Their priority is severity times frequency: where one is missing there is none. Looks at
    current maps that are published or in review; what still hurts on a future map is a guess,
    and the pain points of a persona are ranked nowhere.

    ## Why it matters to the customer
    What is worst for her is mended first only if somebody says what that is. A pain point
    without a score stands last in every list, however much it hurts.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: wait
        title: I wait
        pain_points:
          - No date until it is paid
          - {title: Nobody answers, severity: high}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: wait
        title: I wait
        pain_points:
          - {title: No date until it is paid, severity: medium, frequency: always}
          - {title: Nobody answers, severity: high, frequency: sometimes}
    ```
    """

    name = "pain-point-unscored"
    group = "experience"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at the pain points of every stage and step."""
        for journey, parts in parts_that_say(catalog, "pain_points"):
            for _, part in parts if is_current(journey) else ():
                for pain in part.pain_points:
                    if pain.severity is None or pain.frequency is None:
                        yield self._finding(pain)

    def _finding(self, pain: PainPoint) -> Problem:
        lacking = []
        mend = []
        if pain.severity is None:
            lacking.append("severity")
            mend.append("`severity: low`, `medium`, `high` or `critical`")
        if pain.frequency is None:
            lacking.append("frequency")
            mend.append("`frequency: rare`, `sometimes`, `often` or `always`")
        return self.problem(
            pain.spot.of("id", "title", "name"),
            f"The pain point “{pain.title}” has no {' and no '.join(lacking)}.",
            f"Write {', and '.join(mend)}, so that it can be ranked.",
        )
