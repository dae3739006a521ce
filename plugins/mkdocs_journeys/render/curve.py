"""The emotion curve: from scores to lines that can be drawn, without inventing a feeling.

A monotone cubic goes through every score and never beyond two neighbours, so that no high or low
stands in the picture that nobody reported. Where nothing was scored the line is only dots.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.render.feeling import signed

SAMPLES = 32
"""Stretches into which the curve of one column is cut (33 points, both edges included)."""

Stroke = Literal["solid", "dashed", "dotted"]
"""``dashed``: one of its ends is an assumption. ``dotted``: it bridges steps without a score."""


class Mark(NamedTuple):
    """One step (or a stage without scored steps) on the way of the curve.

    ``x`` runs from 0 to 100 within the column, which counts from 0. ``score`` is from -2 to 2, or
    None where nothing was scored: such a mark makes a gap.
    """

    column: int
    x: float
    score: float | None
    is_assumption: bool = False

    @property
    def way(self) -> float:
        """How far along all columns it stands, a column being 100 wide."""
        return self.column * 100 + self.x


class Piece(NamedTuple):
    """A stretch of the curve in one column, in a box of 100 by 100, y downwards, zero at 50.

    ``line`` are the points of an SVG polyline, ``area`` the data of a path that closes it with the
    zero line; empty for a dotted piece.
    """

    stroke: Stroke
    line: str
    area: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sparkline:
    """A whole curve in a small box, as points of SVG polylines.

    ``lines`` are the runs of scores, ``gaps`` what lies between two runs, where nothing was scored.
    ``lowest`` and ``highest`` are where the first lowest and first highest score stand, or None
    where fewer than two were given or all are the same. ``says`` is the curve in words.
    """

    width: int
    height: int
    lines: tuple[str, ...]
    gaps: tuple[str, ...]
    lowest: tuple[float, float] | None
    highest: tuple[float, float] | None
    says: str


def height_of(score: float) -> float:
    """Where a score stands in a box of 100, from the top: 20 for 2, 50 for 0, 80 for -2."""
    return 50 - 15 * score


def monotone(xs: Sequence[float], ys: Sequence[float]) -> Callable[[float], float]:
    """The monotone cubic through the points, flat before the first and after the last.

    Needs at least one point and ``xs`` strictly rising. Source: F. N. Fritsch and R. E. Carlson,
    "Monotone Piecewise Cubic Interpolation", SIAM Journal on Numerical Analysis 17 (1980), 238-246.
    """
    slopes = _tangents(xs, ys)

    def value(x: float) -> float:
        if x <= xs[0]:
            return ys[0]
        if x >= xs[-1]:
            return ys[-1]
        i = bisect_right(xs, x) - 1
        h = xs[i + 1] - xs[i]
        t = (x - xs[i]) / h
        return (
            ys[i] * (2 * t**3 - 3 * t**2 + 1)
            + slopes[i] * h * (t**3 - 2 * t**2 + t)
            + ys[i + 1] * (3 * t**2 - 2 * t**3)
            + slopes[i + 1] * h * (t**3 - t**2)
        )

    return value


def curve_slices(columns: int, marks: Iterable[Mark]) -> tuple[tuple[Piece, ...], ...]:
    """The curve cut into columns: for each column its pieces from left to right.

    Columns before the first score and after the last one have no pieces, nor has anything when
    nothing was scored. Of two scores at the same spot the first counts.
    """
    along = sorted(marks, key=lambda mark: mark.way)
    scored = tuple({mark.way: mark for mark in reversed(along) if mark.score is not None}.values())
    knots = tuple(sorted(scored, key=lambda mark: mark.way))
    if not knots:
        return ((),) * columns
    gaps = [mark.way for mark in along if mark.score is None]
    curve = monotone([knot.way for knot in knots], [knot.score or 0.0 for knot in knots])
    first, last = knots[0].column * 100, knots[-1].column * 100 + 100
    ends = [float(first), *(knot.way for knot in knots), float(last)]
    strokes = [
        _stroke(start, end, knots[max(i - 1, 0)], knots[min(i, len(knots) - 1)], gaps)
        for i, (start, end) in enumerate(pairwise(ends))
    ]
    return tuple(
        _pieces(column, ends, strokes, curve) if first <= column * 100 < last else ()
        for column in range(columns)
    )


def sparkline(
    scores: Sequence[float | None], width: int = 168, height: int = 44, margin: int = 6
) -> Sparkline:
    """The scores of a journey in a small box; None stands for a step without a score."""
    step = (width - 2 * margin) / max(len(scores) - 1, 1)
    spots = [
        (margin + i * step, height / 2 - score * (height / 2 - margin - 1) / 2, score)
        for i, score in enumerate(scores)
        if score is not None
    ]
    if not spots:
        return Sparkline(
            width=width,
            height=height,
            lines=(),
            gaps=(),
            lowest=None,
            highest=None,
            says=_("Emotion: nothing was scored."),
        )
    curve = monotone([spot[0] for spot in spots], [spot[1] for spot in spots])
    low, high = min(spots, key=lambda spot: spot[2]), max(spots, key=lambda spot: spot[2])
    told = ", ".join(_("not scored") if score is None else signed(score) for score in scores)
    has_range = low[2] != high[2]
    runs = tuple(_runs(scores, margin, step))
    return Sparkline(
        width=width,
        height=height,
        lines=tuple(_run(left, right, curve) for left, right in runs),
        gaps=tuple(_run(left[1], right[0], curve) for left, right in pairwise(runs)),
        lowest=low[:2] if has_range else None,
        highest=high[:2] if has_range else None,
        says=(
            _("Emotion from start to end: %(scores)s. Lowest %(lowest)s, highest %(highest)s.")
            if has_range
            else _("Emotion from start to end: %(scores)s.")
        )
        % {"scores": told, "lowest": signed(low[2]), "highest": signed(high[2])},
    )


_FLAT = 1e-9
"""Scores a unit of way: a piece that rises by less is level."""


def _tangents(xs: Sequence[float], ys: Sequence[float]) -> list[float]:
    if len(xs) < 2:
        return [0.0] * len(xs)
    secants = [(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in pairwise(zip(xs, ys, strict=True))]
    slopes = [
        secants[0],
        *(0.0 if a * b <= 0 else (a + b) / 2 for a, b in pairwise(secants)),
        secants[-1],
    ]
    for i, secant in enumerate(secants):
        # What no eye could see would divide by almost nothing below.
        if abs(secant) < _FLAT:
            slopes[i] = slopes[i + 1] = 0.0
            continue
        a, b = slopes[i] / secant, slopes[i + 1] / secant
        # A circle of radius 3 is a sufficient bound for a monotone piece (the paper's section 4).
        if (size := a * a + b * b) > 9:
            slopes[i], slopes[i + 1] = (3 / size**0.5 * s * secant for s in (a, b))
    return slopes


def _stroke(start: float, end: float, left: Mark, right: Mark, gaps: list[float]) -> Stroke:
    if any(start <= gap <= end for gap in gaps):
        return "dotted"
    return "dashed" if left.is_assumption or right.is_assumption else "solid"


def _pieces(
    column: int, ends: list[float], strokes: list[Stroke], curve: Callable[[float], float]
) -> tuple[Piece, ...]:
    start, end = column * 100, column * 100 + 100
    grid = {start + 100 * sample / SAMPLES for sample in range(SAMPLES + 1)}
    xs = sorted(grid | {way for way in ends if start < way < end})
    runs: list[tuple[Stroke, list[tuple[float, float]]]] = []
    for left, right in pairwise(xs):
        stroke = strokes[min(bisect_right(ends, (left + right) / 2), len(strokes)) - 1]
        if not runs or runs[-1][0] != stroke:
            runs.append((stroke, [(left - start, height_of(curve(left)))]))
        runs[-1][1].append((right - start, height_of(curve(right))))
    return tuple(_piece(stroke, points) for stroke, points in runs)


def _piece(stroke: Stroke, points: list[tuple[float, float]]) -> Piece:
    line = _points(points)
    area = f"M{points[0][0]:g},50L{line} {points[-1][0]:g},50Z" if stroke != "dotted" else ""
    return Piece(stroke, line, area)


def _runs(
    scores: Sequence[float | None], margin: int, step: float
) -> Iterable[tuple[float, float]]:
    start: int | None = None
    for i, score in enumerate((*scores, None)):
        if score is None and start is not None:
            yield margin + start * step, margin + (i - 1) * step
            start = None
        elif score is not None and start is None:
            start = i


def _run(left: float, right: float, curve: Callable[[float], float]) -> str:
    count = max(round((right - left) / 3), 1)
    xs = (left + (right - left) * sample / count for sample in range(count + 1))
    return _points([(x, curve(x)) for x in xs])


def _points(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{round(x, 2):g},{round(y, 2):g}" for x, y in points)
