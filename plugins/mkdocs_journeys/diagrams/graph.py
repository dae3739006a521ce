"""A picture of things and how they follow each other, before anybody draws it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mkdocs_journeys.language import ngettext
from mkdocs_journeys.model.key import Key

Shape = Literal[
    "digital", "human", "physical", "outside", "plain", "journey", "persona", "exit", "end"
]
"""The first four are the families of channels; ``plain`` is a channel without a family."""

EdgeKind = Literal["path", "branch", "loop", "exit", "nests", "future", "travels"]
"""``path`` is the usual way; ``travels`` leads from a persona to her journey."""

Handling = Literal["winning", "at-risk", "failing", "unrated"]

Change = Literal["", "added", "changed", "removed"]
"""What became of a thing since a base that the picture is compared with; mostly nothing."""


def stages_in_words(number: int) -> str:
    """Give a number of stages with its noun: ``1 stage``, ``2 stages``."""
    return ngettext("%(num)d stage", "%(num)d stages", number) % {"num": number}


def steps_in_words(number: int) -> str:
    """Give a number of steps with its noun: ``1 step``, ``2 steps``."""
    return ngettext("%(num)d step", "%(num)d steps", number) % {"num": number}


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One box.

    ``name`` is unique in its graph. ``score`` is the emotion from -2 to 2, or None where none was
    given. ``moment`` is None unless the step is a moment of truth. ``says`` is what a reader who
    does not see the picture hears after number and title, without a closing stop.
    """

    name: str
    title: str
    shape: Shape
    number: str = ""
    icon: str = ""
    score: float | None = None
    moment: Handling | None = None
    to: Key | None = None
    says: str = ""
    change: Change = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A way from one box to another, with the words that stand on it (often none)."""

    tail: str
    head: str
    kind: EdgeKind = "path"
    label: str = ""
    change: Change = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Boxes that belong together, for example the steps of one stage, in their order."""

    title: str
    nodes: tuple[str, ...]
    number: str = ""
    to: Key | None = None
    change: Change = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Boxes, ways and groups, in the order in which a reader should meet them.

    ``across`` is true when clusters stand side by side, false when they stand below each other.
    In a picture of changes ``base`` is the graph as it was: what it shows keeps its place.
    """

    title: str
    description: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    across: bool = True
    base: Graph | None = None
