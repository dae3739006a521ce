"""The flow of a journey before and after an edit, as one picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from mkdocs_journeys.diagrams.graph import Change, Cluster, Edge, Graph, Node
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import ngettext

GONE = "gone "
"""How the names of boxes begin that are in base only: head may use their ids for others."""


def merged_flow(
    base: Graph, head: Graph, same: Mapping[str, str], stages: Mapping[str, str]
) -> Graph:
    """Give head with what is gone left in it, each box, way and group with what became of it.

    ``same`` pairs the names of boxes in base with those in head that are the same step or stage,
    ``stages`` the ids of stages, as `Cluster.to` has them. Ways out are the same where they leave
    the same box with the same title. ``base`` of the picture are the boxes of base that are still
    where they were, by their names in the picture.
    """
    pairs = {**same, **_ways_out(base, head, same)}
    names = {node.name: pairs.get(node.name, f"{GONE}{node.name}") for node in base.nodes}
    before = _renamed(base, names)
    was = {node.name: node for node in before.nodes}
    now = {node.name: node for node in head.nodes}
    gone = [node for node in before.nodes if node.name not in now]
    graph = Graph(
        title=head.title,
        description="",
        nodes=(
            *(replace(node, change=_node_change(was.get(node.name), node)) for node in head.nodes),
            *(replace(node, to=None, number="", change="removed") for node in gone),
        ),
        edges=tuple(_edges(before.edges, head.edges)),
        clusters=tuple(_clusters(before, head, stages, {node.name for node in gone})),
        across=head.across,
        base=before,
    )
    return replace(graph, description=_told(graph))


def _ways_out(base: Graph, head: Graph, same: Mapping[str, str]) -> dict[str, str]:
    """Pair boxes outside of the stages: they have no id, only a title and the box they leave."""
    there = {edge.head: edge.tail for edge in head.edges}
    known = {
        (there.get(node.name), node.title): node.name
        for node in head.nodes
        if node.shape in ("exit", "end", "journey")
    }
    tails = {edge.head: same.get(edge.tail) for edge in base.edges}
    found = {
        node.name: known.get((tails.get(node.name), node.title))
        for node in base.nodes
        if node.shape in ("exit", "end", "journey")
    }
    return {before: after for before, after in found.items() if after}


def _renamed(graph: Graph, names: Mapping[str, str]) -> Graph:
    return replace(
        graph,
        nodes=tuple(replace(node, name=names[node.name]) for node in graph.nodes),
        edges=tuple(
            replace(edge, tail=names[edge.tail], head=names[edge.head]) for edge in graph.edges
        ),
        clusters=tuple(
            replace(cluster, nodes=tuple(names[name] for name in cluster.nodes))
            for cluster in graph.clusters
        ),
    )


def _node_change(before: Node | None, after: Node) -> Change:
    if before is None:
        return "added"
    # A number counts the steps before it: it changes with theirs.
    return "" if replace(before, number=after.number, to=after.to) == after else "changed"


def _edges(before: Iterable[Edge], after: Iterable[Edge]) -> Iterable[Edge]:
    was = {(edge.tail, edge.head): edge for edge in before}
    now = {(edge.tail, edge.head): edge for edge in after}
    for ends, edge in now.items():
        old = was.get(ends)
        yield replace(edge, change="added" if old is None else "" if old == edge else "changed")
    for ends, edge in was.items():
        if ends not in now:
            yield replace(edge, change="removed")


def _clusters(
    before: Graph, head: Graph, stages: Mapping[str, str], gone: set[str]
) -> Iterable[Cluster]:
    """Give the groups of head with what is gone out of each, then those that are gone whole."""
    was = {stages.get(_id(cluster), ""): cluster for cluster in before.clusters}
    for cluster in head.clusters:
        old = was.pop(_id(cluster), None)
        left = () if old is None else tuple(name for name in old.nodes if name in gone)
        change: Change = "added" if old is None else "" if old.title == cluster.title else "changed"
        yield replace(cluster, nodes=(*cluster.nodes, *left), change=change)
    kept = {_id(cluster) for cluster in head.clusters}
    for cluster in before.clusters:
        if stages.get(_id(cluster)) not in kept:
            left = tuple(name for name in cluster.nodes if name in gone)
            yield replace(cluster, nodes=left, to=None, number="", change="removed")


def _id(cluster: Cluster) -> str:
    return cluster.to.id if cluster.to else ""


def _told(graph: Graph) -> str:
    counts = {
        change: sum(node.change == change for node in graph.nodes)
        for change in ("added", "changed", "removed")
    }
    parts = [
        ngettext("%(num)d box is new", "%(num)d boxes are new", counts["added"]),
        ngettext("%(num)d is not the same", "%(num)d are not the same", counts["changed"]),
        ngettext("%(num)d is gone", "%(num)d are gone", counts["removed"]),
    ]
    said = [part % {"num": counts[change]} for change, part in zip(counts, parts, strict=True)]
    return _("Before and after in one picture: %(counts)s.") % {"counts": ", ".join(said)}
