"""The emotion curves of two maps over each other: from meanings to numbers for a template."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_journeys.diagrams.two_curves import CurveOnWay, Lift, TwoCurves
from mkdocs_journeys.language import spoken
from mkdocs_journeys.render.curve import monotone
from mkdocs_journeys.render.feeling import signed
from mkdocs_journeys.render.words import clean, width, wrap

WIDTH, AXIS, END = 1080, 76, 12
"""Of the whole picture; the room before the plot for faces and scores, and behind it."""

_LEVEL, _TOP = 46, 24
"""How far two scores are apart, and how much room is above the highest."""

_TEXT = 13
_PILL, _PILL_APART, _LONGEST_PILL = 25, 6, 300
_MOST_ASIDE = 60
"""Further than that beside its arrow, a pill would be taken for that of another one."""

_SAMPLE = 6
"""A point of the line every so many units: it looks round, and the page stays small."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnCurve:
    """One curve: points of polylines where it is known, of others over gaps, and its marks.

    A mark is x, y and the words for its title.
    """

    lines: tuple[str, ...]
    gaps: tuple[str, ...]
    marks: tuple[tuple[float, float, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A lift: a line from today's mark, the data of its tip, and a pill with words."""

    line: tuple[float, float, float, float]
    tip: str
    pill: tuple[float, float, float]
    words: str
    words_at: tuple[float, float]
    pill_height: int = _PILL


@dataclass(frozen=True, slots=True, kw_only=True)
class StageLabel:
    """The number and the lines of a title under a share of the way, all centred on ``x``."""

    x: float
    number: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvesDrawing:
    """Two emotion curves on one axis, in a box of ``WIDTH`` by ``height``.

    ``levels`` pair a height with the score there; ``edges`` are where a stage begins that is not
    the first. ``gap`` is the data of a path between the curves, empty where they never meet in one
    stage. In a language that runs from right to left so does the picture: ``left`` and ``right``
    bound the plot either way, ``faces``, ``scores`` and ``anchor`` tell where the axis stands.
    """

    left: float
    right: float
    top: float
    bottom: float
    height: float
    faces: float
    scores: float
    anchor: str
    levels: tuple[tuple[float, int], ...]
    edges: tuple[float, ...]
    stages: tuple[StageLabel, ...]
    stages_y: float
    before: DrawnCurve
    after: DrawnCurve
    gap: str
    arrows: tuple[Arrow, ...]
    width: int = WIDTH


@dataclass(frozen=True, slots=True)
class _Known:
    """A curve worked out: where it begins and ends on the way, its height there, its pieces."""

    start: float
    end: float
    height: Callable[[float], float]
    pieces: tuple[tuple[bool, float, float], ...]


def two_curves(both: TwoCurves) -> CurvesDrawing:
    """Lay out the curves of a current and a future map over each other."""
    is_mirrored = spoken().is_right_to_left
    shares = max(len(both.stages), 1)

    def x(way: float) -> float:
        along = AXIS + way * (WIDTH - AXIS - END)
        return round(WIDTH - along if is_mirrored else along, 1)

    bottom = _TOP + 4 * _LEVEL
    before, after = _known(both.before, shares), _known(both.after, shares)
    arrows = _arrows(both, x, bottom + 14)
    below = max((arrow.pill[1] + _PILL for arrow in arrows), default=bottom) + 24
    labels = tuple(_label(x, place, shares, *stage) for place, stage in enumerate(both.stages))
    most_lines = max((len(label.lines) for label in labels), default=0)
    return CurvesDrawing(
        left=min(x(0), x(1)),
        right=max(x(0), x(1)),
        top=_TOP - 14,
        bottom=bottom + 14,
        height=below + (most_lines - 1) * 17 + 8,
        faces=WIDTH - 22 if is_mirrored else 4,
        scores=WIDTH - 30 if is_mirrored else 30,
        anchor="end" if is_mirrored else "start",
        levels=tuple((_height(score), score) for score in (2, 1, 0, -1, -2)),
        edges=tuple(x(place / shares) for place in range(1, shares)),
        stages=labels,
        stages_y=below,
        before=_drawn(both.before, before, x),
        after=_drawn(both.after, after, x),
        gap=_gap(before, after, x),
        arrows=arrows,
    )


def _height(score: float) -> float:
    return round(_TOP + (2 - score) * _LEVEL, 1)


def _known(curve: CurveOnWay, shares: int) -> _Known | None:
    """Work a curve out; None without a score. It is flat to the ends of its outer stages."""
    knots = {mark.way: mark.score for mark in reversed(curve.marks) if mark.score is not None}
    if not knots:
        return None
    ways = sorted(knots)
    start, end = (math.floor(ways[0] * shares) / shares, math.ceil(ways[-1] * shares) / shares)
    unknown = [mark.way for mark in curve.marks if mark.score is None]
    pieces: list[tuple[bool, float, float]] = []
    for left, right in pairwise([start, *ways, end]):
        is_gap = any(left < way < right for way in unknown)
        if pieces and pieces[-1][0] == is_gap:
            pieces[-1] = (is_gap, pieces[-1][1], right)
        else:
            pieces.append((is_gap, left, right))
    value = monotone(ways, [knots[way] for way in ways])
    return _Known(start, end, lambda way: _height(value(way)), tuple(pieces))


def _drawn(curve: CurveOnWay, known: _Known | None, x: Callable[[float], float]) -> DrawnCurve:
    marks = tuple(
        (x(mark.way), _height(mark.score), mark.words)
        for mark in curve.marks
        if mark.score is not None
    )
    pieces = known.pieces if known and len(marks) > 1 else ()

    def points(is_gap: bool) -> tuple[str, ...]:
        return tuple(
            _points(known.height, left, right, x)
            for is_one, left, right in pieces
            if known and is_one == is_gap
        )

    return DrawnCurve(lines=points(False), gaps=points(True), marks=marks)


def _points(
    height: Callable[[float], float], left: float, right: float, x: Callable[[float], float]
) -> str:
    count = max(round(abs(x(right) - x(left)) / _SAMPLE), 1)
    ways = (left + (right - left) * place / count for place in range(count + 1))
    return " ".join(f"{x(way):g},{height(way):g}" for way in ways)


def _gap(before: _Known | None, after: _Known | None, x: Callable[[float], float]) -> str:
    if before is None or after is None:
        return ""
    left, right = max(before.start, after.start), min(before.end, after.end)
    if left >= right:
        return ""
    there = _points(before.height, left, right, x)
    back = " ".join(reversed(_points(after.height, left, right, x).split(" ")))
    return f"M{there} {back}Z"


def _label(
    x: Callable[[float], float], place: int, shares: int, number: str, title: str
) -> StageLabel:
    room = (WIDTH - AXIS - END) / shares - 10
    first = max(room - width(f"{number} ", _TEXT), _TEXT * 2)
    lines = wrap(clean(title), (first, room), _TEXT, bold=True).lines
    return StageLabel(x=x((place + 0.5) / shares), number=number, lines=lines)


def _arrows(both: TwoCurves, x: Callable[[float], float], top: float) -> tuple[Arrow, ...]:
    today = {mark.part: mark for mark in both.before.marks}
    then = {mark.part: mark for mark in both.after.marks}
    arrows: list[Arrow] = []
    for lift in both.lifts:
        start, end = today.get(lift.before), then.get(lift.after)
        if start is None or end is None or start.score is None or end.score is None:
            continue
        arrows.append(
            _arrow(
                (x(start.way), _height(start.score)),
                (x(end.way), _height(end.score)),
                lift,
                [arrow.pill for arrow in arrows],
                top,
            )
        )
    return tuple(arrows)


def _arrow(
    start: tuple[float, float],
    end: tuple[float, float],
    lift: Lift,
    taken: list[tuple[float, float, float]],
    top: float,
) -> Arrow:
    """Draw one arrow clear of both marks, its pill below the curves and beside other pills."""
    away = math.dist(start, end) or 1.0
    step = ((end[0] - start[0]) / away, (end[1] - start[1]) / away)
    tail = (start[0] + step[0] * 8, start[1] + step[1] * 8)
    head = (end[0] - step[0] * 10, end[1] - step[1] * 10)
    base = (head[0] - step[0] * 9, head[1] - step[1] * 9)
    across = (-step[1] * 4.5, step[0] * 4.5)
    tip = (head, _plus(base, across, 1), _plus(base, across, -1))
    words = wrap(
        f"{signed(lift.by)} {clean(lift.words)}", (_LONGEST_PILL - 24,), _TEXT, bold=True
    ).lines[0]
    wide = round(width(words, _TEXT, bold=True) + 24, 1)
    left = round(min(max(start[0] - wide / 2, 2), WIDTH - 2 - wide), 1)
    left, y = _free(left, wide, taken, top)
    return Arrow(
        line=(round(tail[0], 1), round(tail[1], 1), round(base[0], 1), round(base[1], 1)),
        tip="M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in tip) + "Z",
        pill=(left, y, wide),
        words=words,
        words_at=(round(left + wide / 2, 1), y + 17),
    )


def _free(
    left: float, wide: float, taken: list[tuple[float, float, float]], top: float
) -> tuple[float, float]:
    """Find a place for a pill beside those that are there, else in a row below them."""
    for x, y, other in taken:
        if y == top and left < x + other + 8 and x < left + wide + 8:
            beside = (x + other + 8, x - 8 - wide)
            near = min(beside, key=lambda place: abs(place - left))
            if abs(near - left) <= _MOST_ASIDE and 2 <= near <= WIDTH - 2 - wide:
                left = round(near, 1)
            else:
                top += _PILL + _PILL_APART
    return left, top


def _plus(one: tuple[float, float], other: tuple[float, float], sign: int) -> tuple[float, float]:
    return (one[0] + sign * other[0], one[1] + sign * other[1])
