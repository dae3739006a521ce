"""Everything that customers said, on one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.said import Said, all_said
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.quote import Quote
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.link import Link, link_to, links_to
from mkdocs_journeys.pages.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """A quote: where it stands, whom it speaks for, where it comes from."""

    quote: Quote
    at: Link | None
    journey: Key | None
    personas: tuple[Link, ...]
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotesFacts:
    """All quotes that may be shown, with what they can be chosen by."""

    rows: tuple[QuoteRow, ...]
    journeys: tuple[Link, ...]
    personas: tuple[Link, ...]


def quotes_pages(catalog: Catalog) -> Iterator[Page]:
    """Give the page of all quotes."""
    rows = tuple(_row(catalog, one) for one in all_said(catalog))
    journeys = catalog.in_order(row.journey for row in rows if row.journey)
    personas = catalog.in_order(link.to for row in rows for link in row.personas if link.to)
    yield Page(
        key=page_key("quotes"),
        title="Quotes",
        template="quotes",
        facts=QuotesFacts(
            rows=rows,
            journeys=links_to(catalog, journeys),
            personas=links_to(catalog, personas),
        ),
        above=HOME,
        lede="What customers said, in their own words.",
        is_listed=bool(rows),
    )


def _row(catalog: Catalog, said: Said) -> QuoteRow:
    journey = catalog.journey_of(said.at) if said.at and said.at.kind != "persona" else None
    at = None
    if said.at:
        at = link_to(
            catalog,
            said.at,
            note=journey.title if journey and journey.key != said.at else "",
        )
    return QuoteRow(
        quote=said.quote,
        at=at,
        journey=journey.key if isinstance(journey, Journey) else None,
        personas=links_to(catalog, said.personas),
        sources=(*links_to(catalog, said.sources), *(Link(text=text) for text in said.labels)),
    )
