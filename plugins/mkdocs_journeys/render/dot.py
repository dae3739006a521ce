"""From a graph to the question put to Graphviz: boxes of a fixed size, and nothing to read.

No word of a map enters Graphviz. Where words will stand, it is given a row of the letter ``x``
in a typewriter face as wide as our own estimate, whose measures Graphviz knows without any font.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from mkdocs_journeys.diagrams.graph import Edge, Graph
from mkdocs_journeys.render.captions import CLUSTER_MARGIN, label_lines, label_size, title_lines
from mkdocs_journeys.render.shapes import STEP, Size, size_of

MANY_NODES = 40
MANY_EDGES_PER_NODE = 3

_POINTS_PER_INCH = 72

# Courier is 0.6 em wide and Graphviz sets lines 1.2 em apart: 6 by 12 points at this size.
_STAND_IN_FONT = 10
_STAND_IN = Size(6, 12)
_TITLE_STAND_IN_FONT = 13

_AROUND_WORDS = 30
"""What a way needs above and below its words, arrowhead and badges included."""

# Few rounds of every search, and lines that need not look for their way between the boxes.
_CHEAP = "splines=line nslimit=2 nslimit1=2 mclimit=0.3"


def write_dot(graph: Graph) -> str:
    """Ask Graphviz where things go: nodes n1…, groups cluster1…, ways with the ids e1….

    The numbers count from 1 in the order of the graph. Every group is a column, its boxes from top
    to bottom in their order, and first boxes stand in one row. Raises KeyError when an edge or a
    group names a node that the graph does not have.
    """
    return "\n".join(_statements(_Plan(graph))) + "\n"


def direct_ways(graph: Graph) -> frozenset[int]:
    """The places (from 0) of the edges that lead from one column to the next.

    Between two columns stands nothing to go around, so their course is known: without words
    they are not even asked for. Graphviz would lead them around all that stands below.
    """
    column = {name: place for place, group in enumerate(graph.clusters) for name in group.nodes}
    return frozenset(
        place
        for place, edge in enumerate(graph.edges)
        if edge.kind != "loop" and column.get(edge.head) == column.get(edge.tail, -2) + 1
    )


def is_large(graph: Graph) -> bool:
    """Whether a graph is laid out with few rounds and straight lines, to end in time."""
    return (
        len(graph.nodes) > MANY_NODES or len(graph.edges) > len(graph.nodes) * MANY_EDGES_PER_NODE
    )


class _Plan:
    """Which group and which place in it every node has; reads a graph and writes nothing."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.ids = {node.name: f"n{number}" for number, node in enumerate(graph.nodes, start=1)}
        self.columns = tuple(
            tuple(self.ids[name] for name in cluster.nodes) or (f"s{number}",)
            for number, cluster in enumerate(graph.clusters, start=1)
        )
        self.place = {
            node: (column, row)
            for column, nodes in enumerate(self.columns)
            for row, node in enumerate(nodes)
        }
        self.joined = {
            frozenset((self.ids[edge.tail], self.ids[edge.head])) for edge in graph.edges
        }


def _statements(plan: _Plan) -> Iterator[str]:
    yield "digraph {"
    yield f"graph [{_graph_settings(plan.graph)}];"
    yield 'node [shape=box fixedsize=true label="" ' + _measures(STEP) + "];"
    yield f'edge [fontname="Courier" fontsize={_STAND_IN_FONT} arrowsize=0.9];'
    for number, node in enumerate(plan.graph.nodes, start=1):
        size = size_of(node.shape)
        yield f"n{number};" if size == STEP else f"n{number} [{_measures(size)}];"
    for number, nodes in enumerate(plan.columns, start=1):
        yield from _group(plan, number, nodes)
    yield from _neatness(plan)
    direct = direct_ways(plan.graph)
    for place, edge in enumerate(plan.graph.edges):
        if edge.label or place not in direct:
            yield _way(plan, edge, place + 1)
    yield "}"


