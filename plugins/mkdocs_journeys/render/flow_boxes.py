"""One box of a flow: shape, icon, number, title, face and the mark of a moment of truth."""

from __future__ import annotations

import math
from collections.abc import Callable
from html import escape

from mkdocs_journeys.diagrams.graph import Node
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.palette import FEELINGS
from mkdocs_journeys.render.flow_ways import Taken
from mkdocs_journeys.render.flow_words import change_in_words, spoken_of
from mkdocs_journeys.render.icons import FACES
from mkdocs_journeys.render.layout import Point
from mkdocs_journeys.render.shapes import RING, WAY_OUT, Size, inset, outline, point, size_of
from mkdocs_journeys.render.words import Wrapped, clean, is_right_to_left, width, wrap

STAR = "star-four-points"
EXIT = "exit-run"

_TITLE_FONT, _TITLE_LINE, _TITLE_LINES = 13.0, 15.0, 3
_WAY_OUT_FONT, _WAY_OUT_LINE, _WAY_OUT_LINES = 12.0, 14.0, 2
_NUMBER_FONT = 12.0
_ICON, _SMALL_ICON, _ICON_GAP = 22.0, 18.0, 8.0
_OVERHANG = 2.0
"""How much nearer to the right edge words may come than to the left: lines rarely end there."""

_FACE, _STAR, _RADIUS = 20.0, 16.0, 12.0
_FACE_INSET, _FACE_RISE, _STAR_INSET, _STAR_RISE = 10.0, 2.0, 12.0, 1.0
_NUMBER_INSET, _NUMBER_HEIGHT = 12.0, 18.0
_CHANGE_DROP = 13.0
"""How far below a box the words stand that say what became of it."""


def nearest_feeling(score: float) -> int:
    """The place of a score on the scale of five, 0 (very negative) to 4 (very positive).

    Half a step goes toward neutral: a drawing may calm a feeling down, but never stir one up.
    """
    steps = math.ceil(abs(score) - 0.5)
    return max(0, min(4, 2 + (steps if score > 0 else -steps)))


def icons_of_box(node: Node) -> tuple[str, ...]:
    """The icons one box needs, with its face and star."""
    face = () if node.score is None else (FACES[nearest_feeling(node.score)],)
    star = (STAR,) if node.moment else ()
    return tuple(name for name in (_icon(node), *face, *star) if name)


class Box:
    """Where a node is drawn; mirrored, it begins at its right side."""

    def __init__(self, node: Node, centre: Point, *, is_mirrored: bool = False) -> None:
        """Take a node, its middle, and the direction in which the drawing is read."""
        self.node = node
        self.centre = centre
        self.is_mirrored = is_mirrored
        self.size = size_of(node.shape)
        self.left = centre.x - self.size.width / 2
        self.top = centre.y - self.size.height / 2

    def from_start(self, inset: float, width: float = 0.0) -> float:
        """Give the left edge of something so wide, so far from the side where reading begins."""
        if self.is_mirrored:
            return self.left + self.size.width - inset - width
        return self.left + inset

    def from_end(self, inset: float) -> float:
        """Give the place so far from the side where reading ends."""
        return self.from_start(self.size.width - inset)


def draw_box(box: Box, href: Callable[[Key], str]) -> str:
    """Draw one box around its centre, as a link where the node leads somewhere.

    What stands in it is measured from its own corner: equal boxes are written with equal letters,
    and so pack to next to nothing on their way to a reader.
    """
    node, place = box.node, f"{point(box.left)} {point(box.top)}"
    middle = Point(box.size.width / 2, box.size.height / 2)
    box = Box(node, middle, is_mirrored=box.is_mirrored)
    title = _Title(box)
    inside = [
        f"<title>{escape(title.words)}</title>" if title.wrapped.is_shortened else "",
        *_outlines(node, box.left, box.top, box.size),
        _use(title.icon, "jm-node__i", box.from_start(title.inset, title.icon_size),
             box.centre.y - title.icon_size / 2, title.icon_size),
        _number(clean(node.number), box),
        title.draw(),
        *_badges(box),
        _change(box),
    ]  # fmt: skip
    classes = f"jm-node jm-node--{node.shape}{' jm-node--mot' if node.moment else ''}"
    classes += f" jm-is-{node.change}" if node.change else ""
    about = (
        f'class="{classes}" transform="translate({place})"{_step(node.to)}'
        f' aria-label="{escape(spoken_of(node))}"'
    )
    if node.to is None:
        return f'<g {about} role="img">{"".join(inside)}</g>'
    return f'<a {about} xlink:href="{escape(href(node.to))}">{"".join(inside)}</a>'


def taken_by(box: Box) -> tuple[Taken, ...]:
    """What a box and the badges on its edge cover."""
    disc = Size(2 * _RADIUS, 2 * _RADIUS)
    taken = [Taken(box.centre, box.size)]
    number = clean(box.node.number)
    if number:
        badge = Size(_number_width(number), _NUMBER_HEIGHT)
        left = box.from_start(_NUMBER_INSET, badge.width)
        taken.append(Taken(Point(left + badge.width / 2, box.top), badge))
    if box.node.score is not None:
        taken.append(Taken(_face_at(box), disc))
    if box.node.moment:
        taken.append(Taken(_star_at(box), disc))
    return tuple(taken)


