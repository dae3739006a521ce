"""The ways of a flow: lines, arrowheads, and the words that stand on them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from mkdocs_journeys.diagrams.graph import Edge
from mkdocs_journeys.render.captions import LABEL_FONT, LABEL_LINE, label_lines, label_size
from mkdocs_journeys.render.layout import Point, Way
from mkdocs_journeys.render.shapes import Size, point
from mkdocs_journeys.render.words import Wrapped, clean, is_right_to_left

_ARROW_HALF_WIDTH = 0.46
"""Half the width of an arrowhead, as a part of its length."""

_SAMPLES_PER_PIECE = 8
_WEIGHTS = tuple(
    ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    for t in (step / _SAMPLES_PER_PIECE for step in range(_SAMPLES_PER_PIECE + 1))
)
"""How much each of the four points of a cubic Bézier curve counts along its way."""

_NOTHING = Size(0, 0)
_AIR = 2.0
"""How far words stay from boxes and from each other, in points."""


class Taken(NamedTuple):
    """A rectangle that words may not cover."""

    centre: Point
    size: Size

    def touches(self, centre: Point, size: Size) -> bool:
        """Whether another rectangle comes nearer than ``_AIR``."""
        return (
            abs(self.centre.x - centre.x) < (self.size.width + size.width) / 2 + _AIR
            and abs(self.centre.y - centre.y) < (self.size.height + size.height) / 2 + _AIR
        )


def draw_way(edge: Edge, way: Way) -> str:
    """Draw the line of an edge and the arrowhead at its end."""
    change = f" jm-is-{edge.change}" if edge.change else ""
    classes = f"{edge.kind}{change}"
    return (
        f'<path class="jm-edge jm-edge--{classes}" d="{_line(way.curve)}"/>'
        f'<path class="jm-arrow jm-arrow--{classes}" d="{_arrow(way.curve[-1], way.tip)}"/>'
    )


def _line(curve: Sequence[Point]) -> str:
    """Give the data of a curve, each piece measured from where the one before it ends.

    Ways from box to box are mostly alike, and then so are their letters.
    """
    at = _written(curve[0])
    data = [f"M{_at(at)}c"]
    for place in range(1, len(curve), 3):
        piece = [_written(corner) for corner in curve[place : place + 3]]
        data.append(" ".join(_from(at, corner) for corner in piece))
        at = piece[-1]
    return data[0] + " ".join(data[1:])


def _arrow(base: Point, tip: Point) -> str:
    across = Point((tip.y - base.y) * _ARROW_HALF_WIDTH, (base.x - tip.x) * _ARROW_HALF_WIDTH)
    one = _written(Point(base.x + across.x, base.y + across.y))
    other = _written(Point(base.x - across.x, base.y - across.y))
    tip = _written(tip)
    return f"M{_at(one)}l{_from(one, tip)} {_from(tip, other)}z"


def _written(place: Point) -> Point:
    """Give a point as it is written, so that what is measured from it does not drift."""
    return Point(round(place.x, 1), round(place.y, 1))


def _from(start: Point, place: Point) -> str:
    return _at(Point(place.x - start.x, place.y - start.y))


def _at(place: Point) -> str:
    return f"{point(place.x)} {point(place.y)}"


def draw_labels(
    pairs: tuple[tuple[Edge, Way], ...], boxes: tuple[Taken, ...], drawing: Size
) -> str:
    """Draw the words of all edges, each on its line, where no box and no other words stand."""
    labelled = [
        (edge, way, words)
        for edge, way in pairs
        if (words := label_lines(edge.label, is_narrow=way.is_settled)).lines
    ]
    if not labelled:
        return ""
    both_ways = {(edge.tail, edge.head) for edge, _, _ in labelled}
    lines = {way: tuple(_along(way.curve)) for _, way in pairs}
    taken = list(boxes)
    drawn = []
    for edge, way, words in labelled:
        size = label_size(words.lines)
        at = lines[way][len(lines[way]) // 2] if way.label is None else way.label
        if (edge.head, edge.tail) in both_ways and not way.is_settled:
            # The words of the way back stand nearer to its own beginning.
            at = lines[way][len(lines[way]) // 4]
        if edge.tail != edge.head and not way.is_settled:
            others = tuple(line for other, line in lines.items() if other != way)
            at = _free_place(at, lines[way], size, taken, others)
        at = _inside(at, size, drawing)
        taken.append(Taken(at, size))
        drawn.append(_label(edge, words, at, size))
    return "".join(drawn)


def _free_place(
    room: Point,
    line: tuple[Point, ...],
    size: Size,
    taken: list[Taken],
    others: tuple[tuple[Point, ...], ...],
) -> Point:
    """Where on their line words stand: as near to the room that Graphviz kept as they can.

    Graphviz puts words beside a line; on the line it is plain what they belong to. They rather
    cover another line than a box, and where everything is full they stay in the room.
    """
    # What touches nothing on the whole stretch of the line touches nothing at any of its points.
    stretch = _around(line, size)
    near = tuple(thing for thing in taken if thing.touches(*stretch))
    free = [at for at in line if not any(thing.touches(at, size) for thing in near)]
    if not free:
        return room
    free.sort(key=lambda at: math.dist(at, room))
    crossing = tuple(_inside_of(_around(free, size), others))
    for at in free:
        if not any(thing.touches(at, size) for thing in crossing):
            return at
    return free[0]


def _inside_of(
    stretch: tuple[Point, Size], lines: tuple[tuple[Point, ...], ...]
) -> Iterator[Taken]:
    """The points of lines that lie in a rectangle."""
    (x, y), (width, height) = stretch
    left, right, top, bottom = x - width / 2, x + width / 2, y - height / 2, y + height / 2
    for line in lines:
        for at in line:
            if left < at.x < right and top < at.y < bottom:
                yield Taken(at, _NOTHING)


def _around(line: Sequence[Point], size: Size) -> tuple[Point, Size]:
    """The rectangle that words of a size cover while they move along a line."""
    left, right = min(at.x for at in line), max(at.x for at in line)
    top, bottom = min(at.y for at in line), max(at.y for at in line)
    middle = Point((left + right) / 2, (top + bottom) / 2)
    return middle, Size(right - left + size.width, bottom - top + size.height)


def _along(curve: tuple[Point, ...]) -> Iterator[Point]:
    for index in range(0, len(curve) - 1, 3):
        a, b, c, d = curve[index : index + 4]
        for first, second, third, fourth in _WEIGHTS:
            yield Point(
                first * a.x + second * b.x + third * c.x + fourth * d.x,
                first * a.y + second * b.y + third * c.y + fourth * d.y,
            )


def _inside(centre: Point, size: Size, drawing: Size) -> Point:
    half_width, half_height = size.width / 2, size.height / 2
    return Point(
        max(half_width, min(centre.x, drawing.width - half_width)),
        max(half_height, min(centre.y, drawing.height - half_height)),
    )


def _label(edge: Edge, words: Wrapped, centre: Point, size: Size) -> str:
    left, top = centre.x - size.width / 2, centre.y - size.height / 2
    first = centre.y - (len(words.lines) - 1) * LABEL_LINE / 2 + LABEL_FONT / 3
    spans = "".join(
        f'<tspan x="{point(centre.x)}" y="{point(first + row * LABEL_LINE)}">{escape(line)}</tspan>'
        for row, line in enumerate(words.lines)
    )
    direction = " jm-rtl" if is_right_to_left(edge.label) else ""
    full = f"<title>{escape(clean(edge.label))}</title>" if words.is_shortened else ""
    return (
        f'<g class="jm-label jm-label--{edge.kind}">{full}'
        f'<rect class="jm-label__b" x="{point(left)}" y="{point(top)}"'
        f' width="{point(size.width)}" height="{point(size.height)}" rx="10"/>'
        f'<text class="jm-label__t{direction}">{spans}</text></g>'
    )
