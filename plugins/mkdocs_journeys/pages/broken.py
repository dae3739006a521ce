"""The page of a map that cannot be read: at its address, it says what is wrong and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.load.loaded import Unreadable
from mkdocs_journeys.model.entry import in_words
from mkdocs_journeys.pages.address import FOLDERS, page_key
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.used_by import UsedByGroup, used_by


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenFacts:
    """What stands in the way, and who waits for this page."""

    lost: Unreadable
    used_by: tuple[UsedByGroup, ...]


def broken_pages(catalog: Catalog) -> Iterator[Page]:
    """Give a page for everything whose file cannot be read, one for each address."""
    readable = {entry.key for entry in catalog.loaded.entries}
    for lost in {lost.key: lost for lost in catalog.loaded.unreadable}.values():
        if lost.key in readable or lost.key.kind == "term":
            continue
        yield Page(
            key=lost.key,
            title=in_words(lost.key.id),
            template="broken",
            facts=BrokenFacts(lost=lost, used_by=used_by(catalog, lost.key)),
            above=page_key(FOLDERS[lost.key.kind]),
            source=lost.file,
            words="",
        )
