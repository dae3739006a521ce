"""What changed in a map as pictures: both flows in one, and both emotion curves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from mkdocs_journeys.changes.change import CHANGE_LEVELS, Change
from mkdocs_journeys.changes.map_pair import MapPair
from mkdocs_journeys.changes.shown import number
from mkdocs_journeys.changes.sides import Pair
from mkdocs_journeys.cli.diff_formats.report import Report
from mkdocs_journeys.diagrams.flow import flow_of
from mkdocs_journeys.diagrams.graph import Cluster, Edge, Graph, Node
from mkdocs_journeys.diagrams.merged_curve import MergedCurve, merged_curve
from mkdocs_journeys.diagrams.merged_flow import merged_flow
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.render import mermaid
from mkdocs_journeys.render.sparkline import sparkline

LEGEND = (
    "In a flow, **(added)** is thick and green, **(removed)** is dashed and red, **(changed)** is "
    "yellow, and ★ is a moment of truth. In a curve, grey is how it was for all personas "
    "together and blue how it is now; below it, ▁ is −2, █ is 2, · has no score, and × is not "
    "there."
)


NOTHING = Graph(title="", description="", nodes=())
"""The flow of a journey on the side where it is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One map. ``flow`` and ``curve`` are Markdown, empty where there is nothing to see."""

    key: Key
    changes: tuple[Change, ...]
    flow: str
    curve: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Map:
    """A journey on both sides, None where it is not.

    ``same`` gives for ids of parts in base those in head, ``stages`` the same for the whole names
    of stages; ``parents`` are the parts around pain points.
    """

    base: Journey | None
    head: Journey | None
    same: Mapping[str, str]
    stages: Mapping[str, str]
    parents: Mapping[Key, Key]


def pictures(report: Report, room: int) -> tuple[Picture, ...]:
    """Give the maps with a change, those that changed most first, while there is room for them.

    What is gone beyond ``room``, in characters, could never be shown, and is not drawn.
    """
    changes: dict[Key, list[Change]] = defaultdict(list)
    for change in report.changes:
        changes[change.home].append(change)
    maps = {key: one for key, one in _maps(report) if key in changes}
    found: list[Picture] = []
    for key in sorted(maps, key=lambda key: _most_first(changes[key], key)):
        drawn = _picture(report, key, maps[key], tuple(changes[key]))
        if drawn.flow or drawn.curve:
            found.append(drawn)
            room -= len(drawn.flow) + len(drawn.curve)
        if room < 0:
            break
    return tuple(found)


def _most_first(changes: list[Change], key: Key) -> tuple[object, ...]:
    counts = (sum(one.level == level for one in changes) for level in CHANGE_LEVELS)
    return *(-count for count in counts), key


def _maps(report: Report) -> Iterator[tuple[Key, _Map]]:
    comparison = report.comparison
    for pair in comparison.maps:
        yield (
            pair.journey.head.key,
            _Map(
                base=pair.journey.base.thing,
                head=pair.journey.head.thing,
                same={
                    both.base.thing.id: both.head.thing.id
                    for both in (*pair.stages, *pair.steps)
                    if isinstance(both, Pair)
                },
                stages={
                    both.base.key.id: both.head.key.id
                    for both in pair.stages
                    if isinstance(both, Pair)
                },
                parents=dict(_parents(pair)),
            ),
        )
    for side in comparison.added(Journey):
        yield side.key, _Map(base=None, head=side.thing, same={}, stages={}, parents={})
    for side in comparison.removed(Journey):
        yield side.key, _Map(base=side.thing, head=None, same={}, stages={}, parents={})


def _parents(pair: MapPair) -> Iterator[tuple[Key, Key]]:
    """Give for each pain point the part around it, as head calls it."""
    parts = {
        both.base.key: both.head.key
        for both in (*pair.stages, *pair.steps)
        if both.base and both.head
    }
    for pain in pair.pain_points:
        side = pain.head or pain.base
        if side and side.parent:
            around = side.parent.key
            yield side.key, around if pain.head else parts.get(around, around)


def _picture(report: Report, key: Key, drawn: _Map, changes: tuple[Change, ...]) -> Picture:
    before = (report.base.catalog, drawn.base) if drawn.base else None
    after = (report.head.catalog, drawn.head) if drawn.head else None
    graph = merged_flow(
        flow_of(*before) if before else NOTHING,
        flow_of(*after) if after else NOTHING,
        drawn.same,
        drawn.stages,
    )
    touched = {drawn.parents.get(one.key, one.key) for one in changes if one.level != "editorial"}
    return Picture(
        key=key,
        changes=changes,
        flow=_flow(_with_all_changes(graph, touched)),
        curve=_curve(merged_curve(before, after, drawn.same)),
    )


def _with_all_changes(graph: Graph, touched: Collection[Key]) -> Graph:
    """Draw what a row of the table is about as changed, even where it looks the same."""
    return replace(
        graph,
        nodes=tuple(
            replace(node, change=node.change or "changed") if node.to in touched else node
            for node in graph.nodes
        ),
        clusters=tuple(
            replace(cluster, change=cluster.change or "changed")
            if cluster.to in touched
            else cluster
            for cluster in graph.clusters
        ),
    )


def _flow(graph: Graph) -> str:
    parts: tuple[Node | Edge | Cluster, ...] = (*graph.nodes, *graph.edges, *graph.clusters)
    if not any(one.change for one in parts):
        return ""
    if len(graph.edges) > mermaid.MOST_EDGES:
        return (
            f"The flow is left out: it has {len(graph.edges):,} ways, "
            f"and Mermaid draws {mermaid.MOST_EDGES}."
        )
    text = mermaid.flowchart(graph)
    if len(text) > mermaid.MOST_CHARACTERS:
        return (
            f"The flow is left out: it takes {len(text):,} characters, "
            f"and Mermaid reads {mermaid.MOST_CHARACTERS:,}."
        )
    return f"```mermaid\n{text}\n```"


def _curve(drawn: MergedCurve) -> str:
    if drawn.is_same:
        return ""
    chart = mermaid.curve(drawn)
    bars = "\n".join(
        f"{side}  {line}  mean {_mean(mean)}"
        for side, line, mean in (
            (
                "was",
                sparkline((one.before, one.in_base) for one in drawn.points),
                drawn.mean_before,
            ),
            ("now", sparkline((one.after, one.in_head) for one in drawn.points), drawn.mean_after),
        )
    )
    if len(chart) + len(bars) > mermaid.MOST_CHARACTERS:
        return ""
    fence = f"```mermaid\n{chart}\n```\n\n" if chart else ""
    return f"{fence}```text\n{bars}\n```"


def _mean(mean: float | None) -> str:
    # Plus nothing, because minus nothing would be written as −0.0.
    return "unknown" if mean is None else number(f"{round(mean, 1) + 0.0:.1f}")
