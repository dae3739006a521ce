"""The first page: how it feels to be our customer, and what is to be done about it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import ceil

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.overview import (
    Overview,
    live_journeys,
    moments_that_need_work,
    overview,
    reviews_due,
)
from mkdocs_journeys.catalog.reviews import Review
from mkdocs_journeys.diagrams.handbook import lifecycle_of
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.choices import Choices, narrowing
from mkdocs_journeys.pages.entries import lifecycle_stages, listed, lost
from mkdocs_journeys.pages.journeys import JourneyCard, by_persona, cards
from mkdocs_journeys.pages.link import Link, mentioned
from mkdocs_journeys.pages.moment_rows import MomentRow, moment_row
from mkdocs_journeys.pages.page import Later, Page
from mkdocs_journeys.pages.recent_changes import RecentChanges

MOST_BARS = 8
"""A bar stands for each map that touches a lifecycle stage; of more, bars are a share of most."""

MOST_MOMENTS = 8
"""So many moments that need work stand on the first page; the rest on a page of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueFacts:
    """A map that wants a review, and who answers for it."""

    journey: Link
    owner: Link | None
    review: Review


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverFacts:
    """One stage of the lifecycle, how many maps touch it, and as how many bars they are drawn."""

    stage: Link
    maps: int
    bars: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeFacts:
    """All that the first page tells. ``has_maps`` is false in a handbook that begins.

    ``personas_count`` counts the personas of the handbook. ``moments`` are those that need work,
    ``moments_left`` counts the ones that do not stand here. ``lost`` are journeys whose file
    cannot be read. ``recent`` is what the newest release changed, None without one.
    """

    handbook: str
    folder: str
    has_maps: bool
    owner: Link | None
    overview: Overview
    personas_count: int
    moments: tuple[MomentRow, ...]
    moments_left: int
    due: tuple[DueFacts, ...]
    coverage: tuple[CoverFacts, ...]
    cards: tuple[JourneyCard, ...]
    narrowing: tuple[Choices, ...]
    lost: tuple[Link, ...]
    how_to_read: Key
    glossary: Key
    moments_page: Key
    reviews_page: Key
    journeys_page: Key
    recent: RecentChanges | None = None


def home_page(catalog: Catalog) -> Page:
    """Give the first page. Made from everything, so no single file stands behind it."""
    return Page(
        key=HOME,
        title=_("Handbook"),
        template="home",
        facts=Later(_facts, catalog),
        above=None,
        lede=_("How it feels to be our customer."),
        words=_("How it feels to be our customer"),
        hides=("navigation", "toc"),
    )


def _facts(catalog: Catalog) -> HomeFacts:
    settings = catalog.settings
    all_cards = cards(catalog)
    needing = moments_that_need_work(catalog)
    return HomeFacts(
        handbook=settings.title or "",
        folder=catalog.loaded.folder,
        has_maps=bool(all_cards),
        owner=mentioned(catalog, settings.owner) if settings.owner else None,
        overview=overview(catalog),
        personas_count=len(listed(catalog, Persona)),
        moments=tuple(moment_row(catalog, one) for one in needing[:MOST_MOMENTS]),
        moments_left=len(needing[MOST_MOMENTS:]),
        due=tuple(
            DueFacts(
                journey=Link(text=journey.title, to=journey.key),
                owner=mentioned(catalog, journey.owner) if journey.owner else None,
                review=review,
            )
            for journey, review in reviews_due(catalog)
        ),
        coverage=_coverage(catalog),
        cards=all_cards,
        narrowing=narrowing(by_persona(catalog, all_cards)),
        lost=lost(catalog, Journey),
        how_to_read=page_key("how-to-read"),
        glossary=page_key("glossary"),
        moments_page=page_key("moments"),
        reviews_page=page_key("reviews"),
        journeys_page=page_key("journeys"),
    )


def _coverage(catalog: Catalog) -> tuple[CoverFacts, ...]:
    """Count the maps of each lifecycle stage; retired maps cover nothing any more."""
    touched = Counter(
        id_ for journey in live_journeys(catalog) for id_ in lifecycle_of(catalog, journey)
    )
    most = max(touched.values(), default=0)
    return tuple(
        CoverFacts(
            stage=Link(text=stage.called, to=Key("lifecycle", stage.id)),
            maps=touched[stage.id],
            bars=touched[stage.id]
            if most <= MOST_BARS
            else ceil(touched[stage.id] * MOST_BARS / most),
        )
        for stage in lifecycle_stages(catalog)
    )
