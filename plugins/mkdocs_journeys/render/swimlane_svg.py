"""The swimlane as an SVG: rows of channels, and the way of the customer from one to the next.

It is drawn in its natural size and scrolls where it is wider than the page; a second, small drawing
of the names alone lies over it and stays in sight.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from mkdocs_journeys.diagrams.swimlane import Lane, Swimlane
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import spoken
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.render.icons import is_icon_name
from mkdocs_journeys.render.layout import Point
from mkdocs_journeys.render.shapes import Size, outline, point
from mkdocs_journeys.render.stop_marks import draw_stop
from mkdocs_journeys.render.words import clean, wrap

WIDTH = 1404.0
"""How wide a journey of few steps may become: the room of a page on a common desk."""

NAMES, HEAD, ROW, END = 172.0, 50.0, 50.0, 14.0
"""The room for names, stage titles, one row, and after the last step."""

NARROWEST, WIDEST = 46.0, 120.0
"""The room of one step."""

_SHAPE, _ICON, _SHAPE_INSET = 34.0, 20.0, 10.0
_NAME_FONT, _NAME_LINE = 14.0, 16.0
_STAGE_FONT, _STAGE_LINE, _STAGE_INSET = 14.0, 17.0, 8.0
_NUMBER_ABOVE, _NUMBER_BELOW = Point(22, -13), Point(22, 21)
"""Where a number stands from its face: on the side that the line does not take."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where everything stands; mirrored where the language runs from right to left."""

    step: float
    width: float
    height: float
    is_mirrored: bool

    def x(self, along: float) -> float:
        return self.width - along if self.is_mirrored else along

    @property
    def onward(self) -> int:
        """1 where the way runs to the right, else -1."""
        return -1 if self.is_mirrored else 1

    def stop(self, place: int, row: int) -> Point:
        return Point(self.x(NAMES + (place + 0.5) * self.step), HEAD + (row + 0.5) * ROW)


def draw_swimlane(swimlane: Swimlane, *, href: Callable[[Key], str], prefix: str) -> str:
    """Draw a swimlane with a link for every step; ``prefix`` keeps its ids apart from others."""
    plan = _plan(swimlane)
    title = _("Swimlane by channel: %(title)s") % {"title": swimlane.title}
    described = _("Rows are channels, columns are steps. All of them are told in words as well.")
    return "".join(
        (
            '<svg class="jm-swim" xmlns="http://www.w3.org/2000/svg"'
            ' xmlns:xlink="http://www.w3.org/1999/xlink"'
            f' viewBox="0 0 {point(plan.width)} {point(plan.height)}"'
            f' width="{point(plan.width)}" height="{point(plan.height)}"'
            f' role="group" aria-labelledby="{prefix}t {prefix}d">',
            f'<title id="{prefix}t">{escape(clean(title))}</title>',
            f'<desc id="{prefix}d">{escape(described)}</desc>',
            *_bands(swimlane, plan),
            *_stages(swimlane, plan, href),
            f'<path class="jm-way" d="{_way(swimlane, plan, is_gap=False)}"/>',
            f'<path class="jm-way jm-way--gap" d="{_way(swimlane, plan, is_gap=True)}"/>',
            *_stops(swimlane, plan, href),
            f'<g id="{prefix}n" aria-hidden="true">',
            *_names(swimlane, plan),
            "</g></svg>",
        )
    )


def draw_names(swimlane: Swimlane, *, prefix: str) -> str:
    """Draw the names once more, to lie over them: they stay where they are when steps scroll."""
    plan = _plan(swimlane)
    left = plan.width - NAMES if plan.is_mirrored else 0
    near = "xMaxYMin" if plan.is_mirrored else "xMinYMin"
    return (
        f'<svg class="jm-swim__names" viewBox="{point(left)} 0 {point(NAMES)} {point(plan.height)}"'
        f' width="{point(NAMES)}" height="{point(plan.height)}" preserveAspectRatio="{near} slice"'
        f' aria-hidden="true" focusable="false"><use xlink:href="#{prefix}n"/></svg>'
    )


