from __future__ import annotations

import re

import pytest

from mkdocs_journeys.diagrams.graph import Cluster, Edge, Graph, Node
from mkdocs_journeys.render.dot import is_large, write_dot
from mkdocs_journeys.render.engines import Sandboxed
from mkdocs_journeys.render.layout import Layout, read_layout
from tests.conftest import Golden
from tests.render.graphs_to_draw import clique, journey, stages, titled


def laid_out(graph: Graph) -> Layout:
    return read_layout(Sandboxed().lay_out(write_dot(graph)), graph)


def test_the_question_to_graphviz_is_the_golden_one(golden: Golden) -> None:
    golden("goldens/journey-across.dot", write_dot(journey()))


def test_no_word_of_a_map_enters_the_question() -> None:
    words = re.findall(r"[A-Za-z]{4,}", write_dot(titled("Zebra", "Quokka", label="Wombat")))
    assert not {"Zebra", "Quokka", "Wombat"} & set(words)


def test_titles_of_one_length_ask_the_same_question() -> None:
    assert write_dot(titled("Zebra", '"];a')) == write_dot(titled("Zebus", "\\N{}"))


def test_columns_stand_side_by_side_with_their_steps_from_top_to_bottom() -> None:
    graph = stages(5, 6)
    layout = laid_out(graph)
    columns = [layout.nodes[start : start + 6] for start in range(0, 30, 6)]
    for column in columns:
        assert len({round(step.x) for step in column}) == 1
        assert [step.y for step in column] == sorted({step.y for step in column})
    assert [column[0].x for column in columns] == sorted({column[0].x for column in columns})
    assert all(len({round(column[row].y) for column in columns}) == 1 for row in range(6))


def test_frames_of_a_journey_with_branches_loops_and_exits_start_at_one_height() -> None:
    assert len({round(frame.top) for frame in laid_out(journey()).frames}) == 1


def test_an_exit_stands_outside_all_frames() -> None:
    graph = journey()
    layout = laid_out(graph)
    for node, at in zip(graph.nodes, layout.nodes, strict=True):
        inside = [
            frame
            for frame in layout.frames
            if frame.left < at.x < frame.left + frame.width
            and frame.top < at.y < frame.top + frame.height
        ]
        assert len(inside) == (0 if node.shape == "exit" else 1), node.name


def test_steps_without_a_way_between_them_keep_their_order() -> None:
    names = ("c", "a", "b")
    graph = Graph(
        title="No ways",
        description="",
        nodes=tuple(Node(name=name, title=name, shape="plain") for name in names),
        clusters=(Cluster(title="Stage", nodes=names),),
    )
    heights = [step.y for step in laid_out(graph).nodes]
    assert heights == sorted(set(heights))


def test_a_stage_without_steps_keeps_its_place() -> None:
    step = Node(name="a", title="A", shape="plain")
    other = Node(name="b", title="B", shape="plain")
    graph = Graph(
        title="A gap",
        description="",
        nodes=(step, other),
        edges=(Edge(tail="a", head="b"),),
        clusters=(
            Cluster(title="One", nodes=("a",)),
            Cluster(title="Two", nodes=()),
            Cluster(title="Three", nodes=("b",)),
        ),
    )
    starts = [frame.left for frame in laid_out(graph).frames]
    assert starts == sorted(set(starts))


def test_more_than_40_nodes_or_three_ways_for_each_are_laid_out_cheaply() -> None:
    assert [is_large(stages(8, 5)), is_large(stages(1, 41))] == [False, True]
    assert [is_large(clique(7)), is_large(clique(8))] == [False, True]
    assert "splines=line" in write_dot(clique(8))
    assert "splines" not in write_dot(clique(7))


def test_a_way_to_the_next_column_goes_straight_there_past_all_that_stands_below() -> None:
    """Readers saw it dive under the exits below the columns, and come up again."""
    graph = journey()
    layout = laid_out(graph)
    at = {node.name: point for node, point in zip(graph.nodes, layout.nodes, strict=True)}
    between = [
        (edge, way)
        for edge, way in zip(graph.edges, layout.ways, strict=True)
        if edge.kind == "path" and at[edge.tail].x != at[edge.head].x
    ]
    assert len(between) == 5
    for edge, way in between:
        heights = [point.y for point in way.curve]
        assert min(heights) >= min(at[edge.tail].y, at[edge.head].y)
        assert max(heights) <= max(at[edge.tail].y, at[edge.head].y)


def test_words_between_two_boxes_move_them_apart_as_far_as_the_words_need() -> None:
    def gap(*labels: str) -> float:
        names = ("a", "b")
        ways = (("a", "b", "path"), ("b", "a", "loop"))
        graph = Graph(
            title="Two",
            description="",
            nodes=tuple(Node(name=name, title=name, shape="plain") for name in names),
            edges=tuple(
                Edge(tail=tail, head=head, kind=kind, label=label)  # type: ignore[arg-type]  # above
                for (tail, head, kind), label in zip(ways, labels, strict=False)
            ),
            clusters=(Cluster(title="Stage", nodes=names),),
        )
        upper, lower = laid_out(graph).nodes
        return lower.y - upper.y - 64

    none, one, two = gap(""), gap("9%"), gap("it moves again and again", "it moves a third time")
    assert none < one < two
    assert one >= 21 + 24
    assert two >= 21 + 36 + 24


def test_a_way_to_nowhere_is_an_error_of_the_program() -> None:
    graph = Graph(title="", description="", nodes=(), edges=(Edge(tail="a", head="b"),))
    with pytest.raises(KeyError):
        write_dot(graph)
