"""What a feed tells of releases: an entry for each journey that a release changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.history.release import History, Release
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.release_rows import EntryGroup, EntryRow, groups_of, rows_of
from mkdocs_journeys.pages.releases import release_key

MOST_ROWS = 50
"""So many changes are told in one entry; the page of the release has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """What a release changed of a journey, or of the things of a kind.

    ``fingerprint`` is twelve letters and digits by which readers know the entry again, ``page`` and
    ``anchor`` where it is told. ``left`` counts the changes that are not told here.
    """

    fingerprint: str
    title: str
    when: datetime
    page: Key
    anchor: str
    rows: tuple[EntryRow, ...]
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedFacts:
    """All entries, the newest release first; ``when`` is when the newest was released.

    ``since`` is when the first was: never before did anybody know the feed.
    """

    entries: tuple[FeedEntry, ...]
    when: datetime
    since: datetime


def feed_facts(catalog: Catalog, history: History | None) -> FeedFacts | None:
    """Give what a feed tells; None without a release. What is not released yet is no news."""
    if history is None:
        return None
    released = [one for one in history.releases if one.when]
    days = [one.when for one in released if one.when] + [one.when for one in history.older]
    if not days:
        return None
    return FeedFacts(
        entries=tuple(
            _entry(release, release.when, group)
            for release in released
            for group in groups_of(catalog, release, rows_of(catalog, release))
            if release.when
        ),
        when=max(days),
        since=min(days),
    )


def _entry(release: Release, when: datetime, group: EntryGroup) -> FeedEntry:
    told = f"{release.name}\x1f{group.name}".encode("utf-8", "surrogatepass")
    return FeedEntry(
        fingerprint=hashlib.sha256(told).hexdigest()[:12],
        title=_("%(release)s: %(thing)s") % {"release": release.name, "thing": group.title},
        when=when,
        page=release_key(release),
        anchor=f"of-{group.name}",
        rows=group.rows[:MOST_ROWS],
        left=len(group.rows[MOST_ROWS:]),
    )
