"""The emotion curve of a whole journey as one drawing, to be taken away.

On the page it stands in the map, cut into stages, with words in HTML; here all of it is SVG. The
places are those of the map's emotion lane.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import spoken
from mkdocs_journeys.pages.map_facts import MapFacts
from mkdocs_journeys.render.curve import height_of
from mkdocs_journeys.render.emotion_lane import (
    DOT,
    FACE,
    HIGH,
    HIGH_WITH_MANY,
    NARROW,
    WIDE,
    EmotionLane,
    Placed,
    is_wide,
)
from mkdocs_journeys.render.feeling import feeling, signed
from mkdocs_journeys.render.room_for_words import GRAIN, LINE
from mkdocs_journeys.render.shapes import point
from mkdocs_journeys.render.words import clean, wrap

_REM = 20
_TITLES, _SCALE = 46.0, 26.0
"""The room for the titles of stages above, and for the numbers of the scale at the side."""

_TITLE_FONT, _FONT = 13.0, 12.0


def curve_picture(facts: MapFacts, lane: EmotionLane, labels: tuple[str, ...]) -> str:
    """Draw the emotion of all travellers of a map as an ``<svg>``; empty where nothing is scored.

    ``lane`` is that of the map, ``labels`` are the five words of the scale, from -2 to 2.
    """
    if not any(point.score is not None for stage in facts.stages for point in stage.points):
        return ""
    return _Curve(facts, lane, labels).draw()


class _Curve:
    """The lane with measures in pixels; time runs as the language is read."""

    def __init__(self, facts: MapFacts, lane: EmotionLane, labels: tuple[str, ...]) -> None:
        self._facts = facts
        self._lane = lane
        self._labels = labels
        self._is_mirrored = spoken().is_right_to_left
        self._wide = _REM * (WIDE if is_wide(facts) or len(facts.stages) <= 2 else NARROW)
        self._high = _REM * (HIGH_WITH_MANY if len(facts.travellers) > 1 else HIGH)
        self._all = self._wide * len(facts.stages)

    def draw(self) -> str:
        """Give the drawing; its classes are those of the map, its words all in the description."""
        says = " ".join(f"{one.says}." for column in self._lane.columns for one in column.points)
        title = _("Emotion curve of %(title)s") % {"title": self._facts.title}
        width, height = self._all + _SCALE, self._high + _TITLES
        return "".join(
            (
                f'<svg class="jm-curve-pic" viewBox="{point(-_SCALE)} {point(-_TITLES)}'
                f' {point(width)} {point(height)}" role="group" aria-labelledby="c-t c-d">',
                f'<title id="c-t">{escape(clean(title))}</title>',
                f'<desc id="c-d">{escape(clean(says))}</desc>',
                *self._grid(),
                *self._lines(),
                *(
                    mark
                    for place, column in enumerate(self._lane.columns)
                    for one in column.points
                    for mark in self._feeling(place, one, is_dot=column.is_crowded)
                ),
                "</svg>",
            )
        )

    def _x(self, column: int, share: float) -> float:
        x = self._wide * (column + share / 100)
        return self._all - x if self._is_mirrored else x

    def _y(self, score: float) -> float:
        return self._high * height_of(score) / 100

    def _grid(self) -> Iterator[str]:
        for score in (2, 0, -2):
            y = point(self._y(score))
            name = "jm-gl" if score else "jm-gl jm-gl--0"
            yield f'<line class="{name}" x1="0" x2="{point(self._all)}" y1="{y}" y2="{y}"/>'
            yield f'<text class="jm-curve-pic__n" x="-6" y="{y}" dy="4">{signed(score)}</text>'
        for column, stage in enumerate(self._facts.stages):
            if column:
                x = point(self._x(column, 0))
                yield f'<line class="jm-curve-pic__s" x1="{x}" x2="{x}" y1="{point(-_TITLES)}"'
                yield f' y2="{point(self._high)}"/>'
            words = clean(f"{stage.number} {stage.title}")
            room = self._wide - 24
            for row, line in enumerate(wrap(words, (room, room), _TITLE_FONT, bold=True).lines):
                yield _text("jm-curve-pic__t", self._x(column, 50), -26 + row * 16, line)

    def _lines(self) -> Iterator[str]:
        for slices in self._lane.curves:
            for column, pieces in enumerate(slices):
                for piece in pieces:
                    places = (pair.split(",") for pair in piece.line.split())
                    at = " ".join(
                        f"{point(self._x(column, float(x)))},{point(float(y) * self._high / 100)}"
                        for x, y in places
                    )
                    yield f'<polyline class="jm-curve-pic__l jm-cv--{piece.stroke}" points="{at}"/>'

    def _feeling(self, column: int, one: Placed, *, is_dot: bool) -> Iterator[str]:
        x = self._x(column, one.point.x)
        half = _REM * (DOT if is_dot else FACE)
        y = self._high * 0.95
        if one.point.score is not None:
            y = self._y(one.point.score)
            felt = feeling(one.point.score, self._labels)
            if one.point.is_moment:
                yield _disc("jm-curve-pic__m", x, y, half + 3)
            yield _marker(one.lines[0] if len(one.lines) == 1 else 0, x, y, half)
            yield (
                f'<use class="jm-ie-{felt.token}" xlink:href="#jm-i-{felt.icon}"'
                f' x="{point(x - half)}" y="{point(y - half)}"'
                f' width="{point(2 * half)}" height="{point(2 * half)}"/>'
            )
        if one.words is None or one.words.is_solo:
            return
        reach = -0.4 if one.point.score is None else 0.35 if one.point.is_moment else 0.1
        far = half * (one.point.score is not None) + _REM * (reach + one.words.tier * LINE)
        high = one.words.lines * LINE * _REM
        top = y - far - high if one.words.is_above else y + far
        across = one.words.across * GRAIN * _REM
        begin = one.words.before * GRAIN * _REM
        middle = x + (begin - across / 2 if self._is_mirrored else across / 2 - begin)
        lines = wrap(one.text, (across + 4,) * one.words.lines, _FONT).lines
        for row, line in enumerate(lines):
            yield _text("jm-curve-pic__w", middle, top + 11 + row * LINE * _REM, line)


def _text(name: str, x: float, y: float, words: str) -> str:
    return f'<text class="{name}" x="{point(x)}" y="{point(y)}">{escape(words)}</text>'


def _disc(name: str, x: float, y: float, radius: float) -> str:
    return f'<circle class="{name}" cx="{point(x)}" cy="{point(y)}" r="{point(radius)}"/>'


def _marker(line: int, x: float, y: float, half: float) -> str:
    """Draw what a face stands on: a circle for the first person, a square, then a diamond."""
    name, side = "jm-curve-pic__f", half - 1
    if line % 3 == 1:
        return (
            f'<rect class="{name}" x="{point(x - side)}" y="{point(y - side)}"'
            f' width="{point(2 * side)}" height="{point(2 * side)}" rx="3"/>'
        )
    if line % 3 == 2:
        far = half + 3
        corners = f"M{point(x)} {point(y - far)}l{point(far)} {point(far)}l{point(-far)}"
        return f'<path class="{name}" d="{corners} {point(far)}l{point(-far)} {point(-far)}z"/>'
    return _disc(name, x, y, half)
