"""An initiative that does not wait for what must come first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.dependencies import circles, depends_on
from mkdocs_journeys.catalog.effects import CLOSED
from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.model.improvement import Initiative
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

BEGUN = ("testing", "in-progress")
NOT_BEGUN = ("idea", "planned")


class InitiativeBeforeItsDependency(Rule):
    """Finds initiatives that begin before what they depend on is due.

    The day it begins counts, else the day it is due, and of what must come first the day it is
    due, else the day it begins. Of two months nobody knows which day comes first, so only what is
    certain is found. Without such dates an initiative that has begun must
    not depend on one that has not. Finds also those that depend on a dropped one. What is done or
    dropped is left alone, and so is a circle, which is found by *initiative-cycle*.

    ## Why it matters to the customer
    Work that begins before its ground is laid is late or done twice, and the date that she was
    told does not hold.

    ## Example
    ```yaml
    # maps/initiatives.yml
    - {id: live-tracker, title: Live order tracker, status: in-progress, due: 2027-06-04}
    - {id: evening-slots, title: Evening slots, start: 2027-05-03, depends_on: [live-tracker]}
    ```

    ## Write instead
    ```yaml
    # maps/initiatives.yml
    - {id: live-tracker, title: Live order tracker, status: in-progress, due: 2027-06-04}
    - {id: evening-slots, title: Evening slots, start: 2027-06-07, depends_on: [live-tracker]}
    ```
    """

    name = "initiative-before-its-dependency"
    group = "improvement"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every dependency of an initiative that is still to be done."""
        found = circles(catalog, catalog.settings)
        circle_of = {key: circle for circle in found for key in circle}
        for initiative in catalog.all(Initiative):
            if initiative.status in CLOSED:
                continue
            for ref, first in depends_on(catalog, initiative):
                circle = circle_of.get(initiative.key, ())
                if first.status != "done" and circle_of.get(first.key) is not circle:
                    yield from self._finding(initiative, first, ref)

    def _finding(self, later: Initiative, first: Initiative, ref: Ref) -> Iterator[Problem]:
        name, before = f"“{later.called}”", f"“{first.called}”"
        begins = later.start or later.due
        ends = first.due or first.start
        if first.status == "dropped":
            yield self.problem(
                ref.place,
                f"{name} depends on {before}, which was dropped.",
                "Take it out of `depends_on`, or name what came in its place.",
            )
        elif begins and ends and begins.last < ends.first:
            field = "start" if later.start else "due"
            verb = "begins" if later.start else "is due"
            until = "is due" if first.due else "begins"
            yield self.problem(
                later.spot.of(field),
                f"{name} {verb} {begins.text}, and {before}, which must come first, {until} "
                f"{ends.text}.",
                f"Let it wait, for example `{field}: {ends.text}`, or take `{first.id}` out of its "
                "`depends_on`.",
            )
        elif later.status in BEGUN and first.status in NOT_BEGUN:
            yield self.problem(
                ref.place,
                f"{name} is `{later.status}`, and {before}, which must come first, is still "
                f"`{first.status}`.",
                f"Begin `{first.id}`, or take it out of `depends_on`.",
            )
