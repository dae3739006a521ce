"""Every page of the handbook, in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.pages.broken import broken_pages
from mkdocs_journeys.pages.journey import journey_page
from mkdocs_journeys.pages.journeys import journeys_page
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.stage import stage_page


def _journeys(catalog: Catalog) -> Iterator[Page]:
    yield journeys_page(catalog)
    for journey in catalog.all(Journey):
        yield journey_page(catalog, journey)
        for stage in journey.stages:
            yield stage_page(catalog, journey, stage)


PAGES: tuple[Callable[[Catalog], Iterator[Page]], ...] = (_journeys, broken_pages)


def all_pages(catalog: Catalog) -> tuple[Page, ...]:
    """Give all pages of a handbook; none where nothing could be read or nothing is there."""
    return tuple(page for pages in PAGES for page in pages(catalog))
