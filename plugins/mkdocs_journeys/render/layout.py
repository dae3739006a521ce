"""Where everything in a drawing goes, as Graphviz has worked it out.

Lengths are points, x grows to the right and y downwards, from the top left corner.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from mkdocs_journeys.diagrams.graph import Graph, Node
from mkdocs_journeys.render.dot import direct_ways
from mkdocs_journeys.render.shapes import RING, size_of

ARROW = 9.0
"""How long an arrowhead is, in points; Graphviz draws its own as long."""


class NoPicture(Exception):  # noqa: N818 - it is an answer for readers, not an error of a program
    """There is no picture, and why, in one sentence.

    ``is_lasting`` is true when the same graph can never get one from the same engine, so that
    nobody needs to try again.
    """

    def __init__(self, reason: str, *, is_lasting: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.is_lasting = is_lasting


class Point(NamedTuple):
    """A place in the drawing."""

    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The rectangle around a group of boxes."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The course of one edge from its tail to its head.

    ``curve`` holds the points of cubic Bézier curves: a start, then three for each piece.
    ``tip`` is where the arrow ends; ``label`` is the centre of the room kept free for words, None
    where there are none; where it ``is_settled`` they stand right there, else nearer to the line.
    """

    curve: tuple[Point, ...]
    tip: Point
    label: Point | None
    is_settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Centres of nodes, ways and frames of groups, each in the order of the graph."""

    width: float
    height: float
    nodes: tuple[Point, ...]
    ways: tuple[Way, ...]
    frames: tuple[Frame, ...]


def read_layout(answer: str, graph: Graph) -> Layout:
    """Read what Graphviz answered in its ``json0`` format to the question ``write_dot`` asked.

    Raises NoPicture when the answer is no layout of this graph.
    """
    try:
        drawing = json.loads(answer)
        width, height = _numbers(drawing["bb"], 4)[2:]
        things = {thing["name"]: thing for thing in drawing.get("objects", ())}
        ways = {way["id"]: way for way in drawing.get("edges", ()) if "id" in way}
        nodes = tuple(
            _turned(Point(*_numbers(things[f"n{number}"]["pos"], 2)), height)
            for number in range(1, len(graph.nodes) + 1)
        )
        direct = direct_ways(graph)
        boxes = {node.name: (node, at) for node, at in zip(graph.nodes, nodes, strict=True)}
        return Layout(
            width=width,
            height=height,
            nodes=nodes,
            ways=tuple(
                _direct(boxes[edge.tail], boxes[edge.head], ways.get(f"e{place + 1}"), height)
                if place in direct
                else _way(ways[f"e{place + 1}"], height)
                for place, edge in enumerate(graph.edges)
            ),
            frames=tuple(
                _frame(things[f"cluster{number}"]["bb"], height)
                for number in range(1, len(graph.clusters) + 1)
            ),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as trouble:
        raise NoPicture("Graphviz gave an answer that is no layout of the diagram.") from trouble


def mirrored(layout: Layout) -> Layout:
    """The same layout, running from right to left."""

    def turned(at: Point) -> Point:
        return Point(layout.width - at.x, at.y)

    return replace(
        layout,
        nodes=tuple(map(turned, layout.nodes)),
        ways=tuple(
            replace(
                way,
                curve=tuple(map(turned, way.curve)),
                tip=turned(way.tip),
                label=turned(way.label) if way.label else None,
            )
            for way in layout.ways
        ),
        frames=tuple(
            replace(frame, left=layout.width - frame.left - frame.width) for frame in layout.frames
        ),
    )


def _numbers(text: str, count: int) -> tuple[float, ...]:
    numbers = tuple(float(part) for part in text.split(","))
    if len(numbers) != count or not all(map(math.isfinite, numbers)):
        raise ValueError(text)
    return numbers


def _turned(point: Point, height: float) -> Point:
    """Graphviz counts y from the bottom."""
    return Point(point.x, height - point.y)


def _frame(text: str, height: float) -> Frame:
    left, bottom, right, top = _numbers(text, 4)
    return Frame(left=left, top=height - top, width=right - left, height=top - bottom)


def _direct(
    tail: tuple[Node, Point],
    head: tuple[Node, Point],
    asked: Mapping[str, str] | None,
    height: float,
) -> Way:
    """The course from the right side of one box to the left side of another.

    ``asked`` is what Graphviz says of it: only the room for its words counts.
    """
    start = Point(tail[1].x + _half_width(tail[0]), tail[1].y)
    tip = Point(head[1].x - _half_width(head[0]), head[1].y)
    base = Point(tip.x - ARROW, tip.y)
    middle = (start.x + base.x) / 2
    return Way(
        curve=(start, Point(middle, start.y), Point(middle, base.y), base),
        tip=tip,
        label=_label(asked, height) if asked else None,
    )


def _half_width(node: Node) -> float:
    return size_of(node.shape).width / 2 + (RING if node.moment else 0)


def _label(way: Mapping[str, str], height: float) -> Point | None:
    return _turned(Point(*_numbers(way["lp"], 2)), height) if "lp" in way else None


def _way(way: Mapping[str, str], height: float) -> Way:
    curve: list[Point] = []
    tip: Point | None = None
    is_backwards = False
    for part in way["pos"].split():
        if part.startswith(("e,", "s,")):
            tip = _turned(Point(*_numbers(part[2:], 2)), height)
            is_backwards = part.startswith("s,")
        else:
            curve.append(_turned(Point(*_numbers(part, 2)), height))
    if len(curve) < 4 or len(curve) % 3 != 1:
        raise ValueError(way["pos"])
    if is_backwards:
        curve.reverse()
    return Way(curve=tuple(curve), tip=tip or curve[-1], label=_label(way, height))