def _graph_settings(graph: Graph) -> str:
    settings = f"rankdir=LR nodesep={_between_boxes(graph):.4g} ranksep=0.5"
    settings += f' fontname="Courier" fontsize={_TITLE_STAND_IN_FONT}'
    return f"{settings} {_CHEAP}" if is_large(graph) else settings


def _between_boxes(graph: Graph) -> float:
    """Half of how far the boxes of a column stand apart, in inches.

    Room for the words between two of them and for an arrow; elsewhere Graphviz keeps room itself.
    """
    neighbours = {frozenset(pair) for group in graph.clusters for pair in pairwise(group.nodes)}
    heights: dict[frozenset[str], float] = {}
    for edge in graph.edges:
        pair, lines = frozenset((edge.tail, edge.head)), label_lines(edge.label).lines
        if lines and pair in neighbours:
            # There and back again, the words of both ways stand below each other.
            heights[pair] = heights.get(pair, _AROUND_WORDS) + label_size(lines).height
    return max([0.27, *(height / 2 / _POINTS_PER_INCH for height in heights.values())])


def _group(plan: _Plan, number: int, nodes: tuple[str, ...]) -> Iterator[str]:
    lines = title_lines(plan.graph.clusters[number - 1]).lines
    stand_in = "\\n".join("x" for _ in lines)
    yield f"subgraph cluster{number} {{"
    yield f'graph [label="{stand_in}" labeljust=l margin={CLUSTER_MARGIN:g}];'
    if nodes == (f"s{number}",):
        # A group without boxes keeps its place and its frame.
        yield f"s{number} [style=invis];"
    yield f"{{ rank=same; {'; '.join(nodes)}; }}"
    yield "}"


def _neatness(plan: _Plan) -> Iterator[str]:
    """Ways nobody sees, which keep rows level and the order of the boxes."""
    for nodes in plan.columns:
        for upper, lower in pairwise(nodes):
            if frozenset((upper, lower)) not in plan.joined:
                # Graphviz stacks the boxes of one column from the bottom up.
                yield _unseen(lower, upper, 8)
    for before, after in pairwise(plan.columns):
        # The first row only: held row by row, Graphviz gives the order within a column up
        # as soon as ways lead out of it.
        yield _unseen(before[0], after[0], 50)


def _unseen(tail: str, head: str, weight: int) -> str:
    return f"{tail} -> {head} [style=invis weight={weight}];"


def _way(plan: _Plan, edge: Edge, number: int) -> str:
    tail, head = plan.ids[edge.tail], plan.ids[edge.head]
    settings = [f"id=e{number}", *_course(plan, edge, tail, head)]
    if _is_turned(plan, tail, head):
        tail, head = head, tail
        settings.append("dir=back")
    lines = label_lines(edge.label).lines
    if lines:
        settings.append(f'label="{_stand_in(label_size(lines))}"')
    return f"{tail} -> {head} [{' '.join(settings)}];"


def _is_turned(plan: _Plan, tail: str, head: str) -> bool:
    """Whether a way must be written backwards so that its column is stacked from the top down."""
    start, end = plan.place.get(tail), plan.place.get(head)
    if start is None or end is None:
        return False
    return start[0] == end[0] and start[1] < end[1]


def _course(plan: _Plan, edge: Edge, tail: str, head: str) -> tuple[str, ...]:
    start, end = plan.place.get(tail), plan.place.get(head)
    if start is None or end is None:
        return ("constraint=false",) if edge.kind == "loop" else ()
    if edge.kind == "loop" or start > end:
        return ("constraint=false",)
    if start[0] == end[0]:
        return ()
    # Columns stand in a row already; this way only has to find its path between them.
    return ("constraint=false", "tailport=e", "headport=w")


def _stand_in(size: Size) -> str:
    row = "x" * math.ceil(size.width / _STAND_IN.width)
    return "\\n".join([row] * math.ceil(size.height / _STAND_IN.height))


def _measures(size: Size) -> str:
    return f"width={size.width / _POINTS_PER_INCH:.4f} height={size.height / _POINTS_PER_INCH:.4f}"
