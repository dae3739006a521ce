"""When a map or a persona is to be looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.persona import Persona

Standing = Literal["fresh", "soon", "overdue"]
SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """When something was last reviewed, and when it is due again (None: nobody said how often).

    ``standing`` is ``soon`` within 30 days before the day it is due, ``overdue`` after it.
    """

    last: date
    due: date | None
    standing: Standing


def review_of(catalog: Catalog, entry: Journey | Persona) -> Review | None:
    """Give the review of a journey or persona as of today, or None if it never had one.

    Due is the last review plus ``review_every`` of the entry, else that of handbook.yml; a
    review dated by its month counts from the month's last day. Retired maps are never due.
    """
    if entry.reviewed is None:
        return None
    every = entry.review_every or catalog.settings.review_every
    retired = isinstance(entry, Journey) and entry.status == "retired"
    due = every.after(entry.reviewed.last) if every and not retired else None
    standing: Standing = "fresh"
    if due is not None and due < catalog.today:
        standing = "overdue"
    elif due is not None and due - catalog.today <= SOON:
        standing = "soon"
    return Review(last=entry.reviewed.last, due=due, standing=standing)
