"""From charts as meanings to numbers that a template can put into an SVG."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from jinja2 import Environment

from mkdocs_journeys.diagrams.chart import Event, LineChart, Point
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import spoken
from mkdocs_journeys.render.dates import month_name
from mkdocs_journeys.render.mini_curves import mini_curves
from mkdocs_journeys.render.two_curves import two_curves
from mkdocs_journeys.render.words import clean, width, wrap

WIDTH = 760
LEFT, RIGHT, TOP, BOTTOM = 48, 118, 22, 34
"""The room around the plot: values, last label and target, the highest value, dates."""

PLOT = 240
_TEXT = 12
_EVENT_ROWS, _EVENT_ROW, _LONGEST_EVENT = 2, 17, 190
"""Words of events stand in so many rows of this height above the plot, none longer than that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One reading in the picture, with the words that stand when it is pointed at."""

    x: float
    y: float
    is_predicted: bool
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A line through points of an SVG polyline."""

    points: str
    is_predicted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMark:
    """A line at ``x`` from its ``words`` down; they are centred on ``words_at`` (x and y)."""

    x: float
    words: str
    words_at: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartDrawing:
    """A line chart in a box of ``width`` by ``height``; all numbers are its coordinates.

    ``values`` and ``dates`` pair a coordinate with the words beside it. The words of ``events``
    are their titles; where these have no room beside each other, their numbers: then
    ``is_numbered``. ``band`` is top and height of where values are on target. ``last`` is the
    last dot with its label, ``target`` the line with its label, each label with a height of its
    own so that neither covers the other. ``extreme`` is the worst reading with its label, None
    where it is the first or the last, or where neither way is better. ``says`` is the chart in
    words. Where the language runs from right to left, time does: `at` gives the place in the
    picture of a coordinate counted from where time begins; polylines are there already.
    """

    left: float
    right: float
    top: float
    bottom: float
    values: tuple[tuple[float, str], ...]
    dates: tuple[tuple[float, str], ...]
    strokes: tuple[Stroke, ...]
    dots: tuple[Dot, ...]
    breaks: tuple[float, ...]
    events: tuple[EventMark, ...]
    is_numbered: bool
    target: tuple[float, float, str] | None
    band: tuple[float, float] | None
    last: tuple[float, float, float, str]
    extreme: tuple[float, float, str] | None
    says: str
    height: float
    width: int = WIDTH
    is_mirrored: bool = False

    def at(self, x: float) -> float:
        """Give where a coordinate lies in the direction of the language."""
        return round(self.width - x, 1) if self.is_mirrored else x


def add_charts(environment: Environment) -> None:
    """Give an environment the functions that ``templates/parts/charts`` calls."""
    environment.globals.update(
        line_chart=line_chart, mini_curves=mini_curves, two_curves=two_curves
    )


def line_chart(chart: LineChart) -> ChartDrawing:
    """Lay out a line chart; it holds at least two readings."""
    points = chart.points
    ticks = nice_ticks([*(point.value for point in points), *_around_target(chart)])
    first, last = points[0].day, points[-1].day
    right = WIDTH - RIGHT
    top = TOP + (_EVENT_ROWS * _EVENT_ROW if chart.events else 0)
    bottom = top + PLOT

    def x(day: date) -> float:
        share = (day - first).days / max((last - first).days, 1)
        return round(LEFT + share * (right - LEFT), 1)

    def y(value: float) -> float:
        share = (value - ticks[0]) / (ticks[-1] - ticks[0])
        return round(bottom - share * (bottom - top), 1)

    end = points[-1]
    target_y = None if chart.target is None else y(chart.target)
    label_y = y(end.value)
    if target_y is not None and abs(target_y - label_y) < 18:
        label_y = target_y + (-18 if label_y <= target_y else 18)
    events, is_numbered = _events(chart.events, x)
    is_mirrored = spoken().is_right_to_left
    return ChartDrawing(
        left=LEFT,
        right=right,
        top=top,
        bottom=bottom,
        values=tuple((y(tick), number(tick)) for tick in ticks),
        dates=_dates(points, x),
        strokes=tuple(_strokes(chart, x, y)),
        dots=tuple(
            Dot(
                x=x(one.day),
                y=y(one.value),
                is_predicted=one.is_predicted,
                says=f"{_short(one.when)}: {one.text}",
            )
            for one in points
        ),
        breaks=tuple(x(day) for day in chart.breaks),
        events=events,
        is_numbered=is_numbered,
        target=None if target_y is None else (target_y, target_y, chart.target_text),
        band=_band(chart.good_side, target_y, top, bottom),
        last=(x(end.day), y(end.value), label_y, end.text),
        extreme=_extreme(chart, x, y),
        says=_says(chart),
        height=bottom + BOTTOM,
        is_mirrored=is_mirrored,
    )


def _strokes(
    chart: LineChart, x: Callable[[date], float], y: Callable[[float], float]
) -> Iterator[Stroke]:
    """Give each way from one reading to the next; a polyline cannot be turned round by CSS."""
    is_mirrored = spoken().is_right_to_left
    for run in chart.runs:
        for pair in pairwise(run):
            ends = (
                (WIDTH - x(one.day) if is_mirrored else x(one.day), y(one.value)) for one in pair
            )
            yield Stroke(
                points=" ".join(f"{across:g},{down:g}" for across, down in ends),
                is_predicted=pair[1].is_predicted,
            )


