"""One stop in a drawing of its own kind: a face on a disc that leads to the step, and its words."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from mkdocs_journeys.diagrams.graph import Handling
from mkdocs_journeys.diagrams.stops import Stop
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import later
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.render.feeling import feeling, signed
from mkdocs_journeys.render.layout import Point
from mkdocs_journeys.render.shapes import point
from mkdocs_journeys.render.words import clean

_MOMENTS: dict[Handling, str] = {
    "winning": later("Moment of truth, winning"),
    "at-risk": later("Moment of truth, at risk"),
    "failing": later("Moment of truth, failing"),
    "unrated": later("Moment of truth"),
}
_DISC, _FACE, _RING, _OPEN = 14.0, 22.0, 19.0, 7.0
"""Sizes of a stop at scale 1: the disc under a face, the face, the ring of a moment of truth,
and the small open circle of a stop that nobody scored."""

_LEAST_FACE = 0.4
"""The scale below which a face is no face any more."""


def told(stop: Stop) -> str:
    """Say all of a stop but number and title: channels, feeling, moment of truth; may be empty."""
    parts = [", ".join(title for ref, title in stop.channels)]
    if stop.is_unseen:
        parts.append(_("Unseen by the customer"))
    if stop.word:
        parts.append(_("Feeling %(word)s") % {"word": stop.word})
    if stop.score is not None:
        parts.append(_("Emotion %(score)s") % {"score": signed(stop.score)})
    if stop.moment:
        parts.append(_(_MOMENTS[stop.moment]))
    return clean(". ".join(part for part in parts if part))


def draw_stop(
    stop: Stop, at: Point, href: Callable[[Key], str], *, scale: float = 1.0, number: Point | None
) -> str:
    """Draw a stop around a point, as a link; ``number`` is where its number stands from there."""
    step = f' data-step="{escape(stop.step)}"' if stop.step else ""
    name = f"{clean(f'{stop.number} {stop.title}')}. {told(stop)}".strip()
    shown = ""
    if number is not None and stop.number:
        shown = (
            f'<text class="jm-stop__n" x="{point(number.x)}" y="{point(number.y)}">'
            f"{stop.number}</text>"
        )
    return (
        f'<a{step} xlink:href="{escape(href(stop.to))}" transform="translate({point(at.x)} '
        f'{point(at.y)})"><title>{escape(name)}</title>{_ring(stop, scale)}'
        f"{mark(stop.score, scale)}{shown}</a>"
    )


def mark(score: float | None, scale: float) -> str:
    """Draw a face on its disc around the origin, or a small open circle for no score.

    Where it would be too small to be seen as a face it is a dot in its colour.
    """
    if score is None:
        return f'<circle class="jm-stop__o" r="{point(_OPEN * scale)}"/>'
    felt = feeling(score)
    if scale < _LEAST_FACE:
        return f'<circle class="jm-ie-{felt.token}" r="{point(max(_DISC * scale, 2.5))}"/>'
    size = _FACE * scale
    return (
        f'<circle class="jm-stop__d" r="{point(_DISC * scale)}"/>'
        f'<use class="jm-ie-{felt.token}" xlink:href="#jm-i-{felt.icon}" x="{point(-size / 2)}"'
        f' y="{point(-size / 2)}" width="{point(size)}" height="{point(size)}"/>'
    )


def _ring(stop: Stop, scale: float) -> str:
    return f'<circle class="jm-stop__r" r="{point(_RING * scale)}"/>' if stop.moment else ""
