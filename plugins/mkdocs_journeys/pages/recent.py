"""Tells the pages of the home, of journeys and of stakeholders what changed of them last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.history.release import History
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.changes import CHANGES, ReleaseLink
from mkdocs_journeys.pages.page import Later, Page
from mkdocs_journeys.pages.recent_changes import RecentChanges
from mkdocs_journeys.pages.release_rows import EntryRow, rows_of, there_now
from mkdocs_journeys.pages.releases import release_links

MOST_ON_HOME, MOST_OF_ONE = 3, 5
WEIGHTY = ("breaking", "significant")

NARROWED = {"journey": "journey", "stakeholder": "owner"}
"""By the template of a page: what the list of all changes is to be narrowed by."""

Told = tuple[ReleaseLink, str, EntryRow]


def with_recent(
    pages: tuple[Page, ...], catalog: Catalog, history: History | None
) -> tuple[Page, ...]:
    """Give pages with the newest changes of what they tell of; the same without releases."""
    if history is None or not history.releases:
        return pages
    links = release_links(history)
    all_told = [
        (link, release.since, row)
        for link, release in zip(links, history.releases, strict=True)
        for row in rows_of(catalog, release)
    ]
    by_key: dict[Key, list[Told]] = {}
    for told in all_told:
        row = told[2]
        owners = (key for key, _title in row.owners)
        for key in dict.fromkeys(there_now(catalog, key) for key in (*row.journeys, *owners)):
            if key:
                by_key.setdefault(key, []).append(told)
    return tuple(_with(page, all_told, by_key) for page in pages)


def _with(page: Page, all_told: list[Told], by_key: dict[Key, list[Told]]) -> Page:
    if page.template == "home" and all_told:
        newest = [one for one in all_told if one[0] is all_told[0][0]]
        weighty = [one for one in newest if one[2].level in WEIGHTY]
        recent = _recent(weighty or newest, MOST_ON_HOME, newest[0][0].to)
        return replace(page, facts=Later(_told_too, page, recent))
    own = by_key.get(page.key, ())
    if own and page.template in NARROWED:
        recent = _recent(own, MOST_OF_ONE, CHANGES, (NARROWED[page.template], page.key.id))
        return replace(page, facts=Later(_told_too, page, recent))
    return page


def _told_too(page: Page, recent: RecentChanges) -> object:
    return replace(page.facts, recent=recent)


def _recent(
    told: Iterable[Told], most: int, more: Key, narrowed: tuple[str, str] = ("", "")
) -> RecentChanges:
    found = tuple(told)
    latest, since, _row = found[0]
    return RecentChanges(
        rows=tuple((link, row) for link, _since, row in found[:most]),
        left=len(found[most:]),
        latest=latest,
        since=since,
        more=more,
        narrowed=narrowed,
    )
