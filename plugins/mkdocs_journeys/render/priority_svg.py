"""From the impact and effort matrix as a meaning to numbers that a template can put into an SVG."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mkdocs_journeys.catalog.priorities import MIDDLE, Quadrant
from mkdocs_journeys.diagrams.priority_matrix import Dot, PriorityMatrix
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import later, spoken
from mkdocs_journeys.render.box import Box
from mkdocs_journeys.render.words import clean, width, wrap

SIZE, LEFT, BOTTOM, INSET = 520, 34, 34, 26
"""The square that is drawn in, the room for the words of the axes, and the edge of the scales."""

RADIUS, APART = 17.0, 43.4
"""Of a dot, and from one to the next: a finger hits one of them on a small phone too."""

_TEXT, _LINE, _TITLE = 12.5, 14.5, 15.0
_ROOMS = (124.0, 92.0, 70.0)
"""How wide a label may be; a narrower one is tried where a wider one has no room."""

QUADRANTS: dict[Quadrant, str] = {
    "do-now": later("Do now"),
    "bet": later("Plan as a bet"),
    "fill-in": later("Fill in"),
    "think-twice": later("Think twice"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One quadrant: its rectangle, and its name with the place where it stands."""

    kind: Quadrant
    title: str
    x: float
    y: float
    width: float
    height: float
    title_x: float
    title_y: float
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The title beside a dot: lines with the height of each, all at ``x``."""

    x: float
    anchor: str
    lines: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DotDrawing:
    """A dot at ``x`` and ``y``; ``true`` is where it belongs where another one stands there.

    ``label`` is None where its title has no room.
    """

    dot: Dot
    x: float
    y: float
    true: tuple[float, float] | None
    label: Label | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixDrawing:
    """The matrix in a square of ``size``; all numbers are its coordinates.

    ``left_out`` counts the dots, last in rank, that had no room.
    """

    fields: tuple[Field, ...]
    dots: tuple[DotDrawing, ...]
    left_out: int
    effort_at: tuple[float, float]
    impact_at: tuple[float, float]
    arrow: str
    is_right_to_left: bool
    size: int = SIZE


def draw_matrix(matrix: PriorityMatrix) -> MatrixDrawing:
    """Lay out a matrix in the language spoken: one that runs from right to left is mirrored."""
    mirrored = spoken().is_right_to_left
    fields = tuple(_fields(matrix.dots))
    taken = [_title_box(field) for field in fields]
    spots = _spots(matrix.dots, taken)
    taken += [_around(x, y) for _dot, x, y in spots]
    dots = []
    for dot, x, y in spots:
        label = _label(clean(dot.title), x, y, taken)
        true = (_x(dot.effort), _y(dot.impact))
        is_moved = math.dist(true, (x, y)) > RADIUS
        dots.append(DotDrawing(dot=dot, x=x, y=y, true=true if is_moved else None, label=label))
    middle = (LEFT + SIZE) / 2
    return MatrixDrawing(
        fields=tuple(_mirrored_field(field) for field in fields) if mirrored else fields,
        dots=tuple(_mirrored_dot(dot) for dot in dots) if mirrored else tuple(dots),
        left_out=len(matrix.dots) - len(dots),
        effort_at=(SIZE - middle if mirrored else middle, SIZE - 10),
        impact_at=(SIZE - 16 if mirrored else 16, (SIZE - BOTTOM) / 2),
        arrow="←" if mirrored else "→",
        is_right_to_left=mirrored,
    )


def _x(effort: float) -> float:
    return round(LEFT + INSET + (effort - 1) / 4 * (SIZE - LEFT - 2 * INSET), 1)


def _y(impact: float) -> float:
    return round(INSET + (5 - impact) / 4 * (SIZE - BOTTOM - 2 * INSET), 1)


def _around(x: float, y: float) -> Box:
    """Give the room of a dot."""
    return Box(x - RADIUS - 2, y - RADIUS - 2, x + RADIUS + 2, y + RADIUS + 2)


def _fields(dots: tuple[Dot, ...]) -> Iterator[Field]:
    """Give the quadrants; a name makes way for a dot in its corner."""
    x, y = _x(MIDDLE), _y(MIDDLE)
    standing = [_around(_x(dot.effort), _y(dot.impact)) for dot in dots]
    for kind, name in QUADRANTS.items():
        is_right, is_low = kind in ("bet", "think-twice"), kind in ("fill-in", "think-twice")
        left, right = (x, SIZE) if is_right else (LEFT, x)
        top, bottom = (y, SIZE - BOTTOM) if is_low else (0, y)
        outer = Field(
            kind=kind,
            title=_(name),
            x=left + 2,
            y=top + 2,
            width=right - left - 4,
            height=bottom - top - 4,
            title_x=right - 14 if is_right else left + 14,
            title_y=bottom - 14 if is_low else top + 26,
            anchor="end" if is_right else "start",
        )
        inner = replace(
            outer,
            title_x=left + 14 if is_right else right - 14,
            anchor="start" if is_right else "end",
        )
        yield next((one for one in (outer, inner) if not _is_hidden(one, standing)), outer)


def _is_hidden(field: Field, standing: list[Box]) -> bool:
    return any(_title_box(field).meets(box) for box in standing)


def _title_box(field: Field) -> Box:
    wide = width(field.title, _TITLE, bold=True)
    left = field.title_x - wide if field.anchor == "end" else field.title_x
    return Box(left - 4, field.title_y - 16, left + wide + 4, field.title_y + 6)


def _spots(dots: tuple[Dot, ...], titles: list[Box]) -> list[tuple[Dot, float, float]]:
    """Give each dot a place of its own, as near as can be to where it belongs.

    Only a dot that belongs there may stand on the name of a quadrant.
    """
    placed: list[tuple[Dot, float, float]] = []
    for dot in dots:
        true_x, true_y = _x(dot.effort), _y(dot.impact)
        for away_x, away_y in _SPIRAL:
            x, y = round(true_x + away_x, 1), round(true_y + away_y, 1)
            is_inside = (
                LEFT + RADIUS + 3 <= x <= SIZE - RADIUS - 3
                and RADIUS + 3 <= y <= SIZE - BOTTOM - RADIUS - 3
            )
            is_moved = (away_x, away_y) != (0.0, 0.0)
            if is_moved and any(_around(x, y).meets(title) for title in titles):
                continue
            if is_inside and all(
                math.dist((x, y), (other_x, other_y)) >= APART - 0.2
                for _other, other_x, other_y in placed
            ):
                placed.append((dot, x, y))
                break
    return placed


def _spiral() -> tuple[tuple[float, float], ...]:
    """Give ways off a place, the shortest first, sideways before up and down."""
    ways = [(0.0, 0.0)]
    for ring in range(1, 28):
        far = ring * APART / 2
        turns = sorted(
            (math.tau * part / (6 * ring) for part in range(6 * ring)),
            key=lambda turn: round(abs(math.sin(turn)), 6),
        )
        ways += [(far * math.cos(turn), far * math.sin(turn)) for turn in turns]
    return tuple(ways)


_SPIRAL = _spiral()


def _label(title: str, x: float, y: float, taken: list[Box]) -> Label | None:
    """Give a title the first place beside its dot where it covers nothing, and take it."""
    for room in _ROOMS:
        wrapped = wrap(title, (room,) * 3, _TEXT)
        if wrapped.is_shortened:
            continue
        lines = [line.rstrip() for line in wrapped.lines]
        wide = max((width(line, _TEXT) for line in lines), default=0.0)
        high = len(lines) * _LINE
        for anchor, left, top in _sides(x, y, wide, high):
            box = Box(left, top, left + wide, top + high)
            is_inside = box.left >= LEFT + 4 and box.right <= SIZE - 4 and box.top >= 4
            if not is_inside or box.bottom > SIZE - BOTTOM - 4:
                continue
            if any(box.meets(other) for other in taken):
                continue
            taken.append(box)
            at = {"start": left, "end": left + wide, "middle": x}[anchor]
            return Label(
                x=round(at, 1),
                anchor=anchor,
                lines=tuple(
                    (round(top + 11.5 + row * _LINE, 1), line) for row, line in enumerate(lines)
                ),
            )
    return None


def _sides(x: float, y: float, wide: float, high: float) -> Iterator[tuple[str, float, float]]:
    """Give where a label may stand, best first: its anchor, left edge and top."""
    beside = y - high / 2
    for shift in (0, -12, 12):
        yield "start", x + 22, beside + shift
        yield "end", x - 22 - wide, beside + shift
        if shift == 0:
            yield "middle", x - wide / 2, y + 21
            yield "middle", x - wide / 2, y - 21 - high
    for top in (y + 21, y - 21 - high):
        yield "end", x + RADIUS - wide, top
        yield "start", x - RADIUS, top


def _mirrored_field(field: Field) -> Field:
    # Anchors stay: in a drawing that runs from right to left, "start" is the right end of a text.
    return replace(field, x=SIZE - field.x - field.width, title_x=SIZE - field.title_x)


def _mirrored_dot(drawn: DotDrawing) -> DotDrawing:
    label = drawn.label
    return replace(
        drawn,
        x=round(SIZE - drawn.x, 1),
        true=(round(SIZE - drawn.true[0], 1), drawn.true[1]) if drawn.true else None,
        label=replace(label, x=round(SIZE - label.x, 1)) if label else None,
    )
