"""Where everything goes in a picture of changes: what was there stays in its place.

Graphviz lays out the picture as it was. What is new stands below the last box of its group, new
groups behind the last one, so that a reader who knows the old picture finds everything again.
"""

from __future__ import annotations

from mkdocs_journeys.diagrams.graph import Cluster, Edge, Graph
from mkdocs_journeys.render.captions import TITLE_LINE, title_lines
from mkdocs_journeys.render.layout import ARROW, Frame, Layout, Point, Way
from mkdocs_journeys.render.shapes import STEP, size_of

_PADDING = 18.0
_BETWEEN_BOXES = 34.0
_BETWEEN_GROUPS = 40.0
_ABOVE_TITLE, _BELOW_TITLE = 10.0, 14.0
_BEND = 60.0


def merged_layout(graph: Graph, before: Layout) -> Layout:
    """Lay a graph out around the layout of its base.

    Raises KeyError when an edge or a group names a node that the graph does not have.
    """
    return _Merged(graph, before).layout()


class _Merged:
    """Where everything of one graph goes; begins with the places of its base."""

    def __init__(self, graph: Graph, before: Layout) -> None:
        base = graph.base
        assert base is not None, "only a graph with a base is merged"
        self._graph = graph
        self._before = before
        self._nodes = {node.name: node for node in graph.nodes}
        self._group = {name: at for at, one in enumerate(graph.clusters) for name in one.nodes}
        self._old_frames = {
            name: frame
            for cluster, frame in zip(base.clusters, before.frames, strict=True)
            for name in cluster.nodes
        }
        self._base_nodes = {
            node.name: at for node, at in zip(base.nodes, before.nodes, strict=True)
        }
        self._base_ways = {
            (edge.tail, edge.head): way for edge, way in zip(base.edges, before.ways, strict=True)
        }
        self._at: dict[str, Point] = {}
        self._frames: list[Frame] = []
        self._right = before.width

    def layout(self) -> Layout:
        """Place groups with their boxes, then boxes outside of them, then the ways."""
        for cluster in self._graph.clusters:
            self._frames.append(self._placed(cluster))
        self._place_the_rest()
        ways = tuple(self._way(edge) for edge in self._graph.edges)
        bottoms = [frame.top + frame.height for frame in self._frames]
        bottoms += [at.y + self._half(name).y for name, at in self._at.items()]
        reach = [point.x for way in ways for point in way.curve]
        return Layout(
            width=max([self._before.width, self._right, *reach]),
            height=max([self._before.height, *bottoms]),
            nodes=tuple(self._at[node.name] for node in self._graph.nodes),
            ways=ways,
            frames=tuple(self._frames),
        )

    def _placed(self, cluster: Cluster) -> Frame:
        """Place the boxes of a group; those that stood in one group together keep their places."""
        frame = self._frame_of(cluster)
        stay = [name for name in cluster.nodes if self._old_frames.get(name) == frame]
        for name in stay:
            self._at[name] = self._base_nodes[name]
        middle = frame.left + frame.width / 2
        bottom = max(
            [self._at[name].y + self._half(name).y for name in stay],
            default=frame.top
            + _ABOVE_TITLE
            + TITLE_LINE * len(title_lines(cluster).lines)
            + _BELOW_TITLE
            - _BETWEEN_BOXES,
        )
        for name in cluster.nodes:
            if name in self._at:
                continue
            half = self._half(name)
            bottom = self._below(middle, bottom + _BETWEEN_BOXES, half)
            self._at[name] = Point(middle, bottom - half.y)
        height = max(frame.height, bottom + _PADDING - frame.top)
        return Frame(left=frame.left, top=frame.top, width=frame.width, height=height)

    def _frame_of(self, cluster: Cluster) -> Frame:
        """Give the frame that most boxes of a group stood in, or a new one behind all others."""
        frames = [self._old_frames[name] for name in cluster.nodes if name in self._old_frames]
        free = [one for one in frames if one.left not in {frame.left for frame in self._frames}]
        if free:
            return max(free, key=frames.count)
        width = STEP.width + 2 * _PADDING
        left = self._right + _BETWEEN_GROUPS
        self._right = left + width
        tops = [frame.top for frame in self._before.frames]
        return Frame(left=left, top=min(tops, default=0.0), width=width, height=0.0)

    def _below(self, x: float, top: float, half: Point) -> float:
        """Give the lower edge of a box that begins at ``top`` or where there is room below it."""
        while blocking := [
            at.y + self._half(name).y
            for name, at in (*self._base_nodes.items(), *self._at.items())
            if name in self._nodes
            and abs(at.x - x) < half.x + self._half(name).x
            and at.y - self._half(name).y < top + 2 * half.y
            and at.y + self._half(name).y > top
        ]:
            top = max(blocking) + _BETWEEN_BOXES
        return top + 2 * half.y

    def _place_the_rest(self) -> None:
        """Ways out keep their places; new ones stand below the box that leads to them."""
        leads = {edge.head: edge.tail for edge in self._graph.edges}
        for node in self._graph.nodes:
            if node.name in self._at:
                continue
            if node.name in self._base_nodes:
                self._at[node.name] = self._base_nodes[node.name]
                continue
            tail = leads.get(node.name)
            frame = self._frames[self._group[tail]] if tail in self._group else None
            x = frame.left + frame.width / 2 if frame else self._right / 2
            top = (frame.top + frame.height if frame else self._before.height) + _BETWEEN_BOXES
            half = self._half(node.name)
            self._at[node.name] = Point(x, self._below(x, top, half) - half.y)

    def _way(self, edge: Edge) -> Way:
        known = self._base_ways.get((edge.tail, edge.head))
        if known and self._stays(edge.tail) and self._stays(edge.head):
            return known
        tip, curve = self._course(edge)
        return Way(curve=curve, tip=tip, label=None)

    def _course(self, edge: Edge) -> tuple[Point, tuple[Point, ...]]:
        tail, head = self._at[edge.tail], self._at[edge.head]
        out, into = self._half(edge.tail), self._half(edge.head)
        if head.x - tail.x > out.x + into.x:
            start, tip = Point(tail.x + out.x, tail.y), Point(head.x - into.x, head.y)
            end = Point(tip.x - ARROW, tip.y)
            middle = (start.x + end.x) / 2
            return tip, (start, Point(middle, start.y), Point(middle, end.y), end)
        if head.y - tail.y > out.y + into.y and abs(head.x - tail.x) < out.x:
            start, tip = Point(tail.x, tail.y + out.y), Point(head.x, head.y - into.y)
            end = Point(tip.x, tip.y - ARROW)
            middle = (start.y + end.y) / 2
            return tip, (start, Point(start.x, middle), Point(end.x, middle), end)
        # Back, or up: around the right sides.
        start, tip = Point(tail.x + out.x, tail.y), Point(head.x + into.x, head.y)
        end = Point(tip.x + ARROW, tip.y)
        bend = max(start.x, end.x) + _BEND
        return tip, (start, Point(bend, start.y), Point(bend, end.y), end)

    def _stays(self, name: str) -> bool:
        return self._base_nodes.get(name) == self._at[name]

    def _half(self, name: str) -> Point:
        size = size_of(self._nodes[name].shape)
        return Point(size.width / 2, size.height / 2)
