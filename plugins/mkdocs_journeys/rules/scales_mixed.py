"""Values on two scales for one metric."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.measured import Figure, Measured, figure, measured
from mkdocs_journeys.model.metric import Metric
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

_OF = re.compile(r"(?:\s|^)(?:/|of|out of)\s*(\d{1,4})\s*$", re.IGNORECASE)


class ScalesMixed(Rule):
    """Finds values on another scale than that of their metric, and units that contradict it.

    What a journey says of a metric may name its scale: `84%`, `4.2/5`, `4.2 of 5`. It has to be
    that of the metric, as its `unit` or the `most` of its `scale` says. A `unit` of `%` or *of 5*
    and a `scale` that ends elsewhere contradict each other.

    ## Why it matters to the customer
    84% satisfied and 4.2 of 5 are not the same answer. Put side by side, they show her getting
    happier or unhappier only because somebody changed the question.

    ## Example
    ```yaml
    # maps/metrics/install-csat.yml
    title: Install CSAT
    unit: of 5
    scale: {least: 1, most: 5}
    ```
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: visit, title: The visit, metrics: [{metric: install-csat, value: 84%}]}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: visit, title: The visit, metrics: [{metric: install-csat, value: 4.2 of 5}]}
    ```
    Or keep the share of satisfied customers as a metric of its own.
    """

    name = "scales-mixed"
    group = "measures"
    level = "error"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at the metrics, then at what journeys say of them."""
        metrics = catalog.all(Metric)
        for metric in metrics:
            yield from self._in_metric(metric)
        for use in measured(catalog) if metrics else ():
            value, own = figure(use.text), _scale_of(use.metric)
            if value and value.names_a_scale and own and _differs(value, use.metric):
                # `+10%` and `-20%` are changes, which may be said of any metric.
                if use.text.lstrip()[0] in "+-−":
                    continue
                yield self._finding(use, own)

    def _in_metric(self, metric: Metric) -> Iterator[Problem]:
        said, most = _of_unit(metric), _most(metric)
        if said is None or most is None or said == most:
            return
        # A share may be kept from 0 to 1 and shown in per cent, or reach above the whole.
        if metric.unit and "%" in metric.unit and (most == 1 or most > said):
            return
        yield self.problem(
            metric.spot.of("unit"),
            f"“{metric.called}” is measured in `{metric.unit}`, on a scale that ends at {most:g}.",
            "Make `unit` and `scale` say the same.",
        )

    def _finding(self, use: Measured, own: str) -> Problem:
        return self.problem(
            use.place,
            f"The {use.noun} {use.text} is on another scale than “{use.metric.called}”, "
            f"which is measured {own}.",
            "Write the value on the scale of the metric, or keep the other one as a metric of "
            "its own.",
        )


def _differs(value: Figure, metric: Metric) -> bool:
    own = _most(metric) or _of_unit(metric)
    if value.is_percent:
        # Any unit but per cent: `%` of a metric that says none cannot be judged.
        return "%" not in (metric.unit or "%") or (own is not None and own not in (1, 100))
    return own is not None and value.most != own


def _scale_of(metric: Metric) -> str:
    """Say on which scale a metric is; nothing where it says none."""
    if metric.unit and (_of_unit(metric) or not _most(metric)):
        return f"in `{metric.unit}`"
    most = _most(metric)
    return f"up to {most:g}" if most is not None else ""


def _most(metric: Metric) -> float | None:
    return metric.scale.most.value if metric.scale and metric.scale.most else None


def _of_unit(metric: Metric) -> float | None:
    """Give the end of the scale that a unit names: 100 for ``%``, 5 for ``of 5``; else None."""
    unit = (metric.unit or "").strip()
    if unit == "%":
        return 100.0
    found = _OF.search(unit)
    return float(found[1]) if found else None
