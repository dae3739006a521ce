"""A journey with too many or too few stages."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import maps_in_force
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

LEAST, MOST = 3, 9


class StageCount(Rule):
    """Finds journeys with fewer than three or more than nine stages.

    A map of one stage or of a single moment (`level: stage`, `level: moment`) and one that has
    only `steps:` need no more. Drafts and retired maps are left alone.

    ## Why it matters to the customer
    With two stages nobody sees where her goal changes on the way; with ten or more nobody keeps
    them in mind, and the talk is about the chart and no longer about her.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: before, title: Before, emotion: 1}
      - {id: after, title: After, emotion: -1}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: choose, title: I choose, emotion: 1}
      - {id: pay, title: I pay, emotion: 0}
      - {id: receive, title: It comes, emotion: -1}
    ```

    ## Options
    `least: 2` and `most: 12` in handbook.yml set other bounds; without them, 3 and 9 are fine:
    `rules: {stage-count: {most: 12}}`.
    """

    name = "stage-count"
    group = "structure"
    level = "info"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every map in force; too many are told at the first stage that is too much."""
        setting = self.setting(catalog)
        least = setting.least.value if setting.least else LEAST
        most = max(1, setting.most.value) if setting.most else MOST
        for journey in maps_in_force(catalog):
            count = len(journey.stages)
            if count > most:
                yield self._too_many(journey, int(most))
            elif count < least and _is_whole(journey):
                yield self._too_few(journey, least)

    def _too_many(self, journey: Journey, most: int) -> Problem:
        return self.problem(
            journey.stages[most].spot.of("id", "title"),
            f"“{journey.title}” has {len(journey.stages)} stages, more than {most}.",
            "Join stages in which the customer wants the same, or give a part of them a map of "
            f"its own with `part_of: {journey.id}`.",
        )

    def _too_few(self, journey: Journey, least: float) -> Problem:
        count = len(journey.stages)
        said = f"only {count} stage{'s' if count > 1 else ''}" if count else "no stages"
        return self.problem(
            journey.spot.of("id", "title"),
            f"“{journey.title}” has {said}, fewer than {least:g}.",
            "Begin a stage wherever the customer's goal changes, or write `level: stage` if it is "
            "a part of a wider map.",
        )


def _is_whole(journey: Journey) -> bool:
    """Tell whether a journey says that it goes through stages."""
    stages = journey.stages
    is_unwritten = len(stages) == 1 and stages[0].spot.place == journey.spot.place
    return journey.level not in ("stage", "moment") and not is_unwritten
