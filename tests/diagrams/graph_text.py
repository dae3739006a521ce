"""A graph as text that a person can review: boxes group by group, then every way."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journeys.diagrams.graph import Edge, Graph, Node


def as_text(graph: Graph) -> str:
    """Write a graph down, in its own order; nothing is left out."""
    return "\n".join(_lines(graph)) + "\n"


def _lines(graph: Graph) -> Iterator[str]:
    yield f"{graph.title} ({'across' if graph.across else 'down'})"
    yield graph.description
    by_name = {node.name: node for node in graph.nodes}
    assert len(by_name) == len(graph.nodes), "two boxes of one name"
    grouped = set()
    for cluster in graph.clusters:
        yield ""
        number = f"{cluster.number}. " if cluster.number else ""
        yield f"{number}{cluster.title}{f' -> {cluster.to}' if cluster.to else ''}"
        for name in cluster.nodes:
            grouped.add(name)
            yield f"  {_box(by_name[name])}"
    rest = [node for node in graph.nodes if node.name not in grouped]
    if rest:
        yield ""
        yield "in no group"
        yield from (f"  {_box(node)}" for node in rest)
    if graph.edges:
        yield ""
        yield "ways"
        yield from (f"  {_way(edge)}" for edge in graph.edges)


def _box(node: Node) -> str:
    said = [
        f"[{node.name}]",
        f"{node.number} {node.title}".strip(),
        f"{node.shape}{f' ({node.icon})' if node.icon else ''}",
    ]
    said += [f"feels {node.score:+g}"] if node.score is not None else []
    said += [f"moment of truth: {node.moment}"] if node.moment else []
    said += [f"-> {node.to}"] if node.to else []
    said += [f"“{node.says}”"] if node.says else []
    return " | ".join(said)


def _way(edge: Edge) -> str:
    return f"{edge.tail} -{edge.kind}-> {edge.head}{f' “{edge.label}”' if edge.label else ''}"
