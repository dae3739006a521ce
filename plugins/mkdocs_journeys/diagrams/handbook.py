"""The whole handbook as a picture: journeys, what nests in what, futures, and who travels them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import travellers
from mkdocs_journeys.catalog.gathered import parts_of
from mkdocs_journeys.diagrams.graph import Cluster, Edge, Graph, Node, stages_in_words
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import ngettext
from mkdocs_journeys.model.choice_words import choice_word
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.persona import Persona

MOST_NODES = 40
"""Beyond so many boxes the picture is drawn once for each lifecycle stage instead."""


def pictures_of_handbook(catalog: Catalog) -> tuple[Graph, ...]:
    """Give one picture of all journeys, or one for each lifecycle stage beyond 40 boxes.

    Journeys without a lifecycle stage come last, under a title of their own. Empty where there
    is no journey.
    """
    journeys = catalog.all(Journey)
    if not journeys:
        return ()
    if len(journeys) + len(catalog.all(Persona)) <= MOST_NODES:
        return (_picture(catalog, _("The whole handbook"), journeys),)
    graphs = []
    for stage in catalog.settings.lifecycle:
        found = [one for one in journeys if stage.id in lifecycle_of(catalog, one)]
        if found:
            graphs.append(_picture(catalog, stage.called, found))
    rest = [one for one in journeys if not lifecycle_of(catalog, one)]
    if rest:
        graphs.append(_picture(catalog, _("Not placed in the lifecycle"), rest))
    return tuple(graphs)


def lifecycle_of(catalog: Catalog, journey: Journey) -> tuple[str, ...]:
    """Give the lifecycle stages that a journey touches, in the order of handbook.yml."""
    keys = {catalog.meant(ref) for stage in journey.stages for ref in stage.lifecycle}
    return tuple(
        stage.id for stage in catalog.settings.lifecycle if Key("lifecycle", stage.id) in keys
    )


def _picture(catalog: Catalog, title: str, journeys: Iterable[Journey]) -> Graph:
    shown = tuple(journeys)
    personas = catalog.in_order(key for journey in shown for key in travellers(catalog, journey))
    nodes = [
        Node(name=str(key), title=catalog.title(key), shape="persona", to=key, says=_("Persona"))
        for key in personas
    ]
    nodes += [_journey(journey) for journey in shown]
    names = {node.name for node in nodes}
    edges = [edge for journey in shown for edge in _edges(catalog, journey) if edge.head in names]
    return Graph(
        title=title,
        description=_("%(journeys)s and %(personas)s.")
        % {
            "journeys": _journeys_in_words(len(shown)),
            "personas": _personas_in_words(len(personas)),
        },
        nodes=tuple(nodes),
        edges=tuple(edge for edge in edges if edge.tail in names),
        clusters=(
            Cluster(title=_("Personas"), nodes=tuple(str(key) for key in personas)),
            Cluster(title=_("Journeys"), nodes=tuple(str(journey.key) for journey in shown)),
        )
        if personas
        else (),
    )


def _journeys_in_words(number: int) -> str:
    return ngettext("%(num)d journey", "%(num)d journeys", number) % {"num": number}


def _personas_in_words(number: int) -> str:
    return ngettext("%(num)d persona", "%(num)d personas", number) % {"num": number}


def _journey(journey: Journey) -> Node:
    words = [choice_word(journey.state), stages_in_words(len(journey.stages))]
    words += [choice_word(journey.status)] if journey.status != "published" else []
    return Node(
        name=str(journey.key),
        title=journey.title,
        shape="journey",
        icon="star-four-points-outline" if journey.state == "future" else "map-outline",
        to=journey.key,
        says=". ".join(words),
    )


def _edges(catalog: Catalog, journey: Journey) -> Iterator[Edge]:
    name = str(journey.key)
    for key in travellers(catalog, journey):
        yield Edge(tail=str(key), head=name, kind="travels")
    opened = [catalog.meant(part.journey) for _stage, part in parts_of(journey)]
    inside = [use.home for use in catalog.used_by(journey.key) if use.field == "part_of"]
    for nested in catalog.in_order([key for key in (*opened, *inside) if key]):
        yield Edge(tail=name, head=str(nested), kind="nests", label=_("opens"))
    current = catalog.meant(journey.future_of)
    if current:
        yield Edge(tail=str(current), head=name, kind="future", label=_("future"))
