"""How to read a map in two minutes: every mark, alive, for somebody who sees one the first time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import travellers
from mkdocs_journeys.catalog.overview import current_journeys
from mkdocs_journeys.diagrams.graph import Edge, Graph, Node
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import spoken
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.registries import Channel
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.entries import listed
from mkdocs_journeys.pages.lines import LineFacts, line
from mkdocs_journeys.pages.link import Link
from mkdocs_journeys.pages.map_facts import Family
from mkdocs_journeys.pages.page import Page

FAMILIES: tuple[Family, ...] = ("digital", "human", "physical", "outside")
MOST_CHANNELS = 4
"""So many channels of the company stand as examples beside each family."""

EXAMPLE_SCORES = (0.0, 1.0, None, -1.0, -2.0, 0.0, 1.0, 2.0)
"""A curve to learn from where the handbook has none of its own."""

EXAMPLE_REVIEW = date(2026, 11, 3)
"""A day to show how a review is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyExample:
    """A family of channels and a few of the company's own; ``icon`` may be empty."""

    family: Family
    channels: tuple[tuple[Link, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HowToReadFacts:
    """Examples for every mark; ``journey`` is the map to try it on, None where there is none.

    ``scores`` are those of its curve, or made up.
    """

    families: tuple[FamilyExample, ...]
    journey: LineFacts | None
    scores: tuple[float | None, ...]
    flow: Graph
    reviewed: date
    is_right_to_left: bool
    glossary: Key
    journeys: Key


def how_to_read_page(catalog: Catalog) -> Page:
    """Give the page that teaches to read a map; it stands in every handbook."""
    example = _example(catalog)
    return Page(
        key=page_key("how-to-read"),
        title=_("How to read a map"),
        template="how_to_read",
        facts=HowToReadFacts(
            families=tuple(
                FamilyExample(family=family, channels=_channels(catalog, family))
                for family in FAMILIES
            ),
            journey=example,
            scores=example.scores if example else EXAMPLE_SCORES,
            flow=_flow(),
            reviewed=EXAMPLE_REVIEW,
            is_right_to_left=spoken().is_right_to_left,
            glossary=page_key("glossary"),
            journeys=page_key("journeys"),
        ),
        above=HOME,
        lede=_("Two minutes, and you can read every map in this handbook."),
        words=_("legend key symbols faces shapes stars bars lines emotion curve moment of truth"),
    )


def _example(catalog: Catalog) -> LineFacts | None:
    """Find the current map with the most scores; of several, the first."""
    lines = [line(catalog, one) for one in current_journeys(catalog) if travellers(catalog, one)]
    scored = [one for one in lines if _scored(one) > 1]
    return max(scored, key=_scored, default=None)


def _scored(one: LineFacts) -> int:
    return sum(score is not None for score in one.scores)


def _channels(catalog: Catalog, family: Family) -> tuple[tuple[Link, str], ...]:
    return tuple(
        (Link(text=one.called, to=one.key), one.icon or "")
        for one in listed(catalog, Channel)
        if one.family == family
    )[:MOST_CHANNELS]


def _flow() -> Graph:
    """Make the smallest flow that shows each shape and each line once."""
    return Graph(
        title=_("A small flow with every shape"),
        description=_("Four steps, one of each channel family, a way back and a way out."),
        nodes=(
            Node(name="web", number="1", title=_("I compare offers"), shape="digital", score=1.0),
            Node(
                name="phone",
                number="2",
                title=_("I ring to ask"),
                shape="human",
                score=-2.0,
                moment="failing",
            ),
            Node(
                name="visit", number="3", title=_("The parcel comes"), shape="physical", score=2.0
            ),
            Node(name="friend", number="4", title=_("I ask the neighbours"), shape="outside"),
            Node(name="out", title=_("Gives up"), shape="exit"),
            Node(name="end", title=_("Happy"), shape="end"),
        ),
        edges=(
            Edge(tail="web", head="phone"),
            Edge(tail="phone", head="visit"),
            Edge(tail="phone", head="friend", kind="branch", label=_("no answer")),
            Edge(tail="friend", head="phone", kind="loop"),
            Edge(tail="phone", head="out", kind="exit", label="3%"),
            Edge(tail="visit", head="end"),
        ),
    )
