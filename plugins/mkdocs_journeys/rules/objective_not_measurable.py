"""An objective of which nobody could say that it was reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import maps_in_force
from mkdocs_journeys.model.journey import Objective
from mkdocs_journeys.model.metric import Metric
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

EXAMPLES = {"metric": "metric: calls", "target": "target: 8", "due": "due: 2027-06-30"}
NOUNS = {"metric": "metric", "target": "target", "due": "date"}


class ObjectiveNotMeasurable(Rule):
    """Finds objectives without a metric, a target or a date.

    Target and date may stand in the metric that the objective names. Figures in the words of its
    title do not count: no reading can be compared with them. The objectives of drafts and of
    retired maps are left alone.

    ## Why it matters to the customer
    A better experience is promised in every meeting. What is measured, and has a day, is a
    promise that somebody has to keep.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    objectives: [A better experience of ordering]
    stages: []
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    objectives:
      - {title: Fewer calls about the order, metric: calls, target: 8, due: 2027-06-30}
    stages: []
    ```
    """

    name = "objective-not-measurable"
    group = "structure"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at the objectives of every map that is published or in review."""
        for journey in maps_in_force(catalog):
            for objective in journey.objectives:
                missing = tuple(_missing(catalog, objective))
                if missing:
                    yield self._finding(objective, missing)

    def _finding(self, objective: Objective, missing: tuple[str, ...]) -> Problem:
        *first, last = (f"no {NOUNS[field]}" for field in missing)
        lacks = f"{', '.join(first)} and {last}" if first else last
        example = ", ".join(EXAMPLES[field] for field in missing)
        if objective.spot.has("title") and objective.spot.of("title") == objective.spot.place:
            example = f"{{title: {objective.title}, {example}}}"
        return self.problem(
            objective.spot.of("id", "title"),
            f"The objective “{objective.title}” has {lacks}.",
            f"Say it in figures, for example `{example}`.",
        )


def _missing(catalog: Catalog, objective: Objective) -> Iterator[str]:
    """Give the fields that an objective lacks; what an unreadable metric says is not missed."""
    key = catalog.meant(objective.metric)
    metric = catalog.entry(Metric, key.id) if key else None
    if key and metric is None:
        return
    target = metric.target if metric else None
    if objective.metric is None:
        yield "metric"
    if objective.target is None and target is None:
        yield "target"
    if objective.due is None and (target is None or target.due is None):
        yield "due"
