"""The flow of a journey: its stages as columns, its steps as boxes, and every way between them."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import fmean

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import scores_of_parts
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.moves import first_channel
from mkdocs_journeys.catalog.ways import Way, numbers_of, places, ways_on
from mkdocs_journeys.diagrams.graph import (
    Cluster,
    Edge,
    EdgeKind,
    Graph,
    Node,
    stages_in_words,
    steps_in_words,
)
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.step import Experience, Stage


def flow_of(catalog: Catalog, journey: Journey) -> Graph:
    """Give the flow of a whole journey; a stage without steps is one box."""
    numbers = numbers_of(journey)
    nodes: list[Node] = []
    edges: list[Edge] = []
    clusters: list[Cluster] = []
    mood = _moods(catalog, journey)
    for count, stage in enumerate(journey.stages, 1):
        inside = []
        for part in stage.steps or (stage,):
            number = numbers.get(part.id)
            nodes.append(_node(catalog, journey, stage, part, number, mood.get(part.id)))
            inside.append(part.id)
            edges.extend(_opens(catalog, part))
            nodes.extend(_nested(catalog, part))
        clusters.append(
            Cluster(
                title=stage.title,
                number=str(count),
                nodes=tuple(inside),
                to=inner_key("stage", journey, stage.id),
            )
        )
    for place in places(journey):
        for count, way in enumerate(ways_on(catalog, journey, place), 1):
            outside = f"{place.id} {count}"
            edges.append(_edge(place, way, outside))
            nodes.extend(_outside(way, outside))
    return Graph(
        title=_("Flow: %(title)s") % {"title": journey.title},
        description=_description(len(journey.stages), len(numbers)),
        nodes=tuple(nodes),
        edges=tuple(edges),
        clusters=tuple(clusters),
    )


def flow_of_stage(catalog: Catalog, journey: Journey, stage: Stage) -> Graph:
    """Give the flow within one stage, with the ways into the next one and out of the journey."""
    whole = flow_of(catalog, journey)
    own = {step.id for step in stage.steps} or {stage.id}
    edges = tuple(edge for edge in whole.edges if edge.tail in own)
    shown = own | {edge.head for edge in edges}
    return Graph(
        title=_("Flow: %(title)s") % {"title": stage.title},
        description=_("%(steps)s, and where it goes on from there.")
        % {"steps": steps_in_words(len(stage.steps))},
        nodes=tuple(node for node in whole.nodes if node.name in shown),
        edges=edges,
        clusters=tuple(cluster for cluster in whole.clusters if own.issuperset(cluster.nodes)),
        across=True,
    )


def _description(stages: int, steps: int) -> str:
    if not steps:
        return _("%(stages)s, in the order in which they happen.") % {
            "stages": stages_in_words(stages)
        }
    return _("%(stages)s and %(steps)s, in the order in which they happen.") % {
        "stages": stages_in_words(stages),
        "steps": steps_in_words(steps),
    }


def _moods(catalog: Catalog, journey: Journey) -> dict[str, float]:
    """Give the mean score of each part that has one: the face on its box."""
    felt = scores_of_parts(catalog, journey)
    return {id_: fmean(scores) for id_, scores in felt.items()}


def _node(
    catalog: Catalog,
    journey: Journey,
    stage: Stage,
    part: Experience,
    number: int | None,
    score: float | None,
) -> Node:
    channel, family, icon = first_channel(catalog, part)
    moment = part.moment_of_truth
    return Node(
        name=part.id,
        title=part.title,
        number=str(number) if number else "",
        shape=family or "plain",
        icon=icon,
        score=score,
        moment=(moment.handling or "unrated") if moment else None,
        to=inner_key("stage" if part is stage else "step", journey, part.id),
        says=". ".join(_says(catalog, part, channel)),
    )


def _opens(catalog: Catalog, part: Experience) -> Iterator[Edge]:
    if catalog.meant(part.journey):
        yield Edge(tail=part.id, head=f"{part.id} opens", kind="nests", label=_("opens"))


def _nested(catalog: Catalog, part: Experience) -> Iterator[Node]:
    """Give the map that a step opens as a box of its own, so that a reader can go there."""
    if key := catalog.meant(part.journey):
        yield Node(
            name=f"{part.id} opens",
            title=catalog.title(key),
            shape="journey",
            icon="map-outline",
            to=key,
            says=_("Another map"),
        )


def _says(catalog: Catalog, part: Experience, channel: str) -> Iterator[str]:
    if channel:
        yield channel
    words = [word for emotion in part.emotion for word in emotion.words]
    if words:
        yield _("Feeling %(words)s") % {"words": ", ".join(dict.fromkeys(words))}
    if part.side == "company":
        yield _("Unseen by the customer")


def _edge(part: Experience, way: Way, outside: str) -> Edge:
    # A normal end is no way out that anybody should worry about.
    kinds: dict[str, EdgeKind] = {"exit": "exit", "branch": "branch", "loop": "loop"}
    return Edge(
        tail=part.id,
        head=way.to.id if way.to else outside,
        kind=kinds.get(way.kind, "path"),
        label=way.label,
    )


def _outside(way: Way, name: str) -> Iterator[Node]:
    if way.to is None:
        is_exit = way.kind == "exit"
        yield Node(
            name=name,
            title=way.out,
            shape="exit" if is_exit else "end",
            icon="exit-run" if is_exit else "",
            says=_leaving(way) if is_exit else _ending(way),
        )


def _leaving(way: Way) -> str:
    if way.why:
        return _("The customer leaves: %(why)s") % {"why": way.why}
    return _("The customer leaves")


def _ending(way: Way) -> str:
    if way.why:
        return _("The journey ends: %(why)s") % {"why": way.why}
    return _("The journey ends")
