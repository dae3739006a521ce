"""On narrow screens a flow is one column, in the order of the journey."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings

from mkdocs_journeys.diagrams.graph import Cluster, Edge, Graph, Node
from mkdocs_journeys.render.captions import label_lines, label_size
from mkdocs_journeys.render.column_layout import column_layout
from mkdocs_journeys.render.flow_svg import MARGIN
from mkdocs_journeys.render.layout import Layout, Point
from mkdocs_journeys.render.shapes import Size, size_of
from tests.render.graphs_to_draw import clique, journey, stages
from tests.render.test_reading_order import flows

PHONE = 390 - 2 * 16
"""How wide the article is on a phone, in pixels."""


def overlap(one: Point, size: Size, other: Point, room: Size) -> bool:
    return (
        abs(one.x - other.x) < (size.width + room.width) / 2 - 0.1
        and abs(one.y - other.y) < (size.height + room.height) / 2 - 0.1
    )


def boxes_of(graph: Graph, layout: Layout) -> list[tuple[Point, Size]]:
    return [(at, size_of(node.shape)) for node, at in zip(graph.nodes, layout.nodes, strict=True)]


def words_of(graph: Graph, layout: Layout) -> list[tuple[Point, Size]]:
    return [
        (way.label, label_size(label_lines(edge.label, is_narrow=True).lines))
        for edge, way in zip(graph.edges, layout.ways, strict=True)
        if way.label
    ]


def test_steps_stand_below_each_other_in_their_order_however_many_there_are() -> None:
    for graph in (journey(across=False), stages(5, 6, across=False)):
        layout = column_layout(graph)
        steps = [at for node, at in zip(graph.nodes, layout.nodes, strict=True) if node.number]
        assert [at.y for at in steps] == sorted({at.y for at in steps})
        assert len({at.x for at in steps}) == 1


def test_a_journey_with_branches_loops_and_exits_fits_a_phone() -> None:
    assert column_layout(journey(across=False)).width + 2 * MARGIN <= PHONE


@settings(max_examples=60)
@given(graph=flows())
def test_no_box_covers_another_and_no_words_cover_a_box(graph: Graph) -> None:
    layout = column_layout(graph)
    boxes, words = boxes_of(graph, layout), words_of(graph, layout)
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair[0], *pair[1])]
    assert not [(at, box) for at in words for box in boxes if overlap(*at, *box)]
    for at, size in (*boxes, *words):
        assert 0 <= at.x - size.width / 2 <= at.x + size.width / 2 <= layout.width + 0.1
        assert 0 <= at.y - size.height / 2 <= at.y + size.height / 2 <= layout.height + 0.1


def test_words_of_a_journey_do_not_cover_each_other() -> None:
    graph = journey(across=False)
    words = words_of(graph, column_layout(graph))
    assert len(words) == 4
    assert not [pair for pair in combinations(words, 2) if overlap(*pair[0], *pair[1])]


def test_what_leads_out_stands_below_the_step_that_it_leaves_and_inside_its_stage() -> None:
    graph = journey(across=False)
    layout = column_layout(graph)
    at = {node.name: point for node, point in zip(graph.nodes, layout.nodes, strict=True)}
    assert at["step-6"].y < at["no-fibre"].y < at["step-7"].y
    frame = layout.frames[1]
    assert frame.top < at["no-fibre"].y < frame.top + frame.height


def test_every_way_begins_and_ends_at_the_side_of_its_boxes() -> None:
    graph = journey(across=False)
    layout = column_layout(graph)
    at = {node.name: point for node, point in zip(graph.nodes, layout.nodes, strict=True)}
    for edge, way in zip(graph.edges, layout.ways, strict=True):
        for place, name in ((way.curve[0], edge.tail), (way.tip, edge.head)):
            assert abs(place.x - at[name].x) <= 92 + 4
            assert abs(place.y - at[name].y) <= 32 + 4
        assert len(way.curve) % 3 == 1


@pytest.mark.parametrize("number", [0, 1])
def test_a_graph_of_nearly_nothing_is_a_small_drawing(number: int) -> None:
    nodes = tuple(Node(name=str(n), title="Alone", shape="plain") for n in range(number))
    layout = column_layout(Graph(title="", description="", nodes=nodes, across=False))
    assert len(layout.nodes) == number
    assert layout.height >= 0


def test_a_stage_without_steps_keeps_its_place_and_a_step_may_lead_to_itself() -> None:
    graph = Graph(
        title="",
        description="",
        nodes=(Node(name="a", title="A", shape="plain"), Node(name="b", title="B", shape="plain")),
        edges=(Edge(tail="a", head="b"), Edge(tail="b", head="b", kind="loop", label="again")),
        clusters=tuple(
            Cluster(title="Stage", nodes=nodes) for nodes in ((), ("a",), (), (), ("b",))
        ),
        across=False,
    )
    tops = [frame.top for frame in column_layout(graph).frames]
    assert len(tops) == 5
    assert tops == sorted(set(tops))


def test_ways_without_end_are_still_laid_out() -> None:
    assert len(column_layout(clique(30)).ways) == 435
