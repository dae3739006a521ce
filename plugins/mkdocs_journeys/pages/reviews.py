"""When journeys and personas are to be looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.reviews import Review, review_of
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import ngettext
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.model.values import Period
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.choices import Choices, by_things, by_words, keys_of, narrowing
from mkdocs_journeys.pages.journeys import REVIEWS
from mkdocs_journeys.pages.link import Link, mentioned
from mkdocs_journeys.pages.page import Page

_ORDER = tuple(REVIEWS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """One map or persona; ``standing`` is that of its review, or ``never`` without one.

    ``says`` are the words for that. ``every`` is how often it shall be reviewed: as its author
    says, else as the handbook does.
    """

    link: Link
    kind: str
    owner: Link | None
    review: Review | None
    standing: str
    says: str
    every: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewsFacts:
    """The calendar of reviews: overdue, due soon, never reviewed, then the rest by due day."""

    rows: tuple[ReviewRow, ...]
    narrowing: tuple[Choices, ...]


def reviews_pages(catalog: Catalog) -> Iterator[Page]:
    """Give the calendar of reviews; retired maps are never due and left out."""
    rows = review_rows(catalog)
    yield Page(
        key=page_key("reviews"),
        title=_("Reviews"),
        template="reviews",
        facts=ReviewsFacts(
            rows=rows,
            narrowing=narrowing(
                by_words(
                    "standing",
                    _("Standing"),
                    (row.standing for row in rows),
                    order=_ORDER,
                    titles={word: _(said) for word, said in REVIEWS.items()},
                ),
                by_words("kind", _("Kind"), (row.kind for row in rows)),
                by_things(catalog, "owner", _("Owner"), (keys_of([row.owner]) for row in rows)),
            ),
        ),
        above=HOME,
        lede=_("When maps and personas are to be looked at again. What is overdue stands first."),
        is_listed=bool(rows),
    )


def review_rows(catalog: Catalog) -> tuple[ReviewRow, ...]:
    """Give a row for every map that is not retired and every persona, what is overdue first."""
    entries: list[Journey | Persona] = [
        *(one for one in catalog.all(Journey) if one.status != "retired"),
        *catalog.all(Persona),
    ]
    return tuple(sorted((_row(catalog, entry) for entry in entries), key=_order))


def _row(catalog: Catalog, entry: Journey | Persona) -> ReviewRow:
    review = review_of(catalog, entry)
    every = entry.review_every or catalog.settings.review_every
    standing = review.standing if review else "never"
    return ReviewRow(
        link=Link(text=entry.called, to=entry.key),
        kind=entry.key_kind,
        owner=mentioned(catalog, entry.owner) if entry.owner else None,
        review=review,
        standing=standing,
        says=_(REVIEWS[standing]),
        every=_every(every) if every else "",
    )


def _every(every: Period) -> str:
    """Say how often in words, however it was typed: *3 months*, *1 year 6 months*."""
    parts = []
    years, months = divmod(every.months, 12)
    weeks, days = divmod(every.days, 7)
    for count, words in (
        (years, ngettext("%(num)d year", "%(num)d years", years)),
        (months, ngettext("%(num)d month", "%(num)d months", months)),
        (weeks, ngettext("%(num)d week", "%(num)d weeks", weeks)),
        (days, ngettext("%(num)d day", "%(num)d days", days)),
    ):
        if count:
            parts.append(words % {"num": count})
    return " ".join(parts)


def _order(row: ReviewRow) -> tuple[int, date]:
    due = row.review.due if row.review else None
    return _ORDER.index(row.standing), due or date.max
