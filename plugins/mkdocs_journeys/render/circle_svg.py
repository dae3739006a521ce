"""The circle of a journey as an SVG: arcs of stages, feeling as the distance from the middle."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from mkdocs_journeys.diagrams.circle import Circle
from mkdocs_journeys.diagrams.stops import Stop
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import ngettext
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.render.feeling import signed
from mkdocs_journeys.render.layout import Point
from mkdocs_journeys.render.shapes import point
from mkdocs_journeys.render.stop_marks import draw_stop, mark
from mkdocs_journeys.render.words import clean, wrap

SIZE = 640.0
CENTRE = SIZE / 2
ZERO, LEVEL = 148.0, 34.0
"""Where a score of 0 stands from the middle, and how far apart two whole scores are."""

ARC, ARC_WIDTH, GAP = 240.0, 34.0, 0.035
"""Inner radius and width of the stages, and half of the gap between two, as an angle."""

UNSCORED = 228.0
"""Steps without a score wait at the edge: nobody knows how far from the middle they belong."""

_FONT = 15.0
_CROWDED = 930.0
"""The way around at score 0: what all faces share."""

_MOST_NUMBERS, _MOST_CURVED = 30, 30
"""Up to so many stops have a number, and a line that is rounded: more of them zigzag too much."""

_TENSION = 0.16


@dataclass(frozen=True, slots=True)
class _Spot:
    """A stop with its angle, clockwise from the top, and its point."""

    stop: Stop
    angle: float
    at: Point


def draw_circle(circle: Circle, *, href: Callable[[Key], str], prefix: str) -> str:
    """Draw a circle with a link for every step; ``prefix`` keeps its ids apart from others."""
    spots = tuple(_spots(circle))
    scale = min(0.86, _CROWDED / max(len(spots), 1) / 28)
    title = _("Lifecycle of %(title)s") % {"title": circle.title}
    described = _(
        "Stages run clockwise from the top. The further from the middle, the better it feels; the "
        "dashed circle is neutral."
    )
    return "".join(
        (
            '<svg class="jm-circle" xmlns="http://www.w3.org/2000/svg"'
            ' xmlns:xlink="http://www.w3.org/1999/xlink"'
            f' viewBox="0 0 {SIZE:g} {SIZE:g}" width="{SIZE:g}" height="{SIZE:g}" role="group"'
            f' aria-labelledby="{prefix}t {prefix}d">',
            f'<title id="{prefix}t">{escape(clean(title))}</title>',
            f'<desc id="{prefix}d">{escape(described)}</desc>',
            *_arcs(circle, href, prefix),
            *(
                f'<circle class="jm-level{" jm-level--0" if score == 0 else ""}" cx="{CENTRE:g}"'
                f' cy="{CENTRE:g}" r="{ZERO + LEVEL * score:g}"/>'
                for score in (2, 0, -2)
            ),
            *_lines(spots),
            *_wholes(circle),
            *(_stop(spot, href, scale, has_number=len(spots) <= _MOST_NUMBERS) for spot in spots),
            *_middle(circle),
            "</svg>",
        )
    )


def angles(circle: Circle) -> tuple[tuple[float, float], ...]:
    """Give where each stage begins and ends, clockwise from the top, in radians.

    Half of the way is shared alike, half by the number of stops: a stage of one step keeps room
    for its title, one of many for its faces.
    """
    stretches = circle.stretches
    total = sum(stretch.stops for stretch in stretches)
    ends, end = [], 0.0
    for stretch in stretches:
        share = (stretch.stops / total + 1 / len(stretches)) / 2
        ends.append((end, end + share * math.tau))
        end += share * math.tau
    return tuple(ends)


def _on(angle: float, radius: float) -> Point:
    return Point(CENTRE + radius * math.sin(angle), CENTRE - radius * math.cos(angle))


def _spots(circle: Circle) -> Iterator[_Spot]:
    stops = iter(circle.stops)
    for stretch, (start, end) in zip(circle.stretches, angles(circle), strict=True):
        for place in range(stretch.stops):
            stop = next(stops)
            angle = start + GAP + (end - start - 2 * GAP) * (place + 0.5) / stretch.stops
            radius = UNSCORED if stop.score is None else ZERO + LEVEL * stop.score
            at = _on(angle, radius)
            yield _Spot(stop, angle, Point(round(at.x), round(at.y)))


def _arcs(circle: Circle, href: Callable[[Key], str], prefix: str) -> Iterator[str]:
    for place, (stretch, (start, end)) in enumerate(
        zip(circle.stretches, angles(circle), strict=True)
    ):
        begin, stop = start + GAP, end - GAP
        words = clean(f"{stretch.number} {stretch.title}")
        yield (
            f'<a xlink:href="{escape(href(stretch.to))}"><title>{escape(words)}</title>'
            f'<path class="jm-arc" d="{_sector(begin, stop)}"/>'
        )
        path, room = _text_way(begin, stop)
        lines = wrap(clean(stretch.title), (room,), _FONT, bold=True).lines if room > 30 else ()
        shown = f'<tspan class="jm-arc__t"> {escape(lines[0])}</tspan>' if lines else ""
        yield (
            f'<path id="{prefix}a{place}" class="jm-arc__p" d="{path}"/>'
            f'<text class="jm-arc__x"><textPath xlink:href="#{prefix}a{place}" startOffset="50%">'
            f"{escape(stretch.number)}{shown}</textPath></text></a>"
        )
    x, y = point(CENTRE), CENTRE - ARC - ARC_WIDTH
    yield (
        f'<path class="jm-circle__s" d="M{point(CENTRE - 5)} {point(y - 9)}h10l-5 8z"/>'
        f'<text class="jm-circle__c" x="{x}" y="{point(y - 15)}">{escape(_("start"))}</text>'
    )


def _sector(start: float, end: float) -> str:
    outer = ARC + ARC_WIDTH
    first, second = _on(start, ARC), _on(end, ARC)
    third, last = _on(end, outer), _on(start, outer)
    wide = int(end - start > math.pi)
    return (
        f"M{_pair(first)}A{ARC:g} {ARC:g} 0 {wide} 1 {_pair(second)}"
        f"L{_pair(third)}A{outer:g} {outer:g} 0 {wide} 0 {_pair(last)}Z"
    )


def _text_way(start: float, end: float) -> tuple[str, float]:
    """Give the way of a title in its arc, and how long it may be beside its number.

    On the lower half it runs the other way round, so that nobody has to stand on their head.
    """
    middle = (start + end) / 2
    is_low = math.pi / 2 < middle < 3 * math.pi / 2
    radius = ARC + ARC_WIDTH / 2 + (5 if is_low else -5)
    # An arc all the way round has no inside: a title never needs more than half of it.
    half = min((end - start) / 2, math.pi / 2)
    first, last = _on(middle - half, radius), _on(middle + half, radius)
    if is_low:
        first, last = last, first
    path = f"M{_pair(first)}A{radius:g} {radius:g} 0 0 {int(not is_low)} {_pair(last)}"
    return path, 2 * half * radius - 28


def _lines(spots: tuple[_Spot, ...]) -> Iterator[str]:
    """Draw the feeling from stop to stop; thin dots where something between was not scored."""
    scored = [place for place, spot in enumerate(spots) if spot.stop.score is not None]
    ways = {False: [""], True: [""]}
    at = [spots[place].at for place in scored]
    tension = _TENSION if len(spots) <= _MOST_CURVED else 0.0
    for nth, (before, after) in enumerate(pairwise(scored)):
        start, end = at[nth], at[nth + 1]
        earlier, later = at[max(nth - 1, 0)], at[min(nth + 2, len(at) - 1)]
        out = Point(
            start.x + (end.x - earlier.x) * tension, start.y + (end.y - earlier.y) * tension
        )
        into = Point(end.x - (later.x - start.x) * tension, end.y - (later.y - start.y) * tension)
        numbers = " ".join(f"{each:.0f}" for each in ((*out, *into, *end) if tension else end))
        kind = "C" if tension else "L"
        ways[after - before > 1].append(f"M{_pair(start)}{kind}{numbers}")
    thin = " jm-way--thin" if len(spots) > _MOST_CURVED else ""
    yield f'<path class="jm-way{thin}" d="{"".join(ways[False])}"/>'
    yield f'<path class="jm-way jm-way--gap" d="{"".join(ways[True])}"/>'


def _wholes(circle: Circle) -> Iterator[str]:
    """Draw the faces of stages that stand for their steps, because none of these was scored."""
    for score, (start, end) in zip(circle.wholes, angles(circle), strict=True):
        if score is not None:
            at = _on((start + end) / 2, ZERO + LEVEL * score)
            yield f'<g transform="translate({_pair(at)})">{mark(score, 1)}</g>'


def _stop(spot: _Spot, href: Callable[[Key], str], scale: float, *, has_number: bool) -> str:
    # Outwards from the face, where the line does not run.
    off = 23.0 if spot.stop.moment else 19.0
    beside = Point(off * math.sin(spot.angle), 4 - off * math.cos(spot.angle))
    has_number = has_number and spot.stop.score is not None
    return draw_stop(spot.stop, spot.at, href, scale=scale, number=beside if has_number else None)


def _middle(circle: Circle) -> Iterator[str]:
    centre = point(CENTRE)

    def line(name: str, y: float, words: str) -> str:
        return f'<text class="{name}" x="{centre}" y="{point(CENTRE + y)}">{escape(words)}</text>'

    yield line("jm-circle__m", -8, signed(circle.mean, 1))
    yield line("jm-circle__c", 12, _("average emotion"))
    if circle.switches:
        said = ngettext("%(num)d channel switch", "%(num)d channel switches", circle.switches)
        yield line("jm-circle__c", 28, said % {"num": circle.switches})


def _pair(at: Point) -> str:
    return f"{point(at.x)} {point(at.y)}"
