"""Two flows of one journey in one picture: what came, what went, what is not the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from mkdocs_journeys.diagrams.graph import Cluster, Edge, Graph, Node
from mkdocs_journeys.model.key import Key

Fate = Literal["kept", "added", "removed", "changed"]
"""What became of a box, a way or a group from base to head."""

NOTHING = Graph(title="", description="", nodes=())
"""The flow of a journey on the side where it is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedNode:
    """A box as head draws it, or as base drew it if it was removed; its name is unique in both."""

    node: Node
    fate: Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedEdge:
    """A way between boxes by their names in the merged picture."""

    edge: Edge
    fate: Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedCluster:
    """A group with its boxes in one order for both sides."""

    cluster: Cluster
    fate: Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedGraph:
    """Both flows at once, in the order of head; what was removed stands where it stood."""

    title: str
    nodes: tuple[MergedNode, ...]
    edges: tuple[MergedEdge, ...]
    clusters: tuple[MergedCluster, ...]

    @property
    def is_same(self) -> bool:
        """Tell whether there is nothing to see: base and head are drawn alike."""
        parts: tuple[MergedNode | MergedEdge | MergedCluster, ...]
        parts = (*self.nodes, *self.edges, *self.clusters)
        return all(one.fate == "kept" for one in parts)


def merged(
    base: Graph | None,
    head: Graph | None,
    same: Mapping[str, str],
    changed: Collection[Key],
) -> MergedGraph:
    """Lay one flow over the other; None on the side where the journey is not.

    ``same`` gives for ids of stages and steps in base those in head; ``changed`` are the things,
    as head calls them, whose boxes are drawn as changed.
    """
    before, after = base or NOTHING, head or NOTHING
    before = _as_in_head(before, after, same)
    old = {node.name: node for node in reversed(before.nodes)}
    new = {node.name: node for node in reversed(after.nodes)}
    names = interleaved([node.name for node in before.nodes], [node.name for node in after.nodes])
    ways_before, ways_after = dict.fromkeys(before.edges), dict.fromkeys(after.edges)
    return MergedGraph(
        title=after.title or before.title,
        nodes=tuple(
            MergedNode(
                node=new.get(name) or old[name], fate=_fate(name in old, new.get(name), changed)
            )
            for name in names
        ),
        edges=tuple(
            MergedEdge(edge=edge, fate="kept" if edge in ways_before else "added")
            for edge in ways_after
        )
        + tuple(
            MergedEdge(edge=edge, fate="removed") for edge in ways_before if edge not in ways_after
        ),
        clusters=tuple(_clusters(before, after, changed)),
    )


def interleaved(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """Give the names of both in the order of ``after``; what is gone follows what it followed."""
    found = list(dict.fromkeys(after))
    there = set(found)
    follows: dict[str, list[str]] = {}
    last = ""
    for name in dict.fromkeys(before):
        if name in there:
            last = name
        else:
            follows.setdefault(last, []).append(name)
    kept = (part for name in found for part in (name, *follows.get(name, ())))
    return (*follows.get("", ()), *kept)


def _fate(was_there: bool, now: Node | None, changed: Collection[Key]) -> Fate:
    if now is None:
        return "removed"
    if not was_there:
        return "added"
    return "changed" if now.to in changed else "kept"


def _as_in_head(before: Graph, after: Graph, same: Mapping[str, str]) -> Graph:
    """Call boxes of base as head does; a box that is gone gets a name that nothing there has."""
    there = {node.name for node in after.nodes}
    # A box outside is named after the part that it leaves, and known again by its words.
    outside = {_way_out(node): node.name for node in reversed(after.nodes) if " " in node.name}
    renamed: dict[str, str] = {}
    taken: set[str] = set()
    for node in before.nodes:
        part, words = _way_out(node)
        now = same.get(part, "")
        found = outside.get((now, words), "") if " " in node.name else now
        is_free = found in there and found not in taken
        taken.add(found)
        renamed[node.name] = found if is_free else f"-{node.name}"

    def name(old: str) -> str:
        return renamed.get(old, f"-{old}")

    return replace(
        before,
        nodes=tuple(replace(node, name=name(node.name)) for node in before.nodes),
        edges=tuple(
            replace(edge, tail=name(edge.tail), head=name(edge.head)) for edge in before.edges
        ),
        clusters=tuple(
            replace(
                cluster,
                nodes=tuple(name(node) for node in cluster.nodes),
                # Where there is no stage like it any more, no stage of head has this name.
                to=_renamed(cluster.to, same),
            )
            for cluster in before.clusters
        ),
    )


def _way_out(node: Node) -> tuple[str, str]:
    return node.name.partition(" ")[0], node.title


def _renamed(stage: Key | None, same: Mapping[str, str]) -> Key | None:
    if stage is None:
        return None
    journey, _, inner = stage.id.rpartition("/")
    return Key(stage.kind, f"{journey}/{same.get(inner, '-' + inner)}")


def _clusters(before: Graph, after: Graph, changed: Collection[Key]) -> Iterator[MergedCluster]:
    old, new = _by_stage(before.clusters), _by_stage(after.clusters)
    stays = {name for cluster in after.clusters for name in cluster.nodes}
    for stage in interleaved(list(old), list(new)):
        was, now = old.get(stage), new.get(stage)
        left = [name for name in (was.nodes if was else ()) if name not in stays]
        if now is None:
            if was:
                yield MergedCluster(cluster=replace(was, nodes=tuple(left)), fate="removed")
            continue
        # What moved into another stage is drawn there alone.
        here = [name for name in (was.nodes if was else ()) if name in now.nodes or name in left]
        fate: Fate = "added"
        if was:
            fate = "changed" if now.to in changed else "kept"
        yield MergedCluster(cluster=replace(now, nodes=interleaved(here, now.nodes)), fate=fate)


def _by_stage(clusters: Iterable[Cluster]) -> dict[str, Cluster]:
    """Give the groups by the id of their stage, of two with one id the first."""
    found: dict[str, Cluster] = {}
    for cluster in clusters:
        found.setdefault(cluster.to.id.rpartition("/")[2] if cluster.to else cluster.title, cluster)
    return found
