"""All personas on one page, the ones to be looked at first in front."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.evidence_level import EvidenceLevel, evidence_level
from mkdocs_journeys.catalog.reviews import Review, review_of
from mkdocs_journeys.catalog.travels import journeys_of
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.choices import Choices, by_things, by_words, keys_of, narrowing
from mkdocs_journeys.pages.entries import listed, lost
from mkdocs_journeys.pages.journeys import REVIEWS
from mkdocs_journeys.pages.lines import LineFacts, line
from mkdocs_journeys.pages.link import Link, all_mentioned
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.people import PersonFacts, person
from mkdocs_journeys.pages.persona import persona_page
from mkdocs_journeys.pages.segments import LEVELS


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaCard:
    """One persona in short; ``line`` is her first journey, ``journeys`` how many she travels.

    ``standing`` is that of her review, or ``never`` without one.
    """

    person: PersonFacts
    persona: Persona
    segments: tuple[Link, ...]
    line: LineFacts | None
    journeys: int
    review: Review | None
    standing: str
    evidence: EvidenceLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonasFacts:
    """All personas, and what they can be chosen by."""

    cards: tuple[PersonaCard, ...]
    narrowing: tuple[Choices, ...]
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
    return Page(
        key=page_key("personas"),
        title=_("Personas"),
        template="personas",
        facts=PersonasFacts(
            cards=cards,
            narrowing=_narrowing(catalog, cards),
            lost=lost(catalog, Persona),
        ),
        above=HOME,
        lede=_("The people whom our maps are about, each made of what we know of many."),
    )


def _narrowing(catalog: Catalog, cards: tuple[PersonaCard, ...]) -> tuple[Choices, ...]:
    return narrowing(
        by_things(
            catalog,
            "segment",
            _("Segment"),
            (keys_of(card.segments) for card in cards),
            everything=_("All segments"),
        ),
        by_words("evidence", _("Evidence"), (card.evidence for card in cards), order=LEVELS),
        by_words(
            "review",
            _("Review"),
            (card.standing for card in cards),
            order=REVIEWS,
            titles={word: _(said) for word, said in REVIEWS.items()},
        ),
    )


def _card(catalog: Catalog, persona: Persona) -> PersonaCard:
    journeys = journeys_of(catalog, persona.key)
    review = review_of(catalog, persona)
    return PersonaCard(
        person=person(catalog, persona.key),
        persona=persona,
        segments=all_mentioned(catalog, persona.segment),
        line=line(catalog, journeys[0], persona.key) if journeys else None,
        journeys=len(journeys),
        review=review,
        standing=review.standing if review else "never",
        evidence=evidence_level(catalog, persona.evidence),
    )
