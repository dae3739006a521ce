"""What was read of a metric: which readings belong together, where they go, and how far it is."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.metric import Metric, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Readings of the same customers at the same place, oldest first; there is at least one."""

    readings: tuple[Reading, ...]

    @property
    def speaks_for_all(self) -> bool:
        """Tell whether it is of all customers everywhere, not of some or of one place."""
        first = self.readings[0]
        return not (first.segment or first.persona or first.at or first.variant)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The newest reading against the one before and against the target, in the metric's unit.

    ``before`` and ``change`` are None for a first reading and for the first one after a break in
    the series. ``is_better`` is None without a change or a direction. ``to_target`` is the newest
    value minus the target; ``has_arrived`` is None without target or direction.
    """

    newest: Reading
    before: Reading | None
    change: float | None
    is_better: bool | None
    to_target: float | None
    has_arrived: bool | None


def series_of(catalog: Catalog, metric: Metric) -> tuple[Series, ...]:
    """Give the readings of a metric in series that may be compared with each other.

    That of all customers first, then in the order in which they first appear; none where
    nothing was read. Readings of one segment, persona, place or variant stand by themselves.
    """
    groups: dict[Hashable, list[Reading]] = {}
    for reading in metric.readings:
        whose = tuple(
            catalog.identity(ref) for ref in (reading.segment, reading.persona, reading.at)
        )
        groups.setdefault((*whose, reading.variant), []).append(reading)
    found = [
        Series(readings=tuple(sorted(group, key=lambda one: (one.date.first, one.date.last))))
        for group in groups.values()
    ]
    return tuple(sorted(found, key=lambda series: not series.speaks_for_all))


def leading_series(catalog: Catalog, metric: Metric) -> Series | None:
    """Give the series that a page shows first: that of all customers, else the longest one."""
    series = series_of(catalog, metric)
    if not series or series[0].speaks_for_all:
        return series[0] if series else None
    return max(series, key=lambda one: len(one.readings))


def trend_of(catalog: Catalog, metric: Metric) -> Trend | None:
    """Give where a metric stands and where it goes, or None where nothing was read.

    Formula: the newest value of the leading series minus the one before it, and minus the target.
    Values on both sides of a break in the series are never compared.
    Source: the project's vocabulary (*Values on different scales or with different wording are
    never compared*).
    """
    series = leading_series(catalog, metric)
    if series is None:
        return None
    newest = series.readings[-1]
    before = series.readings[-2] if len(series.readings) > 1 else None
    if before and breaks_between(metric, before, newest):
        before = None
    value = newest.value.value
    change = value - before.value.value if before else None
    target = metric.target.value.value if metric.target else None
    return Trend(
        newest=newest,
        before=before,
        change=change,
        is_better=is_good(metric, change),
        to_target=None if target is None else value - target,
        has_arrived=is_reached(metric, value, target),
    )


def is_good(metric: Metric, change: float | None) -> bool | None:
    """Tell whether a change is for the better; None without a change or a direction."""
    if not change or metric.direction is None:
        return None
    return (change > 0) == (metric.direction == "up")


def is_reached(metric: Metric, value: float, target: float | None) -> bool | None:
    """Tell whether a value is as good as its target; None without target or direction."""
    if target is None or metric.direction is None:
        return None
    return value >= target if metric.direction == "up" else value <= target


def breaks_between(metric: Metric, before: Reading, after: Reading) -> bool:
    """Tell whether the series breaks after one reading and not later than the other begins."""
    return any(before.date.first < one.first <= after.date.first for one in metric.series_break)


def runs_of(metric: Metric, series: Series) -> tuple[tuple[Reading, ...], ...]:
    """Cut a series where it breaks: only readings within one run may be joined by a line."""
    runs = [[series.readings[0]]]
    for before, after in pairwise(series.readings):
        if breaks_between(metric, before, after):
            runs.append([])
        runs[-1].append(after)
    return tuple(tuple(run) for run in runs)
