"""From a graph and its layout to the finished drawing.

The drawing is meant to stand inside a page: it carries classes and geometry but no colour, no
style and no script, so that it follows the page's light or dark scheme and its policy on content.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape

from mkdocs_journeys.diagrams.graph import Cluster, Graph
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.render.captions import (
    TITLE_BASELINE,
    TITLE_INSET,
    TITLE_LINE,
    title_lines,
    title_words,
)
from mkdocs_journeys.render.flow_boxes import Box, draw_box, icons_of_box, taken_by
from mkdocs_journeys.render.flow_ways import draw_labels, draw_way
from mkdocs_journeys.render.layout import Frame, Layout, Point, Way, mirrored
from mkdocs_journeys.render.shapes import Size, point
from mkdocs_journeys.render.words import clean, is_right_to_left

MARGIN = 14.0
"""How far the drawing reaches beyond the layout, for badges at its edge, in points."""


def icons_of(graph: Graph) -> frozenset[str]:
    """The names of all icons a drawing refers to; their symbols stand once in the page."""
    return frozenset(icon for node in graph.nodes for icon in icons_of_box(node))


def draw(
    graph: Graph,
    layout: Layout,
    *,
    href: Callable[[Key], str],
    prefix: str,
    is_mirrored: bool = False,
) -> str:
    """Draw a graph as one inline ``<svg>`` element.

    ``href`` gives the address of what a node or group leads to, as it is written on the page;
    ``prefix`` makes the drawing's ids unique in the page; one that ``is_mirrored`` runs from right
    to left. Links are ``xlink:href`` only, because plain ``href`` breaks instant navigation in
    Material for MkDocs 9.8.
    """
    layout = mirrored(layout) if is_mirrored else layout
    size = Size(layout.width + 2 * MARGIN, layout.height + 2 * MARGIN)
    ways = tuple(zip(graph.edges, map(_moved_way, layout.ways), strict=True))
    frames = tuple(zip(graph.clusters, map(_moved_frame, layout.frames), strict=True))
    boxes = tuple(
        Box(node, _moved(at), is_mirrored=is_mirrored)
        for node, at in zip(graph.nodes, layout.nodes, strict=True)
    )
    taken = tuple(thing for box in boxes for thing in taken_by(box))
    name = escape(prefix)
    return "".join(
        (
            '<svg class="jm-flow__svg" xmlns="http://www.w3.org/2000/svg"'
            ' xmlns:xlink="http://www.w3.org/1999/xlink"'
            f' viewBox="0 0 {point(size.width)} {point(size.height)}"'
            f' width="{point(size.width)}" height="{point(size.height)}"'
            f' role="group" aria-labelledby="{name}-t {name}-d">',
            f'<title id="{name}-t">{escape(clean(graph.title))}</title>',
            f'<desc id="{name}-d">{escape(clean(graph.description))}</desc>',
            *(_frame(cluster, frame) for cluster, frame in frames),
            *(draw_way(edge, way) for edge, way in ways),
            *_boxes_and_titles(boxes, frames, href),
            draw_labels(ways, taken, size),
            "</svg>",
        )
    )


def _boxes_and_titles(
    boxes: tuple[Box, ...],
    frames: tuple[tuple[Cluster, Frame], ...],
    href: Callable[[Key], str],
) -> Iterator[str]:
    """Boxes in the order of the graph, the title of each group before the first of its boxes.

    Titles come after the ways, because a way may lead through a frame where its title stands.
    """
    titles = {
        cluster.nodes[0]: _title(cluster, frame, href) for cluster, frame in frames if cluster.nodes
    }
    for box in boxes:
        yield titles.get(box.node.name, "")
        yield draw_box(box, href)
    yield from (_title(cluster, frame, href) for cluster, frame in frames if not cluster.nodes)


def _moved(at: Point) -> Point:
    return Point(at.x + MARGIN, at.y + MARGIN)


def _moved_way(way: Way) -> Way:
    return replace(
        way,
        curve=tuple(map(_moved, way.curve)),
        tip=_moved(way.tip),
        label=None if way.label is None else _moved(way.label),
    )


def _moved_frame(frame: Frame) -> Frame:
    return replace(frame, left=frame.left + MARGIN, top=frame.top + MARGIN)


def _frame(cluster: Cluster, frame: Frame) -> str:
    change = f" jm-is-{cluster.change}" if cluster.change else ""
    return (
        f'<rect class="jm-cluster{change}" x="{point(frame.left)}" y="{point(frame.top)}"'
        f' width="{point(frame.width)}" height="{point(frame.height)}" rx="12"/>'
    )


def _title(cluster: Cluster, frame: Frame, href: Callable[[Key], str]) -> str:
    words = title_lines(cluster)
    name, x = "jm-cl-t", frame.left + TITLE_INSET
    if is_right_to_left(clean(cluster.title)):
        name, x = "jm-cl-t jm-rtl", frame.left + frame.width - TITLE_INSET
    spans = "".join(
        f'<tspan x="{point(x)}" y="{point(frame.top + TITLE_BASELINE + row * TITLE_LINE)}">'
        f"{_with_number(line, clean(cluster.number) if row == 0 else '')}</tspan>"
        for row, line in enumerate(words.lines)
    )
    full = escape(title_words(cluster))
    tip = f"<title>{full}</title>" if words.is_shortened else ""
    text = f'<text class="{name}">{tip}{spans}</text>'
    if cluster.to is None:
        return text
    return (
        f'<a class="jm-cl" aria-label="{full}" xlink:href="{escape(href(cluster.to))}">{text}</a>'
    )


def _with_number(line: str, number: str) -> str:
    if not number or not line.startswith(number):
        return escape(line)
    rest = escape(line[len(number) :])
    return f'<tspan class="jm-cl-n">{escape(number)}</tspan>{rest}'
