"""A flow for narrow screens: every box below the one before, so that nobody scrolls sideways.

Worked out here rather than by Graphviz, which spreads a flow that runs downwards up to 900 points
wide as soon as ways part. All boxes have one column; the usual way runs down its middle, passes on
the left what leads out of a step, and every other way bends around on the right.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from mkdocs_journeys.diagrams.graph import Cluster, Edge, Graph, Node
from mkdocs_journeys.render.captions import TITLE_LINE, label_lines, label_size, title_lines
from mkdocs_journeys.render.layout import ARROW, Frame, Layout, Point, Way
from mkdocs_journeys.render.shapes import RING, STEP, Size, size_of

_PADDING = 18.0
"""How far boxes stay from the sides of their group; the way past a box runs in between."""

_WIDTH = STEP.width + 2 * _PADDING
_MIDDLE = _WIDTH / 2
_PAST_TITLE = _WIDTH - 60
"""Where the way into the next group runs: most titles end before."""

_LEFT_LANE = 5.0
_RIGHT_LANES = _WIDTH + 10
_BETWEEN_LANES = 10.0
_BEND = 14.0
_OFF_CENTRE = 9.0
"""How far ways that leave and ways that arrive stay from the middle of a side."""

_BETWEEN_BOXES = 34.0
_ABOVE_TITLE, _BELOW_TITLE = 10.0, 14.0
_BETWEEN_GROUPS = 24.0
_AROUND_WORDS = 6.0


def column_layout(graph: Graph) -> Layout:
    """Lay a graph out as one column, its groups below each other.

    A box outside of all groups stands below the first box that leads to it. Raises KeyError when
    an edge or a group names a node that the graph does not have.
    """
    return _Column(graph).layout()


class _Column:
    """Where everything of one graph goes; filled from the top down."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._nodes = {node.name: node for node in graph.nodes}
        self._groups = tuple(_groups(graph, self._nodes))
        rows = [name for _, names in self._groups for name in names]
        self._row = {name: row for row, name in enumerate(rows)}
        self._inside = {name for cluster in graph.clusters for name in cluster.nodes}
        self._rows = rows
        self._at: dict[str, Point] = {}
        self._frames: list[Frame] = []
        self._lanes: list[list[tuple[float, float]]] = []
        self._words: list[tuple[Point, Size]] = []

    def layout(self) -> Layout:
        """Place boxes and groups, then lead the ways between them."""
        height = self._place()
        edges = self._graph.edges
        ways = {
            place: self._way(edges[place])
            for place in sorted(range(len(edges)), key=lambda place: self._span(edges[place]))
        }
        reach = [_WIDTH, _RIGHT_LANES + _BETWEEN_LANES * (len(self._lanes) - 1)]
        reach += [at.x + size.width / 2 for at, size in self._words]
        return Layout(
            width=max(reach) if self._lanes or self._words else _WIDTH,
            height=height,
            nodes=tuple(self._at[node.name] for node in self._graph.nodes),
            ways=tuple(ways[place] for place in range(len(edges))),
            frames=tuple(self._frames[: len(self._graph.clusters)]),
        )

    def _span(self, edge: Edge) -> tuple[int, int]:
        """Short ways first, so that they run nearest to the boxes."""
        tail, head = self._row[edge.tail], self._row[edge.head]
        return abs(head - tail), min(tail, head)

    def _place(self) -> float:
        y = 0.0
        for cluster, names in self._groups:
            top = y
            if cluster:
                y += _ABOVE_TITLE + TITLE_LINE * len(title_lines(cluster).lines) + _BELOW_TITLE
            for name in names:
                size = size_of(self._nodes[name].shape)
                x = _WIDTH - _PADDING - size.width / 2
                self._at[name] = Point(x, y + size.height / 2)
                y += size.height
                if name != names[-1]:
                    y += _BETWEEN_BOXES + self._room_below(name)
            y += _PADDING if cluster else 0
            self._frames.append(Frame(left=0, top=top, width=_WIDTH, height=y - top))
            y += _BETWEEN_GROUPS + (self._room_below(names[-1]) if names else 0)
        return max(y - _BETWEEN_GROUPS, 0.0)

    def _room_below(self, name: str) -> float:
        """What words need between a box and the next one, 0 where none stand there."""
        row = self._row[name] + 1
        heights = [
            label_size(lines).height + _AROUND_WORDS
            for edge in self._graph.edges
            if (lines := _words_of(edge))
            and (self._row[edge.head] == row and (self._is_next(edge) or self._is_past(edge)))
        ]
        return sum(heights)

    def _is_next(self, edge: Edge) -> bool:
        return self._row[edge.head] - self._row[edge.tail] == 1

    def _is_past(self, edge: Edge) -> bool:
        """Whether between the ends of a way stands nothing but what leads out."""
        between = self._rows[self._row[edge.tail] + 1 : self._row[edge.head]]
        return bool(between) and edge.head in self._inside and not self._inside & set(between)

    def _way(self, edge: Edge) -> Way:
        if self._is_next(edge):
            return self._straight(edge)
        return self._past(edge) if self._is_past(edge) else self._around(edge)

    def _straight(self, edge: Edge) -> Way:
        tail, head = self._nodes[edge.tail], self._nodes[edge.head]
        is_beyond = self._group_of(edge.tail) != self._group_of(edge.head)
        x = _PAST_TITLE if is_beyond else _MIDDLE
        start = Point(x, self._at[edge.tail].y + _half(tail).height)
        tip = Point(x, self._at[edge.head].y - _half(head).height)
        base = Point(x, tip.y - ARROW)
        return self._with_words(edge, _line(start, base), tip, Point(x, (start.y + base.y) / 2))

    def _past(self, edge: Edge) -> Way:
        tail, head = self._nodes[edge.tail], self._nodes[edge.head]
        start = Point(self._at[edge.tail].x - _half(tail).width, self._at[edge.tail].y)
        tip = Point(self._at[edge.head].x - _half(head).width, self._at[edge.head].y)
        curve = _bracket(start, Point(tip.x - ARROW, tip.y), _LEFT_LANE)
        lines = _words_of(edge)
        size = label_size(lines) if lines else Size(0, 0)
        # Where a new group begins, its title stands below the room that is kept for words.
        group = self._group_of(edge.head)
        below = tip.y - _half(head).height - ARROW
        if group != self._group_of(edge.tail):
            below = self._frames[group].top
        return self._with_words(
            edge, curve, tip, Point(size.width / 2, below - _AROUND_WORDS - size.height / 2)
        )

    def _around(self, edge: Edge) -> Way:
        tail, head = self._nodes[edge.tail], self._nodes[edge.head]
        leaves, arrives = self._at[edge.tail], self._at[edge.head]
        start = Point(leaves.x + _half(tail).width, leaves.y + _OFF_CENTRE)
        tip = Point(arrives.x + _half(head).width, arrives.y - _OFF_CENTRE)
        lane = self._free_lane(*sorted((start.y, tip.y)))
        curve = _bracket(start, Point(tip.x + ARROW, tip.y), lane)
        lines = _words_of(edge)
        size = label_size(lines) if lines else Size(0, 0)
        x = max(lane, _WIDTH - _PADDING / 2 + size.width / 2)
        return self._with_words(edge, curve, tip, self._free_place(x, start.y, tip.y, size))

    def _free_lane(self, top: float, bottom: float) -> float:
        for lane in count():
            if lane == len(self._lanes):
                self._lanes.append([])
            if all(bottom < high or low < top for high, low in self._lanes[lane]):
                self._lanes[lane].append((top, bottom))
                return _RIGHT_LANES + _BETWEEN_LANES * lane
        raise AssertionError("there is always one more lane")

    def _free_place(self, x: float, start: float, end: float, size: Size) -> Point:
        """Where on the right words stand clear of others: at the middle, else nearer an end."""
        shares = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9)
        places = [Point(x, start + (end - start) * share) for share in shares]
        free = [
            at
            for at in places
            if all(
                abs(at.y - other.y) > (size.height + taken.height) / 2 + 2
                or abs(at.x - other.x) > (size.width + taken.width) / 2 + 2
                for other, taken in self._words
            )
        ]
        return (free or places)[0]

    def _with_words(self, edge: Edge, curve: tuple[Point, ...], tip: Point, at: Point) -> Way:
        lines = _words_of(edge)
        if lines:
            self._words.append((at, label_size(lines)))
        return Way(curve=curve, tip=tip, label=at if lines else None, is_settled=True)

    def _group_of(self, name: str) -> int:
        return next(place for place, (_, names) in enumerate(self._groups) if name in names)


