"""A flow before and after an edit, in one picture."""

from __future__ import annotations

import itertools

from mkdocs_journeys.diagrams.graph import Cluster, Edge, Graph, Node
from mkdocs_journeys.diagrams.merged_flow import merged_flow
from mkdocs_journeys.model.key import Key


def step(name: str, title: str = "") -> Node:
    to = Key("step", f"order/{name}")
    return Node(name=name, title=title or f"I {name}", shape="digital", to=to)


def flow(*stages: tuple[str, tuple[Node, ...]], more: tuple[Edge, ...] = ()) -> Graph:
    nodes = [node for _, steps in stages for node in steps]
    usual = (Edge(tail=one.name, head=other.name) for one, other in itertools.pairwise(nodes))
    return Graph(
        title="Flow: I order",
        description="",
        nodes=tuple(nodes),
        edges=(*usual, *more),
        clusters=tuple(
            Cluster(title=f"I {id_}", nodes=tuple(one.name for one in steps), to=stage(id_))
            for id_, steps in stages
        ),
    )


def stage(id_: str) -> Key:
    return Key("stage", f"order/{id_}")


def merged(base: Graph, head: Graph, same: dict[str, str]) -> Graph:
    there = {cluster.to.id for cluster in head.clusters if cluster.to}
    stages = {one.to.id: one.to.id for one in base.clusters if one.to and one.to.id in there}
    return merged_flow(base, head, same, stages)


def told(graph: Graph) -> dict[str, str]:
    return {node.title: node.change for node in graph.nodes}


BASE = flow(("choose", (step("look"), step("pick"))), ("buy", (step("pay"),)))


def test_each_box_says_what_became_of_it() -> None:
    head = flow(
        ("choose", (step("look"), step("ask"))), ("buy", (step("pay", title="I pay at once"),))
    )
    graph = merged(BASE, head, {"look": "look", "pay": "pay"})
    assert told(graph) == {
        "I look": "",
        "I ask": "added",
        "I pay at once": "changed",
        "I pick": "removed",
    }
    assert graph.description == (
        "Before and after in one picture: 1 box is new, 1 is not the same, 1 is gone."
    )


def test_what_is_gone_stays_in_its_group_and_leads_nowhere() -> None:
    head = flow(("choose", (step("look"),)), ("buy", (step("pay"),)))
    graph = merged(BASE, head, {"look": "look", "pay": "pay"})
    (gone,) = (node for node in graph.nodes if node.change == "removed")
    assert gone.to is None
    assert gone.name in graph.clusters[0].nodes
    ways = {(edge.tail, edge.head): edge.change for edge in graph.edges}
    assert ways == {
        ("look", "pay"): "added",
        ("look", gone.name): "removed",
        (gone.name, "pay"): "removed",
    }


def test_the_same_id_for_something_else_is_two_boxes() -> None:
    graph = merged(BASE, BASE, {"look": "look", "pay": "pay"})
    changes = [(node.title, node.change) for node in graph.nodes]
    assert ("I pick", "added") in changes
    assert ("I pick", "removed") in changes
    assert len({node.name for node in graph.nodes}) == len(graph.nodes)


def test_a_renamed_step_is_one_box_under_its_new_name() -> None:
    head = flow(
        ("choose", (step("look"), step("choose-one", title="I pick"))), ("buy", (step("pay"),))
    )
    graph = merged(BASE, head, {"look": "look", "pick": "choose-one", "pay": "pay"})
    assert told(graph) == {"I look": "", "I pick": "", "I pay": ""}
    assert graph.base is not None
    assert {node.name for node in graph.base.nodes} == {node.name for node in graph.nodes}


def test_a_stage_that_is_gone_or_new_says_so() -> None:
    head = flow(("choose", (step("look"), step("pick"))), ("pay-later", (step("bill"),)))
    graph = merged(BASE, head, {"look": "look", "pick": "pick"})
    changes = {cluster.title: cluster.change for cluster in graph.clusters}
    assert changes == {"I choose": "", "I pay-later": "added", "I buy": "removed"}


def test_the_same_way_out_is_not_told_as_another_one() -> None:
    out = Node(name="pay 1", title="cancels", shape="exit")
    way = Edge(tail="pay", head="pay 1", kind="exit")

    def with_exit(graph: Graph, number: str) -> Graph:
        exit_ = Node(name=f"pay {number}", title=out.title, shape="exit")
        edge = Edge(tail=way.tail, head=exit_.name, kind="exit")
        return Graph(
            title=graph.title,
            description="",
            nodes=(*graph.nodes, exit_),
            edges=(*graph.edges, edge),
            clusters=graph.clusters,
        )

    same = {name: name for name in ("look", "pick", "pay")}
    graph = merged(with_exit(BASE, "1"), with_exit(BASE, "2"), same)
    assert set(told(graph).values()) == {""}
    assert {edge.change for edge in graph.edges} == {""}
