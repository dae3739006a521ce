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
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import later
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.choices import Choices, by_things, by_words, keys_of, narrowing
from mkdocs_journeys.pages.journey_matrix import MatrixFacts, matrix_of
from mkdocs_journeys.pages.link import Link, mentioned
from mkdocs_journeys.pages.page import Later, Page
from mkdocs_journeys.pages.people import PersonFacts, person

REVIEWS = {
    "overdue": later("Overdue"),
    "soon": later("Due soon"),
    "never": later("Never reviewed"),
    "fresh": later("Fresh"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyCard:
    """One map in short. ``scores`` are those of its curve in order, from -2 to 2.

    ``standing`` is that of its review, or ``never`` without one.
    """

    journey: Journey
    owner: Link | None
    personas: tuple[PersonFacts, ...]
    scores: tuple[float, ...]
    handled: tuple[tuple[str, int], ...]
    review: Review | None
    standing: str
    evidence: EvidenceLevel
    lifecycle: tuple[Key, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneysFacts:
    """All maps, what they can be chosen by, and how they hang together."""

    cards: tuple[JourneyCard, ...]
    narrowing: tuple[Choices, ...]
    matrix: MatrixFacts
    pictures: tuple[Graph, ...]


def card(catalog: Catalog, journey: Journey) -> JourneyCard:
    """Give a map in short."""
    lines = travellers(catalog, journey)
    review = review_of(catalog, journey)
    return JourneyCard(
        journey=journey,
        owner=mentioned(catalog, journey.owner) if journey.owner else None,
        personas=tuple(person(catalog, key) for key in lines),
        scores=scores(catalog, journey, lines[0] if lines else None),
        handled=handled(journey),
        review=review,
        standing=review.standing if review else "never",
        evidence=journey_level(catalog, journey),
        lifecycle=tuple(Key("lifecycle", id_) for id_ in lifecycle_of(catalog, journey)),
    )


def cards(catalog: Catalog) -> tuple[JourneyCard, ...]:
    """Give every map in short; retired ones last."""
    journeys = sorted(catalog.all(Journey), key=lambda one: one.status == "retired")
    return tuple(card(catalog, journey) for journey in journeys)


def by_persona(catalog: Catalog, all_cards: tuple[JourneyCard, ...]) -> Choices:
    """Give the choice among cards by who travels the map."""
    return by_things(
        catalog,
        "persona",
        _("Persona"),
        ([one.key for one in card.personas] for card in all_cards),
        everything=_("Everyone"),
    )


def _narrowing(catalog: Catalog, all_cards: tuple[JourneyCard, ...]) -> tuple[Choices, ...]:
    return narrowing(
        by_persona(catalog, all_cards),
        by_things(
            catalog,
            "lifecycle",
            _("Lifecycle"),
            (card.lifecycle for card in all_cards),
            everything=_("All stages"),
        ),
        by_words(
            "state",
            _("State"),
            (card.journey.state for card in all_cards),
            order=("current", "future"),
        ),
        by_words(
            "status",
            _("Status"),
            (card.journey.status for card in all_cards),
            order=("draft", "in-review", "published", "retired"),
        ),
        by_words(
            "review",
            _("Review"),
            (card.standing for card in all_cards),
            order=REVIEWS,
            titles={word: _(said) for word, said in REVIEWS.items()},
        ),
        by_things(catalog, "owner", _("Owner"), (keys_of([card.owner]) for card in all_cards)),
    )


def journeys_page(catalog: Catalog) -> Page:
    """Give the page that lists all journeys."""
    return Page(
        key=page_key("journeys"),
        title=_("Journeys"),
        template="journeys",
        facts=Later(_facts, catalog),
        above=HOME,
        lede=_("What our customers go through, as they live it."),
    )


def _facts(catalog: Catalog) -> JourneysFacts:
    all_cards = cards(catalog)
    return JourneysFacts(
        cards=all_cards,
        narrowing=_narrowing(catalog, all_cards),
        matrix=matrix_of(catalog, (one.journey for one in all_cards)),
        pictures=pictures_of_handbook(catalog),
    )
