"""When journeys and personas are to be looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.reviews import Review, review_of
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.link import Link, mentioned
from mkdocs_journeys.pages.page import Page

STANDINGS = ("overdue", "soon", "never", "fresh")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """One map or persona; ``standing`` is that of its review, or ``never`` without one.

    ``every`` is how often it shall be reviewed, as typed: its own, else the handbook's.
    """

    link: Link
    kind: str
    owner: Link | None
    review: Review | None
    standing: str
    every: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewsFacts:
    """The calendar of reviews: overdue, due soon, never reviewed, then the rest by due day."""

    rows: tuple[ReviewRow, ...]
    standings: tuple[str, ...]
    owners: tuple[Link, ...]


def reviews_pages(catalog: Catalog) -> Iterator[Page]:
    """Give the calendar of reviews; retired maps are never due and left out."""
    entries: list[Journey | Persona] = [
        *(one for one in catalog.all(Journey) if one.status != "retired"),
        *catalog.all(Persona),
    ]
    rows = sorted((_row(catalog, entry) for entry in entries), key=_order)
    owners = {row.owner.to: row.owner for row in rows if row.owner and row.owner.to}
    yield Page(
        key=page_key("reviews"),
        title="Reviews",
        template="reviews",
        facts=ReviewsFacts(
            rows=tuple(rows),
            standings=tuple(
                word for word in STANDINGS if any(row.standing == word for row in rows)
            ),
            owners=tuple(owners[key] for key in catalog.in_order(key for key in owners if key)),
        ),
        above=HOME,
        lede="When maps and personas are to be looked at again. What is overdue stands first.",
        is_listed=bool(rows),
    )


def _row(catalog: Catalog, entry: Journey | Persona) -> ReviewRow:
    review = review_of(catalog, entry)
    every = entry.review_every or catalog.settings.review_every
    return ReviewRow(
        link=Link(text=entry.called, to=entry.key),
        kind=entry.key_kind,
        owner=mentioned(catalog, entry.owner) if entry.owner else None,
        review=review,
        standing=review.standing if review else "never",
        every=every.text if every else "",
    )


def _order(row: ReviewRow) -> tuple[int, date]:
    due = row.review.due if row.review else None
    return STANDINGS.index(row.standing), due or date.max
