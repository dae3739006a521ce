"""Pictures as Mermaid, which forges draw within Markdown.

Proven in tests with Mermaid itself, in the versions that forges use. Whatever stands in a map is
words to it: only letters, digits and the plainest signs go as they are, all others as the number of
their character (https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters).
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from itertools import islice

from wcwidth import iter_graphemes

from mkdocs_journeys.diagrams.graph import Change, Cluster, Graph, Node
from mkdocs_journeys.diagrams.merged_curve import CurvePoint, MergedCurve
from mkdocs_journeys.palette import REVIEW
from mkdocs_journeys.render.words import clean

MOST_CHARACTERS = 50_000
"""Mermaid draws no longer text (`maxTextSize`)."""

MOST_EDGES = 500
"""Mermaid draws no more ways (`maxEdges`)."""

LONGEST_LABEL = 60
"""Characters, as a reader counts them; boxes of a flow stay small enough to be read."""

CHANGES: tuple[Change, ...] = ("added", "removed", "changed")
ARROWS = {"added": "==>", "removed": "-.->"}
DRAWN = {
    "added": "stroke-width:4px",
    "removed": "stroke-width:2px,stroke-dasharray:5 5",
    "changed": "stroke-width:2px",
}
NAMELESS = "…"
"""For a title of nothing that can be seen: Mermaid takes no empty label."""

_AS_TYPED = frozenset(" ,?")
# Mermaid itself writes `#60;` as `ﬂ°°60¶ß` while it works, and reads it back more than once: a map
# with these signs must not write numbers of characters.
_ITS_OWN = {"ﬂ": "fl", "¶": "¶#8203;"}


def flowchart(graph: Graph) -> str:
    """Give a flow from top to bottom, without a line end behind it.

    In a picture of changes, added is thick and green, removed dashed and red, changed yellow, and
    each says so in words. A moment of truth has a star.
    """
    names = {node.name: f"n{count}" for count, node in enumerate(graph.nodes, 1)}
    return "\n".join(
        (
            "flowchart TB",
            *_groups(graph, names),
            *_ways(graph, names),
            *_styles(graph, names),
            *_frames(graph),
        )
    )


def curve(drawn: MergedCurve) -> str:
    """Give both lines over the steps that are scored on both sides; nothing below two of those.

    Of a journey that is on one side only it is one line. A line of Mermaid has no gaps, and to
    fill one would invent a feeling: what has no score is left out.
    """
    points = [point for point in drawn.points if _scores(point, drawn)]
    if len(points) < 2:
        return ""
    colours = [REVIEW[side] for side in ("was", "now") if _has(drawn, side)]
    names = [point.number for point in points]
    if not all(names):
        # Two points of one name would be one: stages have no number among those of the steps.
        names = [str(count) for count in range(1, len(points) + 1)]
    numbers = ", ".join(f'"{name}"' for name in names)
    themed = {"themeVariables": {"xyChart": {"plotColorPalette": ", ".join(colours)}}}
    lines = [
        f"%%{{init: {json.dumps(themed)}}}%%",
        "xychart-beta",
        f"    x-axis [{numbers}]",
        '    y-axis "How it feels" -2 --> 2',
    ]
    if _has(drawn, "was"):
        lines.append(f"    line [{', '.join(_number(point.before) for point in points)}]")
    if _has(drawn, "now"):
        lines.append(f"    line [{', '.join(_number(point.after) for point in points)}]")
    return "\n".join(lines)


def label(text: str) -> str:
    """Give a text for within double quotes, in which Mermaid finds nothing of its own."""
    plain = clean(text)
    letters = list(islice(iter_graphemes(plain[: LONGEST_LABEL * 20]), LONGEST_LABEL + 1))
    if len(letters) > LONGEST_LABEL:
        plain = "".join(letters[: LONGEST_LABEL - 1]).rstrip() + "…"
    return "".join(_sign(char) for char in plain)


def _sign(char: str) -> str:
    if char in _ITS_OWN:
        return _ITS_OWN[char]
    if char in _AS_TYPED or char.isalnum():
        return char
    category = unicodedata.category(char)
    if category[0] in "MPS" and not char.isascii():
        return char
    # What only steers the direction of a text would turn what stands beside it.
    if category == "Cf" and char not in "\u200c\u200d":
        return ""
    return f"#{ord(char)};"


def _groups(graph: Graph, names: dict[str, str]) -> Iterator[str]:
    nodes = {node.name: node for node in graph.nodes}
    grouped: set[str] = set()
    for count, (cluster, inside) in _framed(graph).items():
        grouped.update(inside)
        number = f"{cluster.number} " if cluster.number else ""
        title = label(cluster.title) or NAMELESS
        yield f'  subgraph s{count}["{number}{title}{_word(cluster.change)}"]'
        for name in inside:
            yield f"    {names[name]}{_box(nodes[name])}"
        yield "  end"
    for name, node in nodes.items():
        if name not in grouped:
            yield f"  {names[name]}{_box(node)}"


def _framed(graph: Graph) -> dict[int, tuple[Cluster, tuple[str, ...]]]:
    """Give the groups that hold a box, by their number, each box in the first that names it."""
    free = {node.name for node in graph.nodes}
    found: dict[int, tuple[Cluster, tuple[str, ...]]] = {}
    for count, cluster in enumerate(graph.clusters, 1):
        inside = tuple(name for name in cluster.nodes if name in free)
        free.difference_update(inside)
        if inside:
            found[count] = (cluster, inside)
    return found


def _box(node: Node) -> str:
    star = "★ " if node.moment else ""
    number = f"{node.number} " if node.number else ""
    title = label(node.title) or NAMELESS
    words = f'"{star}{number}{title}{_word(node.change, "<br/>")}"'
    if node.shape in ("exit", "end"):
        return f"([{words}])"
    return f"[[{words}]]" if node.shape == "journey" else f"[{words}]"


def _word(change: Change, before: str = " ") -> str:
    """Say what became of it: colours alone tell it only to some."""
    return f"{before}#40;{change}#41;" if change else ""


def _ways(graph: Graph, names: dict[str, str]) -> Iterator[str]:
    for edge in graph.edges:
        words = f'|"{label(edge.label)}"|' if label(edge.label) else ""
        arrow = ARROWS.get(edge.change, "-->")
        yield f"  {names[edge.tail]} {arrow}{words} {names[edge.head]}"


def _styles(graph: Graph, names: dict[str, str]) -> Iterator[str]:
    ink = REVIEW["ink"]
    for change in CHANGES:
        line, soft = REVIEW[change], REVIEW[f"{change}-soft"]
        boxes = [names[node.name] for node in graph.nodes if node.change == change]
        ways = [str(count) for count, edge in enumerate(graph.edges) if edge.change == change]
        if boxes:
            yield f"  classDef {change} fill:{soft},stroke:{line},color:{ink},{DRAWN[change]}"
            yield f"  class {','.join(boxes)} {change}"
        if ways:
            yield f"  linkStyle {','.join(ways)} stroke:{line},{DRAWN[change]}"


def _frames(graph: Graph) -> Iterator[str]:
    """Draw groups without a ground of their own: that of some themes is yellow, as changes are."""
    for count, (cluster, _) in _framed(graph).items():
        drawn = f"stroke:{REVIEW['was']}"
        if cluster.change:
            drawn = f"stroke:{REVIEW[cluster.change]},{DRAWN[cluster.change]}"
        yield f"  style s{count} fill:none,{drawn}"


def _has(drawn: MergedCurve, side: str) -> bool:
    return any(point.in_base if side == "was" else point.in_head for point in drawn.points)


def _scores(point: CurvePoint, drawn: MergedCurve) -> bool:
    return (point.before is not None or not _has(drawn, "was")) and (
        point.after is not None or not _has(drawn, "now")
    )


def _number(score: float | None) -> str:
    written = f"{score or 0:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written
