"""A value that its metric cannot have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.measured import figure, measured
from mkdocs_journeys.model.metric import Metric
from mkdocs_journeys.problems import Place, Problem
from mkdocs_journeys.rules.rule import Rule


class MetricOutOfScale(Rule):
    """Finds values that lie outside the scale of their metric.

    Looks at `baseline`, `target` and every reading of a metric that says the `least` and the
    `most` there is, and at the values and targets that journeys give for it. Also found: a scale
    whose least value is not below its most.

    ## Why it matters to the customer
    A satisfaction of 42 on a scale of 1 to 5 is a slip, and the chart that it stretches hides
    how she really felt in all the other months.

    ## Example
    ```yaml
    # maps/metrics/install-csat.yml
    title: Install CSAT
    scale: {least: 1, most: 5}
    readings:
      - {date: 2026-10, value: 42}
    ```

    ## Write instead
    ```yaml
    # maps/metrics/install-csat.yml
    title: Install CSAT
    scale: {least: 1, most: 5}
    readings:
      - {date: 2026-10, value: 4.2}
    ```
    """

    name = "metric-out-of-scale"
    group = "measures"
    level = "error"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at the metrics, then at what journeys say of them."""
        scaled = [one for one in catalog.all(Metric) if one.scale and _ends(one) != (None, None)]
        for metric in scaled:
            if metric.scale and _is_empty(metric):
                yield self.problem(
                    metric.scale.spot.of("most"),
                    f"The scale of “{metric.called}” ends at {_text(_ends(metric)[1])}, and begins "
                    f"at {_text(_ends(metric)[0])}.",
                    "Write the lower end as `least` and the higher end as `most`.",
                )
                continue
            yield from self._in_metric(metric)
        if scaled:
            by_id = {one.id: one for one in scaled if not _is_empty(one)}
            for use in measured(catalog):
                value = figure(use.text)
                if value is not None and use.metric.id in by_id and not value.names_a_scale:
                    yield from self._compare(use.metric, use.noun, value.value, use.text, use.place)

    def _in_metric(self, metric: Metric) -> Iterator[Problem]:
        if metric.baseline:
            number, place = metric.baseline, metric.spot.of("baseline")
            yield from self._compare(metric, "baseline", number.value, number.text, place)
        if metric.target:
            number, place = metric.target.value, metric.target.spot.of("value")
            yield from self._compare(metric, "target", number.value, number.text, place)
        for reading in metric.readings:
            number, place = reading.value, reading.spot.of("value")
            yield from self._compare(metric, "reading", number.value, number.text, place)

    def _compare(
        self, metric: Metric, noun: str, value: float, text: str, place: Place
    ) -> Iterator[Problem]:
        least, most = _ends(metric)
        if (least is not None and value < least) or (most is not None and value > most):
            yield self.problem(
                place,
                f"The {noun} {text} of “{metric.called}” is {_outside(least, most)}.",
                "Correct the value, or the `scale` of the metric where it is the one that is "
                "wrong.",
            )


def _ends(metric: Metric) -> tuple[float | None, float | None]:
    scale = metric.scale
    if scale is None:
        return None, None
    return (scale.least.value if scale.least else None, scale.most.value if scale.most else None)


def _is_empty(metric: Metric) -> bool:
    least, most = _ends(metric)
    return least is not None and most is not None and least >= most


def _outside(least: float | None, most: float | None) -> str:
    if least is None:
        return f"above {_text(most)}, the highest value of its scale"
    if most is None:
        return f"below {_text(least)}, the lowest value of its scale"
    return f"outside its scale of {_text(least)} to {_text(most)}"


def _text(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
