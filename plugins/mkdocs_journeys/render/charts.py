"""From charts as meanings to numbers that a template can put into an SVG."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from jinja2 import Environment

from mkdocs_journeys.diagrams.chart import LineChart
from mkdocs_journeys.diagrams.two_curves import CurveOnWay
from mkdocs_journeys.render.curve import monotone
from mkdocs_journeys.render.dates import month_name

WIDTH, HEIGHT = 760, 300
LEFT, RIGHT, TOP, BOTTOM = 48, 118, 30, 34
"""The room around the plot of a line chart: values, last label, event numbers, dates."""

CURVE_WIDTH, CURVE_HEIGHT, CURVE_MARGIN = 900, 240, 16
_LABEL_APART = 56
"""The least distance of two dates below the plot, so that they never run into each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One reading in the picture."""

    x: float
    y: float
    is_predicted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A line through points of an SVG polyline."""

    points: str
    is_predicted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartDrawing:
    """A line chart in a box of ``WIDTH`` by ``HEIGHT``; all numbers are its coordinates.

    ``values`` and ``dates`` pair a coordinate with the words beside it, ``events`` a coordinate
    with the number of the event. ``band`` is top and height of where values are on target.
    ``last`` is the last dot with its label, ``target`` the line with its label, each label with
    a height of its own so that neither covers the other. ``says`` is the chart in words.
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
    events: tuple[tuple[float, int], ...]
    target: tuple[float, float, str] | None
    band: tuple[float, float] | None
    last: tuple[float, float, float, str]
    says: str
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvesDrawing:
    """Two emotion curves on one axis; each a line in points of a polyline, and its marks.

    A mark is x, y and the words for its title. ``levels`` pair a height with the score there.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    before_marks: tuple[tuple[float, float, str], ...]
    after_marks: tuple[tuple[float, float, str], ...]
    levels: tuple[tuple[float, int], ...]
    width: int = CURVE_WIDTH
    height: int = CURVE_HEIGHT


def add_charts(environment: Environment) -> None:
    """Give an environment the functions that ``templates/parts/charts`` calls."""
    environment.globals.update(line_chart=line_chart, two_curves=two_curves)


