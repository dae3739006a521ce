"""In a drawn flow, columns run from left to right and the steps of each from top to bottom."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journeys.diagrams.graph import Cluster, Edge, Graph, Node
from mkdocs_journeys.render.dot import write_dot
from mkdocs_journeys.render.engines import Sandboxed
from mkdocs_journeys.render.layout import read_layout


@st.composite
def flows(draw: st.DrawFn) -> Graph:
    """A journey of some stages with steps, loops, branches and exits, with and without words."""
    sizes = draw(st.lists(st.integers(1, 6), min_size=2, max_size=7))
    columns = [[f"{stage}.{step}" for step in range(size)] for stage, size in enumerate(sizes)]
    steps = [step for column in columns for step in column]
    words = st.sampled_from(["", "", "it works", "the slot is missed · 17%"])
    nodes = [Node(name=step, title=step, shape="digital") for step in steps]
    edges = [Edge(tail=before, head=after, label=draw(words)) for before, after in pairwise(steps)]
    for number in range(draw(st.integers(0, 6))):
        first, second = sorted(draw(st.lists(st.sampled_from(steps), min_size=2, max_size=2)))
        kind = draw(st.sampled_from(["loop", "branch", "exit"]))
        if kind == "exit":
            nodes.append(Node(name=f"out {number}", title="leaves", shape="exit"))
            edges.append(Edge(tail=first, head=f"out {number}", kind="exit", label=draw(words)))
        elif first != second and kind == "loop":
            edges.append(Edge(tail=second, head=first, kind="loop", label=draw(words)))
        elif first != second:
            edges.append(Edge(tail=first, head=second, kind="branch", label=draw(words)))
    return Graph(
        title="A journey",
        description="Stages with steps.",
        nodes=tuple(nodes),
        edges=tuple(edges),
        clusters=tuple(Cluster(title="Stage", nodes=tuple(column)) for column in columns),
    )


@pytest.fixture(scope="module")
def engine() -> Sandboxed:
    """Compiled once for all examples."""
    return Sandboxed()


@settings(max_examples=60)
@given(flow=flows())
def test_a_flow_is_read_from_left_to_right_and_from_top_to_bottom(
    flow: Graph, engine: Sandboxed
) -> None:
    """Readers saw step 3 above step 1 as soon as an exit led out of a column."""
    layout = read_layout(engine.lay_out(write_dot(flow)), flow)
    at = {node.name: point for node, point in zip(flow.nodes, layout.nodes, strict=True)}
    for column in flow.clusters:
        heights = [at[step].y for step in column.nodes]
        assert heights == sorted(heights)
    lefts = [at[column.nodes[0]].x for column in flow.clusters]
    assert lefts == sorted(lefts)
