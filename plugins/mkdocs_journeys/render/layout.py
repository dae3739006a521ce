"""Where everything in a drawing goes, as Graphviz has worked it out.

Lengths are points, x grows to the right and y downwards, from the top left corner.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_journeys.diagrams.graph import Graph


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
    where there are none.
    """

    curve: tuple[Point, ...]
    tip: Point
    label: Point | None


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
        return Layout(
            width=width,
            height=height,
            nodes=tuple(
                _turned(Point(*_numbers(things[f"n{number}"]["pos"], 2)), height)
                for number in range(1, len(graph.nodes) + 1)
            ),
            ways=tuple(
                _way(ways[f"e{number}"], height) for number in range(1, len(graph.edges) + 1)
            ),
            frames=tuple(
                _frame(things[f"cluster{number}"]["bb"], height)
                for number in range(1, len(graph.clusters) + 1)
            ),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as trouble:
        raise NoPicture("Graphviz gave an answer that is no layout of the diagram.") from trouble


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
    label = _turned(Point(*_numbers(way["lp"], 2)), height) if "lp" in way else None
    return Way(curve=tuple(curve), tip=tip or curve[-1], label=label)