class _Title:
    """The title of a box, broken into lines for the room beside its icon."""

    def __init__(self, box: Box) -> None:
        node, size = box.node, box.size
        is_small = size == WAY_OUT
        self.box = box
        self.words = clean(node.title)
        self.icon = _icon(node)
        self.icon_size = _SMALL_ICON if is_small else _ICON
        self.inset = inset(node.shape)
        self.indent = self.inset + (self.icon_size + _ICON_GAP if self.icon else 0)
        self.line_height = _WAY_OUT_LINE if is_small else _TITLE_LINE
        room = size.width - self.indent - self.inset + _OVERHANG
        font = _WAY_OUT_FONT if is_small else _TITLE_FONT
        rooms = [room] * (_WAY_OUT_LINES if is_small else _TITLE_LINES)
        self.is_right_to_left = is_right_to_left(self.words)
        self.runs_with_box = self.is_right_to_left == box.is_mirrored
        self.beside_face = (
            0.0 if node.score is None else max(0.0, _RADIUS + _FACE_INSET - self.inset)
        )
        if self.runs_with_box:
            rooms[-1] -= self.beside_face
        else:
            rooms = [room - self.beside_face for room in rooms]
        self.wrapped: Wrapped = wrap(self.words, tuple(rooms), font, bold=node.moment is not None)

    def draw(self) -> str:
        """Draw the lines so that their block stands in the middle of the box."""
        if self.runs_with_box:
            x = self.box.from_start(self.indent)
        else:
            x = self.box.from_end(self.inset + self.beside_face)
        lines = self.wrapped.lines
        first = self.box.centre.y - (len(lines) - 1) * self.line_height / 2 + 4.5
        spans = "".join(
            f'<tspan x="{point(x)}" y="{point(first + row * self.line_height)}">'
            f"{escape(line)}</tspan>"
            for row, line in enumerate(lines)
        )
        return (
            f'<text class="jm-node__t{" jm-rtl" if self.is_right_to_left else ""}">{spans}</text>'
        )


def _icon(node: Node) -> str:
    return node.icon or (EXIT if node.shape == "exit" else "")


def _step(to: Key | None) -> str:
    if to is None or to.kind != "step":
        return ""
    return f' data-step="{escape(to.id.rpartition("/")[2])}"'


def _outlines(node: Node, left: float, top: float, size: Size) -> tuple[str, ...]:
    body = outline(node.shape, "jm-node__s", left, top, size)
    if node.moment:
        around = Size(size.width + 2 * RING, size.height + 2 * RING)
        return (outline(node.shape, "jm-node__ring", left - RING, top - RING, around), body)
    if node.shape == "journey":
        within = Size(size.width - 2 * RING, size.height - 2 * RING)
        return (body, outline(node.shape, "jm-node__ring", left + RING, top + RING, within))
    return (body,)


def _number(number: str, box: Box) -> str:
    if not number:
        return ""
    badge = _number_width(number)
    left = box.from_start(_NUMBER_INSET, badge)
    return (
        f'<rect class="jm-node__nb" x="{point(left)}"'
        f' y="{point(box.top - _NUMBER_HEIGHT / 2)}" width="{point(badge)}"'
        f' height="{point(_NUMBER_HEIGHT)}" rx="{point(_NUMBER_HEIGHT / 2)}"/>'
        f'<text class="jm-node__n" x="{point(left + badge / 2)}"'
        f' y="{point(box.top + 4.2)}">{escape(number)} </text>'
    )


def _change(box: Box) -> str:
    """Say in the picture itself what became of a box: a colour alone says nothing to many."""
    words = change_in_words(box.node.change)
    if not words:
        return ""
    x, y = box.centre.x, box.top + box.size.height + _CHANGE_DROP
    return f'<text class="jm-node__c" x="{point(x)}" y="{point(y)}">{escape(words)}</text>'


def _number_width(number: str) -> float:
    return max(20.0, round(width(number, _NUMBER_FONT, bold=True) + 11))


def _badges(box: Box) -> tuple[str, ...]:
    badges = []
    node = box.node
    if node.score is not None:
        feeling = nearest_feeling(node.score)
        at = _face_at(box)
        badges.append(_disc("jm-node__eb", at))
        badges.append(_centred(FACES[feeling], f"jm-ie-{FEELINGS[feeling]}", at, _FACE))
    if node.moment:
        at = _star_at(box)
        badges.append(_disc("jm-node__sb", at))
        badges.append(_centred(STAR, "jm-node__star", at, _STAR))
    return tuple(badges)


def _face_at(box: Box) -> Point:
    return Point(box.from_end(_FACE_INSET), box.top + box.size.height - _FACE_RISE)


def _star_at(box: Box) -> Point:
    return Point(box.from_end(_STAR_INSET), box.top - _STAR_RISE)


def _disc(name: str, at: Point) -> str:
    return f'<circle class="{name}" cx="{point(at.x)}" cy="{point(at.y)}" r="{point(_RADIUS)}"/>'


def _centred(icon: str, name: str, at: Point, size: float) -> str:
    return _use(icon, name, at.x - size / 2, at.y - size / 2, size)


def _use(icon: str, name: str, x: float, y: float, size: float) -> str:
    if not icon:
        return ""
    return (
        f'<use class="{name}" xlink:href="#jm-i-{escape(icon)}" x="{point(x)}" y="{point(y)}"'
        f' width="{point(size)}" height="{point(size)}"/>'
    )
