"""In a picture of changes, whoever knows the old picture finds everything where it was."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from mkdocs_journeys.diagrams.graph import Cluster, Edge, Graph, Node
from mkdocs_journeys.diagrams.merged_flow import merged_flow
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.render.dot import write_dot
from mkdocs_journeys.render.engines import Sandboxed
from mkdocs_journeys.render.layout import Layout, Point, read_layout
from mkdocs_journeys.render.merged_layout import merged_layout
from mkdocs_journeys.render.shapes import size_of


def flow(*stages: str, out: tuple[str, ...] = ()) -> Graph:
    """Each stage is a word, its letters are its steps; ``out`` are steps with a way out."""
    names = [letter for stage in stages for letter in stage]
    return Graph(
        title="Flow",
        description="",
        nodes=(
            *(Node(name=one, title=one, shape="digital") for one in names),
            *(Node(name=f"{one} 1", title=f"out of {one}", shape="exit") for one in out),
        ),
        edges=(
            *(Edge(tail=a, head=b) for a, b in pairwise(names)),
            *(Edge(tail=one, head=f"{one} 1", kind="exit", label="3%") for one in out),
        ),
        clusters=tuple(
            Cluster(title=stage, nodes=tuple(stage), to=Key("stage", f"order/{stage[0]}"))
            for stage in stages
        ),
    )


def laid_out(base: Graph, head: Graph) -> tuple[Graph, Layout, Layout]:
    there = {node.name for node in head.nodes}
    same = {node.name: node.name for node in base.nodes if node.name in there}
    stages = {one.to.id: one.to.id for one in base.clusters if one.to}
    graph = merged_flow(base, head, same, stages)
    assert graph.base is not None
    before = read_layout(Sandboxed().lay_out(write_dot(graph.base)), graph.base)
    return graph, before, merged_layout(graph, before)


EDITS = {
    "a step more": (flow("abc", "def"), flow("abcx", "def")),
    "a step in between": (flow("abc", "def"), flow("axbc", "def")),
    "a step less": (flow("abc", "def"), flow("ac", "def")),
    "a stage more": (flow("abc", "def"), flow("abc", "xy", "def")),
    "a stage less": (flow("abc", "def", "ghi"), flow("abc", "ghi")),
    "a step moved to another stage": (flow("abc", "def"), flow("ab", "dcef")),
    "ways out": (flow("abc", "def", out=("a", "e")), flow("abcxyz", "def", out=("e", "x"))),
    "everything else": (flow("abc"), flow("xyz")),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_what_was_there_stays_where_it_was(edit: tuple[Graph, Graph]) -> None:
    graph, before, after = laid_out(*edit)
    base, head = edit
    assert graph.base is not None
    was = {node.name: at for node, at in zip(graph.base.nodes, before.nodes, strict=True)}
    now = {node.name: at for node, at in zip(graph.nodes, after.nodes, strict=True)}
    home = {name: one.title[0] for one in base.clusters for name in one.nodes}
    moved = {
        name for one in head.clusters for name in one.nodes if home.get(name, "") != one.title[0]
    }
    assert {name: at for name, at in now.items() if name in was and name not in moved} == {
        name: at for name, at in was.items() if name in now and name not in moved
    }


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_no_box_lies_on_another_and_all_are_in_the_picture(edit: tuple[Graph, Graph]) -> None:
    graph, _, layout = laid_out(*edit)
    boxes = [
        (node.name, at, size_of(node.shape))
        for node, at in zip(graph.nodes, layout.nodes, strict=True)
    ]
    for (one, at, size), (other, there, its) in combinations(boxes, 2):
        apart = (
            abs(at.x - there.x) >= (size.width + its.width) / 2
            or abs(at.y - there.y) >= (size.height + its.height) / 2
        )
        assert apart, (one, other)
    for name, at, size in boxes:
        assert at.x - size.width / 2 >= 0, name
        assert at.x + size.width / 2 <= layout.width, name
        assert at.y + size.height / 2 <= layout.height, name


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_every_way_touches_both_its_boxes(edit: tuple[Graph, Graph]) -> None:
    graph, _, layout = laid_out(*edit)
    places = {node.name: (node, at) for node, at in zip(graph.nodes, layout.nodes, strict=True)}
    for edge, way in zip(graph.edges, layout.ways, strict=True):
        assert is_at(way.curve[0], *places[edge.tail]), edge
        assert is_at(way.tip, *places[edge.head]), edge


def is_at(point: Point, node: Node, at: Point) -> bool:
    size = size_of(node.shape)
    return (
        abs(point.x - at.x) <= size.width / 2 + 12 and abs(point.y - at.y) <= size.height / 2 + 12
    )
