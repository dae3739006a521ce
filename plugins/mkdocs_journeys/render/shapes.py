"""The outlines of boxes: what a step's kind of channel looks like before anybody reads it."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs_journeys.diagrams.graph import Shape


class Size(NamedTuple):
    """Width and height in points."""

    width: float
    height: float


STEP = Size(184, 64)
"""Room for three lines of a title."""

WAY_OUT = Size(164, 40)
"""Ends and exits are smaller: nothing happens there any more."""

RING = 4.0
"""How far the ring around a moment of truth stands off, in points."""

_CORNER = 9.0
_CUT = 14.0


def size_of(shape: Shape) -> Size:
    """How large the box of a shape is, whatever stands in it."""
    return WAY_OUT if shape in ("exit", "end") else STEP


def inset(shape: Shape) -> float:
    """How far inside its left and right edge a shape has room for words, in points."""
    return {"human": 18.0, "persona": 18.0, "outside": 18.0, "exit": 14.0, "end": 14.0}.get(
        shape, 12.0
    )


def outline(shape: Shape, name: str, left: float, top: float, size: Size) -> str:
    """Draw the outline of a shape as one SVG element with the class ``name``."""
    width, height = size
    if shape in ("human", "persona", "exit", "end"):
        return _rectangle(name, left, top, size, height / 2)
    if shape in ("digital", "journey"):
        return _rectangle(name, left, top, size, _CORNER)
    if shape == "physical":
        return _path(
            name,
            f"M{point(left)} {point(top)}h{point(width - _CUT)}l{_CUT:g} {_CUT:g}"
            f"v{point(height - _CUT)}h-{point(width)}z",
        )
    if shape == "outside":
        half = point(height / 2)
        flat = point(width - 2 * _CUT)
        return _path(
            name,
            f"M{point(left + _CUT)} {point(top)}h{flat}l{_CUT:g} {half}l-{_CUT:g} {half}"
            f"h-{flat}l-{_CUT:g} -{half}z",
        )
    return _rectangle(name, left, top, size, 0)


def point(number: float) -> str:
    """Write a length with at most one decimal, as ``12`` or ``12.5``, the same on every machine."""
    text = f"{number:.1f}"
    text = text.removesuffix(".0")
    return "0" if text == "-0" else text


def _rectangle(name: str, left: float, top: float, size: Size, corner: float) -> str:
    rounded = f' rx="{point(corner)}"' if corner else ""
    return (
        f'<rect class="{name}" x="{point(left)}" y="{point(top)}"'
        f' width="{point(size.width)}" height="{point(size.height)}"{rounded}/>'
    )


def _path(name: str, line: str) -> str:
    return f'<path class="{name}" d="{line}"/>'
