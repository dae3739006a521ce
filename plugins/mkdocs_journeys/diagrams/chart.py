"""Charts as meanings: what is plotted, before anybody has drawn it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.readings import leading_series, runs_of
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.improvement import Initiative
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.metric import Metric, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One reading: its day (the first of a month), its value, and both as they are typed.

    ``is_predicted``: nobody has observed it yet.
    """

    day: date
    value: float
    when: str
    text: str
    is_predicted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that may explain a change: what an initiative did, or what a reading notes.

    ``to`` is None for a note.
    """

    day: date
    title: str
    to: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChart:
    """Readings over time.

    ``runs`` are what a line may join, oldest first; between two of them the series breaks.
    ``good_side`` is where values are on target: ``above`` or ``below`` it, or empty.
    """

    title: str
    runs: tuple[tuple[Point, ...], ...]
    breaks: tuple[date, ...] = ()
    target: float | None = None
    target_text: str = ""
    good_side: str = ""
    events: tuple[Event, ...] = ()

    @property
    def points(self) -> tuple[Point, ...]:
        """All readings, oldest first."""
        return tuple(point for run in self.runs for point in run)


def chart_of(catalog: Catalog, metric: Metric) -> LineChart | None:
    """Chart the leading series of a metric, or None where it has fewer than two readings.

    Events are those of initiatives that expect to change it, and the notes of its readings but
    the last, within the days of the readings.
    """
    series = leading_series(catalog, metric)
    if series is None or len(series.readings) < 2:
        return None
    first, last = series.readings[0].date.first, series.readings[-1].date.first
    target = metric.target
    noted = (Event(day=one.date.first, title=one.note) for one in series.readings[:-1] if one.note)
    return LineChart(
        title=metric.called,
        runs=tuple(
            tuple(_point(catalog, metric, one) for one in run) for run in runs_of(metric, series)
        ),
        breaks=tuple(one.first for one in metric.series_break if first <= one.first <= last),
        target=target.value.value if target else None,
        target_text=target.value.text if target else "",
        good_side={"up": "above", "down": "below"}.get(metric.direction or "", ""),
        events=tuple(
            sorted(
                (
                    *(one for one in _events(catalog, metric) if first <= one.day <= last),
                    *noted,
                ),
                key=lambda one: one.day,
            )
        ),
    )


def _point(catalog: Catalog, metric: Metric, reading: Reading) -> Point:
    return Point(
        day=reading.date.first,
        value=reading.value.value,
        when=reading.date.text,
        text=reading.value.text,
        is_predicted=metric.predicted or reading.date.first > catalog.today,
    )


def _events(catalog: Catalog, metric: Metric) -> Iterator[Event]:
    for key in catalog.related(metric.key, "initiative"):
        initiative = catalog.entry(Initiative, key.id)
        if initiative is None or initiative.status == "dropped":
            continue
        name = initiative.called
        if initiative.start:
            title = _("%(initiative)s begins") % {"initiative": name}
            yield Event(day=initiative.start.first, title=title, to=key)
        if initiative.done:
            title = _("%(initiative)s is done") % {"initiative": name}
            yield Event(day=initiative.done.first, title=title, to=key)
