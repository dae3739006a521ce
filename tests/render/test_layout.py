from __future__ import annotations

import json

import pytest

from mkdocs_journeys.diagrams.graph import Cluster, Edge, Graph, Node
from mkdocs_journeys.render.layout import Frame, NoPicture, Point, read_layout

GRAPH = Graph(
    title="Two",
    description="",
    nodes=(
        Node(name="first", title="First", shape="plain"),
        Node(name="second", title="Second", shape="plain"),
    ),
    edges=(
        Edge(tail="first", head="second", label="then"),
        Edge(tail="second", head="first", kind="loop"),
    ),
    clusters=(Cluster(title="All", nodes=("first", "second")),),
)
ANSWER = {
    "bb": "0,0,200,100",
    "objects": [
        {"name": "cluster1", "bb": "10,20,190,95"},
        {"name": "n2", "pos": "150,40"},
        {"name": "n1", "pos": "50,60"},
    ],
    "edges": [
        {"id": "e2", "pos": "s,60,50 61,51 70,60 80,60 90,50"},
        {"pos": "e,1,1 0,0 0,0 0,0 0,0", "style": "invis"},
        {"id": "e1", "pos": "e,140,40 60,60 70,60 80,40 130,40", "lp": "100,70"},
    ],
}


def test_everything_is_found_in_the_order_of_the_graph_with_y_growing_downwards() -> None:
    layout = read_layout(json.dumps(ANSWER), GRAPH)
    assert (layout.width, layout.height) == (200, 100)
    assert layout.nodes == (Point(50, 40), Point(150, 60))
    assert layout.frames == (Frame(left=10, top=5, width=180, height=75),)
    first = layout.ways[0]
    assert first.curve == (Point(60, 40), Point(70, 40), Point(80, 60), Point(130, 60))
    assert (first.tip, first.label) == (Point(140, 60), Point(100, 30))


def test_a_way_written_backwards_still_runs_from_its_tail_to_its_head() -> None:
    way = read_layout(json.dumps(ANSWER), GRAPH).ways[1]
    assert way.curve == (Point(90, 50), Point(80, 40), Point(70, 40), Point(61, 49))
    assert (way.tip, way.label) == (Point(60, 50), None)


BAD = {
    "no JSON": "<svg/>",
    "nothing": "",
    "a list": "[]",
    "no box": json.dumps({**ANSWER, "bb": "0,0,200"}),
    "a lost node": json.dumps({**ANSWER, "objects": ANSWER["objects"][:2]}),
    "a lost way": json.dumps({**ANSWER, "edges": ANSWER["edges"][:1]}),
    "not a number": json.dumps({**ANSWER, "bb": "0,0,nan,100"}),
    "half a curve": json.dumps({**ANSWER, "edges": [{"id": "e1", "pos": "1,1 2,2"}]}),
    "words for a place": json.dumps({**ANSWER, "objects": [{"name": "n1", "pos": {"x": 1}}]}),
    "very deep": "[" * 100_000,
}


@pytest.mark.parametrize("answer", BAD.values(), ids=BAD.keys())
def test_an_answer_that_is_no_layout_gives_no_picture_and_one_sentence(answer: str) -> None:
    with pytest.raises(NoPicture) as told:
        read_layout(answer, GRAPH)
    assert told.value.reason == "Graphviz gave an answer that is no layout of the diagram."
