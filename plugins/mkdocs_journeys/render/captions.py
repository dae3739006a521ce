"""Words that stand beside boxes: on the ways between them and above the groups they form.

How much room they need is known before anything is laid out, so that Graphviz can keep it free
without ever reading them.
"""

from __future__ import annotations

from mkdocs_journeys.diagrams.graph import Cluster
from mkdocs_journeys.render.shapes import STEP, Size
from mkdocs_journeys.render.words import Wrapped, clean, width, wrap

LABEL_FONT = 12.0
LABEL_LINE = 15.0
_LABEL_ROOM, _NARROW_LABEL_ROOM = 132.0, 100.0
_LABEL_LINES = 3
_LABEL_PADDING = Size(9, 3)

TITLE_FONT = 14.5
TITLE_LINE = 17.0
CLUSTER_MARGIN = 16.0
"""How far boxes stay from the edge of their group, in points."""

TITLE_INSET = 14.0
TITLE_BASELINE = 21.0
_TITLE_ROOM = STEP.width + 2 * (CLUSTER_MARGIN - TITLE_INSET)
_TITLE_LINES = 2


def label_lines(label: str, *, is_narrow: bool = False) -> Wrapped:
    """The lines of the words on a way; no lines when there are no words."""
    room = _NARROW_LABEL_ROOM if is_narrow else _LABEL_ROOM
    return wrap(clean(label), (room,) * _LABEL_LINES, LABEL_FONT)


def label_size(lines: tuple[str, ...]) -> Size:
    """How large the pill around the words on a way is."""
    widest = max(width(line.rstrip(" "), LABEL_FONT) for line in lines)
    return Size(
        round(widest + 2 * _LABEL_PADDING.width),
        len(lines) * LABEL_LINE + 2 * _LABEL_PADDING.height,
    )


def title_words(cluster: Cluster) -> str:
    """Number and title of a group, cleaned, as they are read out."""
    return clean(f"{cluster.number} {cluster.title}")


def title_lines(cluster: Cluster) -> Wrapped:
    """The lines above a group of boxes, number first."""
    return wrap(title_words(cluster), (_TITLE_ROOM,) * _TITLE_LINES, TITLE_FONT, bold=True)
