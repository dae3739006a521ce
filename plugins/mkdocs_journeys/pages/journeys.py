"""All maps on one page, to choose from."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import scores, travellers
from mkdocs_journeys.catalog.evidence_level import EvidenceLevel, journey_level
from mkdocs_journeys.catalog.gathered import handled
from mkdocs_journeys.catalog.reviews import Review, review_of
from mkdocs_journeys.diagrams.graph import Graph
from mkdocs_journeys.diagrams.handbook import lifecycle_of, pictures_of_handbook
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.link import Link
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.people import PersonFacts, person


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyCard:
    """One map in short. ``scores`` are those of its curve in order, from -2 to 2."""

    journey: Journey
    personas: tuple[PersonFacts, ...]
    scores: tuple[float, ...]
    handled: tuple[tuple[str, int], ...]
    review: Review | None
    evidence: EvidenceLevel
    lifecycle: tuple[Key, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneysFacts:
    """All maps, what they can be chosen by, and how they hang together."""

    cards: tuple[JourneyCard, ...]
    personas: tuple[Link, ...]
    lifecycle: tuple[Link, ...]
    pictures: tuple[Graph, ...]


def card(catalog: Catalog, journey: Journey) -> JourneyCard:
    """Give a map in short."""
    lines = travellers(catalog, journey)
    return JourneyCard(
        journey=journey,
        personas=tuple(person(catalog, key) for key in lines),
        scores=scores(catalog, journey, lines[0] if lines else None),
        handled=handled(journey),
        review=review_of(catalog, journey),
        evidence=journey_level(catalog, journey),
        lifecycle=tuple(Key("lifecycle", id_) for id_ in lifecycle_of(catalog, journey)),
    )


def cards(catalog: Catalog) -> tuple[JourneyCard, ...]:
    """Give every map in short; retired ones last."""
    journeys = sorted(catalog.all(Journey), key=lambda one: one.status == "retired")
    return tuple(card(catalog, journey) for journey in journeys)


def journeys_page(catalog: Catalog) -> Page:
    """Give the page that lists all journeys."""
    all_cards = cards(catalog)
    people = catalog.in_order(person.key for one in all_cards for person in one.personas)
    return Page(
        key=page_key("journeys"),
        title="Journeys",
        template="journeys",
        facts=JourneysFacts(
            cards=all_cards,
            personas=tuple(Link(text=catalog.title(key), to=key) for key in people),
            lifecycle=tuple(
                Link(text=stage.called, to=Key("lifecycle", stage.id))
                for stage in catalog.settings.lifecycle
            ),
            pictures=pictures_of_handbook(catalog),
        ),
        above=HOME,
        lede="What our customers go through, as they live it.",
    )