def _plan(swimlane: Swimlane) -> _Plan:
    stops = len(swimlane.stops)
    # Even, so that the middle of a step is a whole number: half the letters in the page.
    step = max(NARROWEST, min(WIDEST, 2 * ((WIDTH - NAMES - END) // (2 * stops))))
    return _Plan(
        step=step,
        width=round(NAMES + stops * step + END),
        height=HEAD + len(swimlane.lanes) * ROW,
        is_mirrored=spoken().is_right_to_left,
    )


def _bands(swimlane: Swimlane, plan: _Plan) -> Iterator[str]:
    for row in range(0, len(swimlane.lanes), 2):
        yield (
            f'<rect class="jm-band" y="{point(HEAD + row * ROW)}" width="{point(plan.width)}"'
            f' height="{point(ROW)}"/>'
        )


def _stages(swimlane: Swimlane, plan: _Plan, href: Callable[[Key], str]) -> Iterator[str]:
    place = 0
    for stretch in swimlane.stretches:
        start = NAMES + place * plan.step
        x = point(plan.x(start))
        yield f'<path class="jm-border" d="M{x} 8V{point(plan.height - 8)}"/>'
        words = clean(f"{stretch.number} {stretch.title}")
        room = stretch.stops * plan.step - 1.5 * _STAGE_INSET
        lines = wrap(words, (room, room), _STAGE_FONT, bold=True).lines
        first = HEAD / 2 + 4.5 - (len(lines) - 1) * _STAGE_LINE / 2
        at = point(plan.x(start + _STAGE_INSET))
        spans = "".join(
            f'<tspan x="{at}" y="{point(first + row * _STAGE_LINE)}">{escape(line)}</tspan>'
            for row, line in enumerate(lines)
        )
        yield (
            f'<a xlink:href="{escape(href(stretch.to))}"><title>{escape(words)}</title>'
            f'<text class="jm-swim__s{_end(plan)}">{spans}</text></a>'
        )
        place += stretch.stops


def _way(swimlane: Swimlane, plan: _Plan, *, is_gap: bool) -> str:
    """Give the data of the line: from one known channel to the next, curved and never beyond.

    A gap is where steps between the two have no channel in sight.
    """
    lanes = swimlane.lanes
    known = [at for at, rows in enumerate(swimlane.rows) if lanes[rows[0]].kind == "channel"]
    data: list[str] = []
    at: int | None = None
    for before, after in pairwise(known):
        if (after - before > 1) is not is_gap:
            continue
        start = plan.stop(before, swimlane.rows[before][0])
        end = plan.stop(after, swimlane.rows[after][0])
        half = (end.x - start.x) / 2
        if at != before:
            data.append(f"M{point(start.x)} {point(start.y)}")
        data.append(
            f"C{point(start.x + half)} {point(start.y)} {point(end.x - half)} {point(end.y)}"
            f" {point(end.x)} {point(end.y)}"
        )
        at = after
    return "".join(data)


def _stops(swimlane: Swimlane, plan: _Plan, href: Callable[[Key], str]) -> Iterator[str]:
    for place, (stop, rows) in enumerate(zip(swimlane.stops, swimlane.rows, strict=True)):
        at = plan.stop(place, rows[0])
        for row in rows[1:]:
            other = plan.stop(place, row)
            yield (
                f'<path class="jm-also" d="M{point(at.x)} {point(at.y)}V{point(other.y)}"/>'
                f'<circle class="jm-also" cx="{point(other.x)}" cy="{point(other.y)}" r="5"/>'
            )
        after = swimlane.rows[place + 1][0] if place + 1 < len(swimlane.rows) else rows[0]
        beside = _NUMBER_BELOW if after < rows[0] else _NUMBER_ABOVE
        yield draw_stop(stop, at, href, number=Point(plan.onward * beside.x, beside.y))


def _names(swimlane: Swimlane, plan: _Plan) -> Iterator[str]:
    """Draw the column of names on its own ground, so that it can lie over the steps."""
    left = plan.width - NAMES if plan.is_mirrored else 0.0
    yield (
        f'<rect class="jm-swim__g" x="{point(left)}" width="{point(NAMES)}"'
        f' height="{point(plan.height)}"/>'
    )
    for row, lane in enumerate(swimlane.lanes):
        top = HEAD + row * ROW
        if row % 2 == 0:
            yield (
                f'<rect class="jm-band" x="{point(left)}" y="{point(top)}" width="{point(NAMES)}"'
                f' height="{point(ROW)}"/>'
            )
        edge = NAMES - _SHAPE_INSET - _SHAPE if plan.is_mirrored else _SHAPE_INSET
        yield _shape(lane, Point(left + edge, top + (ROW - _SHAPE) / 2))
        yield _name(lane, plan, top + ROW / 2)


def _shape(lane: Lane, at: Point) -> str:
    family = lane.family or "plain"
    inset = (_SHAPE - _ICON) / 2
    return (
        f'<g class="jm-node jm-node--{family}">'
        f"{outline(family, 'jm-node__s', at.x, at.y, Size(_SHAPE, _SHAPE))}"
        f'<use class="jm-node__i" xlink:href="#jm-i-{_icon(lane)}" x="{point(at.x + inset)}"'
        f' y="{point(at.y + inset)}" width="{point(_ICON)}" height="{point(_ICON)}"/></g>'
    )


def _icon(lane: Lane) -> str:
    if lane.kind != "channel":
        return "eye-off-outline" if lane.kind == "unseen" else "help-circle-outline"
    return lane.icon if is_icon_name(lane.icon) else "label-outline"


def _name(lane: Lane, plan: _Plan, middle: float) -> str:
    indent = 2 * _SHAPE_INSET + _SHAPE
    room = NAMES - indent - 4
    lines = wrap(clean(lane_title(lane)), (room, room), _NAME_FONT).lines
    first = middle + 5 - (len(lines) - 1) * _NAME_LINE / 2
    x = point(plan.x(indent))
    spans = "".join(
        f'<tspan x="{x}" y="{point(first + row * _NAME_LINE)}">{escape(line)}</tspan>'
        for row, line in enumerate(lines)
    )
    return f'<text class="jm-swim__c{_end(plan)}">{spans}</text>'


def lane_title(lane: Lane) -> str:
    """Give what a row is called; the two rows without a channel say why."""
    if lane.kind == "channel":
        return lane.title
    return _("Unseen by the customer") if lane.kind == "unseen" else _("No channel named")


def _end(plan: _Plan) -> str:
    return " jm-end" if plan.is_mirrored else ""