def _groups(
    graph: Graph, nodes: dict[str, Node]
) -> Iterator[tuple[Cluster | None, tuple[str, ...]]]:
    """Give the names of boxes from the top down, with the group around them."""
    placed = {name for cluster in graph.clusters for name in cluster.nodes}
    for cluster in graph.clusters:
        names = []
        for name in cluster.nodes:
            outside = [e.head for e in graph.edges if e.tail == name and e.head not in placed]
            names += [name, *dict.fromkeys(outside)]
            placed.update(outside)
        yield cluster, tuple(names)
    rest = tuple(name for name in nodes if name not in placed)
    if rest:
        yield None, rest


def _words_of(edge: Edge) -> tuple[str, ...]:
    return label_lines(edge.label, is_narrow=True).lines


def _half(node: Node) -> Size:
    ring = RING if node.moment else 0.0
    size = size_of(node.shape)
    return Size(size.width / 2 + ring, size.height / 2 + ring)


def _line(start: Point, end: Point) -> tuple[Point, ...]:
    return (start, start, end, end)


def _bracket(start: Point, end: Point, lane: float) -> tuple[Point, ...]:
    """A way out to a lane, along it, and back in, with round corners."""
    down = 1 if start.y <= end.y else -1
    bend = min(_BEND, abs(end.y - start.y) / 2) * down
    out, back = Point(lane, start.y + bend), Point(lane, end.y - bend)
    return (
        start, Point(lane, start.y), Point(lane, start.y), out,
        out, back, back,
        Point(lane, end.y), Point(lane, end.y), end,
    )  # fmt: skip
