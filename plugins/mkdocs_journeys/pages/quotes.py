"""Everything that customers said, on one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.said import Said, all_said
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import later
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.quote import Quote
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.choices import Choices, by_things, by_words, keys_of, narrowing
from mkdocs_journeys.pages.link import Link, link_to, links_to
from mkdocs_journeys.pages.page import Page

CONSENTS = {
    "given": later("Consent given"),
    "refused": later("No consent"),
    "unknown": later("Consent not recorded"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """A quote: where it stands, whom it speaks for, where it comes from.

    ``consent`` is a key of ``CONSENTS``.
    """

    quote: Quote
    at: Link | None
    journey: Key | None
    personas: tuple[Link, ...]
    sources: tuple[Link, ...]
    consent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotesFacts:
    """All quotes that may be shown, with what they can be chosen by."""

    rows: tuple[QuoteRow, ...]
    narrowing: tuple[Choices, ...]


def quotes_pages(catalog: Catalog) -> Iterator[Page]:
    """Give the page of all quotes."""
    rows = tuple(_row(catalog, one) for one in all_said(catalog))
    yield Page(
        key=page_key("quotes"),
        title=_("Quotes"),
        template="quotes",
        facts=QuotesFacts(
            rows=rows,
            narrowing=_narrowing(catalog, rows),
        ),
        above=HOME,
        lede=_("What customers said, in their own words."),
        is_listed=bool(rows),
    )


def _narrowing(catalog: Catalog, rows: tuple[QuoteRow, ...]) -> tuple[Choices, ...]:
    return narrowing(
        by_things(
            catalog,
            "persona",
            _("Persona"),
            (keys_of(row.personas) for row in rows),
            everything=_("Everyone"),
        ),
        by_things(
            catalog,
            "journey",
            _("Journey"),
            ((row.journey,) for row in rows),
            everything=_("All journeys"),
        ),
        by_words(
            "consent",
            _("Consent"),
            (row.consent for row in rows),
            order=CONSENTS,
            titles={word: _(said) for word, said in CONSENTS.items()},
        ),
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
        consent={True: "given", False: "refused", None: "unknown"}[said.quote.consent],
    )
