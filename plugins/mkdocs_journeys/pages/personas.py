"""All personas on one page, the ones to be looked at first in front."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.evidence_level import EvidenceLevel, evidence_level
from mkdocs_journeys.catalog.reviews import Review, review_of
from mkdocs_journeys.catalog.travels import journeys_of
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.entries import listed, lost
from mkdocs_journeys.pages.lines import LineFacts, line
from mkdocs_journeys.pages.link import Link, all_mentioned
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.people import PersonFacts, person
from mkdocs_journeys.pages.persona import persona_page


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaCard:
    """One persona in short; ``line`` is her first journey, ``journeys`` how many she travels."""

    person: PersonFacts
    persona: Persona
    segments: tuple[Link, ...]
    line: LineFacts | None
    journeys: int
    review: Review | None
    evidence: EvidenceLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonasFacts:
    """All personas, and the segments that they can be chosen by."""

    cards: tuple[PersonaCard, ...]
    segments: tuple[Link, ...]
    lost: tuple[Link, ...]


def persona_pages(catalog: Catalog) -> Iterator[Page]:
    """Give the page of all personas and one for each; none in a handbook without personas."""
    personas = listed(catalog, Persona)
    if personas or lost(catalog, Persona):
        yield personas_page(catalog)
    for persona in personas:
        yield persona_page(catalog, persona)


def personas_page(catalog: Catalog) -> Page:
    """Give the page of all personas, sorted by priority and then in the order of their files."""
    personas = sorted(listed(catalog, Persona), key=lambda one: one.priority or 6)
    cards = tuple(_card(catalog, one) for one in personas)
    known = catalog.in_order(link.to for card in cards for link in card.segments if link.to)
    return Page(
        key=page_key("personas"),
        title="Personas",
        template="personas",
        facts=PersonasFacts(
            cards=cards,
            segments=tuple(Link(text=catalog.title(key), to=key) for key in known),
            lost=lost(catalog, Persona),
        ),
        above=HOME,
        lede="The people whom our maps are about, each made of what we know of many.",
    )


def _card(catalog: Catalog, persona: Persona) -> PersonaCard:
    journeys = journeys_of(catalog, persona.key)
    return PersonaCard(
        person=person(catalog, persona.key),
        persona=persona,
        segments=all_mentioned(catalog, persona.segment),
        line=line(catalog, journeys[0], persona.key) if journeys else None,
        journeys=len(journeys),
        review=review_of(catalog, persona),
        evidence=evidence_level(catalog, persona.evidence),
    )