def nice_ticks(values: Sequence[float]) -> tuple[float, ...]:
    """Give three to seven round values that hold all values, lowest first.

    Zero is among them where the values come near it, so that small changes do not look large.
    """
    low, high = min(values), max(values)
    if 0 < low <= high * 0.6:
        low = 0.0
    room = (high - low) or abs(high) or 1.0
    rough = room / 4
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(size * power for size in (1, 2, 2.5, 5, 10) if size * power >= rough * 0.999)
    start = math.floor(low / step + 1e-9)
    end = max(math.ceil(high / step - 1e-9), start + 2)
    return tuple(round(place * step, 10) for place in range(start, end + 1))


def number(value: float) -> str:
    """Write a value of an axis: at most three decimals, a true minus, no zeros at the end."""
    whole, _point, decimals = f"{abs(value):,.3f}".rstrip("0").rstrip(".").partition(".")
    text = whole.replace(",", "\N{NARROW NO-BREAK SPACE}")
    text += f"{spoken().decimal}{decimals}" if decimals else ""
    return f"\N{MINUS SIGN}{text}" if value < 0 else text


def _around_target(chart: LineChart) -> tuple[float, ...]:
    """Give the target and a little room on its good side, so that the band there is seen."""
    if chart.target is None:
        return ()
    values = [point.value for point in chart.points]
    span = max(*values, chart.target) - min(*values, chart.target) or abs(chart.target) or 1.0
    beyond = chart.target + {"above": 0.1, "below": -0.1}.get(chart.good_side, 0.0) * span
    return chart.target, max(beyond, 0.0) if min(*values, chart.target) >= 0 else beyond


def _band(
    good_side: str, target_y: float | None, top: float, bottom: float
) -> tuple[float, float] | None:
    if target_y is None or not good_side:
        return None
    return (top, target_y - top) if good_side == "above" else (target_y, bottom - target_y)


def _extreme(
    chart: LineChart, x: Callable[[date], float], y: Callable[[float], float]
) -> tuple[float, float, str] | None:
    if not chart.good_side:
        return None
    worst = (min if chart.good_side == "above" else max)(
        chart.points, key=lambda point: point.value
    )
    if worst.value in (chart.points[0].value, chart.points[-1].value):
        return None
    if chart.good_side == "above":
        words = _("lowest %(value)s") % {"value": worst.text}
        return x(worst.day), y(worst.value) + 22, words
    return x(worst.day), y(worst.value) - 12, _("peak %(value)s") % {"value": worst.text}


def _events(
    events: tuple[Event, ...], x: Callable[[date], float]
) -> tuple[tuple[EventMark, ...], bool]:
    """Place the titles of events above the plot, or their numbers where titles do not fit."""
    named = tuple(_named(events, x))
    if len(named) == len(events):
        return named, False
    low = 12 + (_EVENT_ROWS - 1) * _EVENT_ROW
    return tuple(
        EventMark(x=x(event.day), words=str(place), words_at=(x(event.day), low))
        for place, event in enumerate(events, 1)
    ), True


def _named(events: tuple[Event, ...], x: Callable[[date], float]) -> Iterator[EventMark]:
    """Give the events whose title has room in one of the rows; lower rows are filled first."""
    taken = [0.0] * _EVENT_ROWS
    for event in events:
        words = "".join(wrap(clean(event.title), (_LONGEST_EVENT,), _TEXT).lines)
        half = width(words, _TEXT) / 2
        middle = min(max(x(event.day), half), WIDTH - half)
        free = [row for row in range(_EVENT_ROWS) if middle - half >= taken[row]]
        if not free:
            return
        taken[free[0]] = middle + half + 12
        high = 12 + (_EVENT_ROWS - 1 - free[0]) * _EVENT_ROW
        yield EventMark(x=x(event.day), words=words, words_at=(round(middle, 1), high))


def _dates(points: tuple[Point, ...], x: Callable[[date], float]) -> tuple[tuple[float, str], ...]:
    """Give the dates that have room: the last one always, then from the left.

    The year stands with the first, the last and the first of each year.
    """
    last = (x(points[-1].day), _short(points[-1].when))
    shown: list[tuple[float, str]] = []
    free, year = 0.0, 0
    for point in points[:-1]:
        words = _short(point.when, with_year=point.day.year != year)
        half = width(words, _TEXT) / 2 + 4
        at = x(point.day)
        if at - half >= free and at + half <= last[0] - width(last[1], _TEXT) / 2 - 4:
            shown.append((at, words))
            free, year = at + half, point.day.year
    return (*shown, last)


def _short(when: str, *, with_year: bool = True) -> str:
    year, month, *day = when.split("-")
    parts = [*(str(int(one)) for one in day), month_name(int(month))]
    return " ".join([*parts, year[2:]] if with_year else parts)


def _says(chart: LineChart) -> str:
    first, last = chart.points[0], chart.points[-1]
    told = _("%(metric)s from %(start)s to %(end)s: first %(first)s, last %(last)s.") % {
        "metric": chart.title,
        "start": _short(first.when),
        "end": _short(last.when),
        "first": first.text,
        "last": last.text,
    }
    if chart.target is not None:
        told += " " + _("The target is %(target)s.") % {"target": chart.target_text}
    if chart.breaks:
        told += " " + _("The series breaks in between.")
    return f"{told} {_('All readings stand in the table.')}"
