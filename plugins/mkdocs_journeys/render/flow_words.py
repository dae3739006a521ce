"""What is heard of a flow: of a box in the drawing, and of every way in its twin in words."""

from __future__ import annotations

from jinja2 import Environment

from mkdocs_journeys.diagrams.graph import Change, Edge, EdgeKind, Graph, Handling, Node
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import later
from mkdocs_journeys.render.words import clean

_MOMENTS: dict[Handling, str] = {
    "winning": later("Moment of truth, winning"),
    "at-risk": later("Moment of truth, at risk"),
    "failing": later("Moment of truth, failing"),
    "unrated": later("Moment of truth"),
}
_WAYS: dict[EdgeKind, str] = {
    "path": later("Then %(to)s."),
    "branch": later("Or %(to)s."),
    "loop": later("Back to %(to)s."),
    "exit": later("Or out: %(to)s."),
    "nests": later("Opens %(to)s."),
    "future": later("In future: %(to)s."),
    "travels": later("Travels %(to)s."),
}

_CHANGES: dict[Change, str] = {
    "added": later("New"),
    "changed": later("Not the same"),
    "removed": later("Gone"),
}

_ENDS = ".!?…。\uff01\uff1f؟"
"""What ends a sentence, so that no stop is added; two of them are full-width."""


def add_flow_words(environment: Environment) -> None:
    """Give an environment the functions that the twin of a flow calls."""
    environment.globals.update(
        change_in_words=change_in_words,
        moment_in_words=moment_in_words,
        nodes_by_name=nodes_by_name,
        way_in_words=way_in_words,
    )


def moment_in_words(handling: Handling) -> str:
    """Say that a step is a moment of truth, and how it is handled."""
    return _(_MOMENTS[handling])


def way_in_words(edge: Edge, head: Node) -> str:
    """Say where a way leads, as a sentence, with its label in brackets."""
    to = f"{head.number} {head.title}" if head.number else head.title
    return _(_WAYS[edge.kind]) % {"to": f"{to} ({edge.label})" if edge.label else to}


def change_in_words(change: Change) -> str:
    """Say what became of a box or a way since the base; empty where it is the same."""
    return _(_CHANGES[change]) if change else ""


def spoken_words() -> tuple[str, ...]:
    """Give all that may be said in a drawing beside the words of a graph."""
    return tuple(map(_, (*_MOMENTS.values(), *_CHANGES.values())))


def spoken_of(node: Node) -> str:
    """What a reader hears of a box: number and title as they stand in it, then all the rest."""
    parts = [clean(f"{node.number} {node.title}"), clean(node.says)]
    if node.moment:
        parts.append(moment_in_words(node.moment))
    parts.append(change_in_words(node.change))
    return " ".join(part if part[-1] in _ENDS else f"{part}." for part in parts if part)


def nodes_by_name(graph: Graph) -> dict[str, Node]:
    """Give the boxes of a graph by their names."""
    return {node.name: node for node in graph.nodes}
