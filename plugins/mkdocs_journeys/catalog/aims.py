"""How the objectives of the maps stand: the metric now, against the target and the day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.readings import Trend, is_reached, trend_of
from mkdocs_journeys.model.journey import Objective
from mkdocs_journeys.model.metric import Metric
from mkdocs_journeys.model.numbers import read_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """An objective with the metric that shows it; None where it has none that can be read.

    ``standing`` is ``reached``, ``overdue`` (the day has passed without it), ``open``, or
    ``unmeasured`` where no reading could tell. ``gap`` is the newest value minus the target in
    the metric's unit, None where one of them is no number.
    """

    objective: Objective
    metric: Metric | None
    trend: Trend | None
    gap: float | None
    standing: Literal["reached", "overdue", "open", "unmeasured"]


def aim_of(catalog: Catalog, objective: Objective) -> Aim:
    """Say how an objective stands today.

    Its own target counts; without one, that of the metric. The newest reading of the metric's
    leading series is compared with it, in the metric's direction.
    """
    key = catalog.meant(objective.metric)
    metric = catalog.entry(Metric, key.id) if key else None
    trend = trend_of(catalog, metric) if metric else None
    target = _target(objective, metric)
    value = trend.newest.value.value if trend else None
    reached = (
        is_reached(metric, value, target) if metric is not None and value is not None else None
    )
    late = objective.due is not None and objective.due.last < catalog.today
    standing: Literal["reached", "overdue", "open", "unmeasured"] = "open"
    if reached:
        standing = "reached"
    elif late:
        standing = "overdue"
    elif reached is None:
        standing = "unmeasured"
    return Aim(
        objective=objective,
        metric=metric,
        trend=trend,
        gap=value - target if value is not None and target is not None else None,
        standing=standing,
    )


def _target(objective: Objective, metric: Metric | None) -> float | None:
    if objective.target:
        try:
            return read_number(objective.target.removesuffix("%").strip())
        except ValueError:
            # A target in words ("half of today's") is shown and not compared.
            return None
    return metric.target.value.value if metric and metric.target else None
