"""A target that would be no improvement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import maps_in_force
from mkdocs_journeys.catalog.measured import figure
from mkdocs_journeys.catalog.readings import leading_series, runs_of
from mkdocs_journeys.model.metric import Metric
from mkdocs_journeys.problems import Place, Problem
from mkdocs_journeys.rules.rule import Rule


class TargetNotBetter(Rule):
    """Finds targets of metrics and objectives that are not better than where we started.

    Where we started is the `baseline`, else the first reading; where the series breaks, the
    first reading after the last break, because what was read before cannot be compared. Better
    is what `direction` says; without it nothing is found. A target that has been reached since
    is none of this. What shall only be held has no target: say so in `note`.

    ## Why it matters to the customer
    A target below today's value promises her that it will get worse, and will be reported as
    reached.

    ## Example
    ```yaml
    # maps/metrics/chase-calls.yml
    title: Chase calls
    direction: down
    baseline: 1.6
    target: 2.5
    ```

    ## Write instead
    ```yaml
    # maps/metrics/chase-calls.yml
    title: Chase calls
    direction: down
    baseline: 1.6
    target: 0.3
    ```
    """

    name = "target-not-better"
    group = "measures"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at the targets of metrics, then at those of the objectives that name one."""
        metrics = catalog.all(Metric)
        for metric in metrics:
            if metric.target:
                target = metric.target.value
                yield from self._compare(
                    catalog, metric, target.value, target.text, metric.target.spot.of("value")
                )
        for journey in maps_in_force(catalog) if metrics else ():
            for objective in journey.objectives:
                value = figure(objective.target)
                key = catalog.meant(objective.metric)
                aimed_at = catalog.entry(Metric, key.id) if key and value else None
                if aimed_at and value and value.most is None:
                    place = objective.spot.of("target")
                    text = objective.target or ""
                    yield from self._compare(catalog, aimed_at, value.value, text, place)

    def _compare(
        self, catalog: Catalog, metric: Metric, target: float, text: str, place: Place
    ) -> Iterator[Problem]:
        start = _start(catalog, metric)
        if start is None or metric.direction is None:
            return
        better = target > start if metric.direction == "up" else target < start
        if not better:
            more = "more" if metric.direction == "up" else "less"
            yield self.problem(
                place,
                f"The target {text} of “{metric.called}” is not better than {start:g}, where we "
                f"started; {more} is better.",
                "Set a target that is better, or correct `direction` or `baseline`.",
            )


def _start(catalog: Catalog, metric: Metric) -> float | None:
    """Give the value that a target has to beat, or None where nobody says."""
    if metric.baseline is not None and not metric.series_break:
        return metric.baseline.value
    series = leading_series(catalog, metric)
    if series is None:
        return None
    first = runs_of(metric, series)[-1][0]
    after_all = all(one.first <= first.date.first for one in metric.series_break)
    return first.value.value if after_all else None
