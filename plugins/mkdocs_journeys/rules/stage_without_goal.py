"""A stage of which nobody knows what the customer wants there."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import is_in_force
from mkdocs_journeys.catalog.mapped import parts_that_lack
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.step import Stage
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule
from mkdocs_journeys.rules.stage_empty import says_nothing


class StageWithoutGoal(Rule):
    """Finds stages without a `customer_goal`.

    A goal of the business does not stand in for it. The goal of a journey is that of its only
    stage. A map in which no stage has a goal is told once. Left alone are stages that say nothing
    at all (they are found as stage-empty), stages on the company's side, maps of a single moment
    (`level: moment`), drafts and retired maps.

    ## Why it matters to the customer
    A stage ends when she has what she came for. Without her goal, the stages are those of our
    process, and nobody can say where she was let down.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: choose, title: I choose, customer_goal: The right size at once, emotion: 1}
      - {id: delivery, title: Delivery, business_goal: One parcel, emotion: -1}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: choose, title: I choose, customer_goal: The right size at once, emotion: 1}
      - {id: delivery, title: Delivery, customer_goal: To know when it comes, emotion: -1}
    ```
    """

    name = "stage-without-goal"
    group = "structure"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every stage of the maps that are published or in review."""
        for journey, lacking in parts_that_lack(catalog, "no goal"):
            if is_in_force(journey) and not _needs_none(journey):
                none_has = len(lacking) == len(journey.stages)
                asked = [stage for stage, _ in lacking if _is_asked(stage)]
                yield from self._findings(journey, asked, none_has)

    def _findings(self, journey: Journey, asked: list[Stage], none_has: bool) -> Iterable[Problem]:
        if none_has and len(asked) > 1:
            yield self._finding(asked[0], f", nor does any other of “{journey.title}”")
        else:
            yield from (self._finding(stage) for stage in asked)

    def _finding(self, stage: Stage, others: str = "") -> Problem:
        but = ", only what the company wants" if stage.business_goal and not others else ""
        return self.problem(
            stage.spot.of("id", "title"),
            f"Stage “{stage.title}” does not say what the customer wants there{others}{but}.",
            "Write it from her side, for example "
            "`customer_goal: Know when it comes and be there when it does`.",
        )


def _needs_none(journey: Journey) -> bool:
    """Tell whether the goal of the journey is enough, or its title."""
    stages = journey.stages
    is_unwritten = len(stages) == 1 and stages[0].spot.place == journey.spot.place
    has_one_for_all = len(stages) == 1 and bool(journey.customer_goal)
    return journey.level == "moment" or is_unwritten or has_one_for_all


def _is_asked(stage: Stage) -> bool:
    return stage.side == "customer" and not says_nothing(stage)