def line_chart(chart: LineChart) -> ChartDrawing:
    """Lay out a line chart; it holds at least two readings."""
    points = [point for run in chart.runs for point in run]
    ticks = nice_ticks([*(point.value for point in points), *_around_target(chart)])
    first, last = points[0].day, points[-1].day
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM

    def x(day: date) -> float:
        share = (day - first).days / max((last - first).days, 1)
        return round(LEFT + share * (right - LEFT), 1)

    def y(value: float) -> float:
        share = (value - ticks[0]) / (ticks[-1] - ticks[0])
        return round(bottom - share * (bottom - TOP), 1)

    end = points[-1]
    target_y = None if chart.target is None else y(chart.target)
    label_y = y(end.value)
    if target_y is not None and abs(target_y - label_y) < 18:
        label_y = target_y + (-18 if label_y <= target_y else 18)
    return ChartDrawing(
        left=LEFT,
        right=right,
        top=TOP,
        bottom=bottom,
        values=tuple((y(tick), number(tick)) for tick in ticks),
        dates=_dates([(x(point.day), point.when) for point in points]),
        strokes=tuple(
            Stroke(
                points=" ".join(f"{x(one.day):g},{y(one.value):g}" for one in pair),
                is_predicted=pair[1].is_predicted,
            )
            for run in chart.runs
            for pair in pairwise(run)
        ),
        dots=tuple(
            Dot(x=x(one.day), y=y(one.value), is_predicted=one.is_predicted) for one in points
        ),
        breaks=tuple(x(day) for day in chart.breaks),
        events=tuple((x(event.day), place) for place, event in enumerate(chart.events, 1)),
        target=None if target_y is None else (target_y, target_y, chart.target_text),
        band=_band(chart.good_side, target_y, bottom),
        last=(x(end.day), y(end.value), label_y, end.text),
        says=_says(chart),
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
    text = f"{abs(value):,.3f}".rstrip("0").rstrip(".").replace(",", "\N{NARROW NO-BREAK SPACE}")
    return f"\N{MINUS SIGN}{text}" if value < 0 else text


def two_curves(before: CurveOnWay, after: CurveOnWay) -> CurvesDrawing:
    """Lay out the curves of a current and a future map over each other."""
    return CurvesDrawing(
        before=_curve(before),
        after=_curve(after),
        before_marks=_marks(before),
        after_marks=_marks(after),
        levels=tuple((_height(score), score) for score in (2, 1, 0, -1, -2)),
    )


def _around_target(chart: LineChart) -> tuple[float, ...]:
    """Give the target and a little room on its good side, so that the band there is seen."""
    if chart.target is None:
        return ()
    values = [point.value for run in chart.runs for point in run]
    span = max(*values, chart.target) - min(*values, chart.target) or abs(chart.target) or 1.0
    beyond = chart.target + {"above": 0.1, "below": -0.1}.get(chart.good_side, 0.0) * span
    return chart.target, max(beyond, 0.0) if min(*values, chart.target) >= 0 else beyond


def _band(good_side: str, target_y: float | None, bottom: float) -> tuple[float, float] | None:
    if target_y is None or not good_side:
        return None
    return (TOP, target_y - TOP) if good_side == "above" else (target_y, bottom - target_y)


def _dates(spots: list[tuple[float, str]]) -> tuple[tuple[float, str], ...]:
    """Give the dates that have room: the last one always, then from the left."""
    last = spots[-1]
    shown: list[tuple[float, str]] = []
    for spot in spots[:-1]:
        if last[0] - spot[0] >= _LABEL_APART and (
            not shown or spot[0] - shown[-1][0] >= _LABEL_APART
        ):
            shown.append(spot)
    return tuple((x, _short(when)) for x, when in (*shown, last))


def _short(when: str) -> str:
    year, month, *day = when.split("-")
    return " ".join([*(str(int(one)) for one in day), month_name(int(month)), year[2:]])


def _says(chart: LineChart) -> str:
    points = [point for run in chart.runs for point in run]
    told = [f"{chart.title} from {_short(points[0].when)} to {_short(points[-1].when)}"]
    told.append(f"first {points[0].text}, last {points[-1].text}")
    if chart.target is not None:
        told.append(f"target {chart.target_text}")
    if chart.breaks:
        told.append("the series breaks in between")
    return ", ".join(told) + ". All readings stand in the table."


def _height(score: float) -> float:
    half = CURVE_HEIGHT / 2 - CURVE_MARGIN
    return round(CURVE_HEIGHT / 2 - score * half / 2, 1)


def _spots(curve: CurveOnWay) -> list[tuple[float, float, str]]:
    """Give x, score and words of every mark with a score, x strictly rising."""
    room = CURVE_WIDTH - 3 * CURVE_MARGIN
    spots: dict[float, tuple[float, float, str]] = {}
    for mark in curve.marks:
        x = round(2 * CURVE_MARGIN + mark.way * room, 1)
        spots.setdefault(x, (x, mark.score, mark.words))
    return sorted(spots.values())


def _marks(curve: CurveOnWay) -> tuple[tuple[float, float, str], ...]:
    return tuple((x, _height(score), words) for x, score, words in _spots(curve))


def _curve(curve: CurveOnWay) -> tuple[str, ...]:
    spots = _spots(curve)
    if len(spots) < 2:
        return ()
    value = monotone([x for x, _, _ in spots], [score for _, score, _ in spots])
    left, right = spots[0][0], spots[-1][0]
    count = max(round((right - left) / 6), 1)
    xs = (left + (right - left) * place / count for place in range(count + 1))
    return (" ".join(f"{x:.1f},{_height(value(x)):g}" for x in xs),)
