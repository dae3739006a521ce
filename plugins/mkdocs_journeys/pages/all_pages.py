"""Every page of the handbook, in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.pages.broken import broken_pages
from mkdocs_journeys.pages.channel import channel_pages
from mkdocs_journeys.pages.compare import compare_pages
from mkdocs_journeys.pages.entries import listed
from mkdocs_journeys.pages.evidence import evidence_pages
from mkdocs_journeys.pages.glossary import glossary_page
from mkdocs_journeys.pages.home import home_page
from mkdocs_journeys.pages.how_to_read import how_to_read_page
from mkdocs_journeys.pages.initiative import initiative_pages
from mkdocs_journeys.pages.insight import insight_pages
from mkdocs_journeys.pages.journey import journey_page
from mkdocs_journeys.pages.journeys import journeys_page
from mkdocs_journeys.pages.lifecycle import lifecycle_pages
from mkdocs_journeys.pages.metric import metric_pages
from mkdocs_journeys.pages.moments import moments_pages
from mkdocs_journeys.pages.objectives import objectives_pages
from mkdocs_journeys.pages.opportunity import opportunity_pages
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.pain_points import pain_points_pages
from mkdocs_journeys.pages.personas import persona_pages
from mkdocs_journeys.pages.quotes import quotes_pages
from mkdocs_journeys.pages.reviews import reviews_pages
from mkdocs_journeys.pages.roadmap import roadmap_pages
from mkdocs_journeys.pages.segments import segment_pages
from mkdocs_journeys.pages.stage import stage_page
from mkdocs_journeys.pages.stakeholders import stakeholder_pages
from mkdocs_journeys.pages.touchpoint import touchpoint_pages


def _home(catalog: Catalog) -> Iterator[Page]:
    yield home_page(catalog)


def _journeys(catalog: Catalog) -> Iterator[Page]:
    yield journeys_page(catalog)
    for journey in listed(catalog, Journey):
        yield journey_page(catalog, journey)
        for stage in journey.stages:
            # Of two stages with one id, the first has the page; `check` tells of the other.
            if catalog.known[inner_key("stage", journey, stage.id)].thing is stage:
                yield stage_page(catalog, journey, stage)


def _about_reading(catalog: Catalog) -> Iterator[Page]:
    yield how_to_read_page(catalog)
    yield glossary_page(catalog)


PAGES: tuple[Callable[[Catalog], Iterator[Page]], ...] = (
    _home,
    _journeys,
    compare_pages,
    persona_pages,
    segment_pages,
    lifecycle_pages,
    stakeholder_pages,
    touchpoint_pages,
    channel_pages,
    moments_pages,
    pain_points_pages,
    quotes_pages,
    opportunity_pages,
    roadmap_pages,
    initiative_pages,
    metric_pages,
    evidence_pages,
    insight_pages,
    objectives_pages,
    reviews_pages,
    _about_reading,
    broken_pages,
)


def all_pages(catalog: Catalog) -> tuple[Page, ...]:
    """Give all pages of a handbook; none where nothing could be read or nothing is there."""
    return tuple(page for pages in PAGES for page in pages(catalog))
