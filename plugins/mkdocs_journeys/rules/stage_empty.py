"""A stage of which nothing is said but its name."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import is_in_force
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.mapped import parts_that_lack
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.step import Stage
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

NAMES = frozenset(
    {"spot", "id", "title", "code", "formerly", "lifecycle", "chapter", "tags", "next", "steps"}
)
"""Fields of a stage that say what it is called and where it stands, and not what happens there."""


class StageEmpty(Rule):
    """Finds stages that have no steps and say nothing else either.

    Id, title, code, lifecycle, chapter, tags and ways on do not count: anything else does, and so
    does what an insight, an opportunity or a reading of a metric says of the stage. A map that is
    only a list of stages is told once. Drafts and retired maps are left alone.

    ## Why it matters to the customer
    An empty stage looks like one in which nothing happens to her. Mostly it is the one that
    nobody has asked her about.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: choose, title: I choose, emotion: 1}
      - {id: delivery, title: Delivery, lifecycle: join}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: choose, title: I choose, emotion: 1}
      - id: delivery
        title: Delivery
        lifecycle: join
        steps:
          - {id: wait, title: I wait at home}
    ```
    """

    name = "stage-empty"
    group = "structure"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every stage of the maps that are published or in review."""
        for journey, parts in parts_that_lack(catalog, "no steps"):
            if not is_in_force(journey):
                continue
            empty = [stage for stage, _ in parts if _is_empty(catalog, journey, stage)]
            if 1 < len(empty) == len(journey.stages):
                yield self._finding(empty[0], f", nor does any other of “{journey.title}”")
            else:
                yield from (self._finding(stage) for stage in empty)

    def _finding(self, stage: Stage, others: str = "") -> Problem:
        return self.problem(
            stage.spot.of("id", "title"),
            f"Stage “{stage.title}” says nothing yet{others}.",
            "Add at least one step to each stage, or say there what happens."
            if others
            else "Add at least one step, or remove the stage.",
        )


def says_nothing(stage: Stage) -> bool:
    """Tell whether a stage has no steps and no words of its own on what happens there."""
    if stage.steps:
        return False
    written = stage.model_fields_set - NAMES
    return not any(getattr(stage, field) for field in written)


def _is_empty(catalog: Catalog, journey: Journey, stage: Stage) -> bool:
    if not says_nothing(stage):
        return False
    uses = catalog.used_by(inner_key("stage", journey, stage.id))
    return all(use.home == journey.key for use in uses)
