"""The table of contents of the handbook: which page hangs under which."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.page import Page

SECTIONS: tuple[tuple[str, ...], ...] = (
    ("journeys", "lifecycle", "moments", "pain-points", "quotes", "reviews", "health"),
    ("personas", "segments", "stakeholders"),
    ("touchpoints", "channels"),
    ("opportunities", "roadmap", "initiatives", "objectives"),
    ("metrics",),
    ("evidence", "insights"),
    ("changes",),
    ("how-to-read", "glossary"),
)
"""The list pages, grouped under the first of each line. A page not named here stands alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A page and those below it, in reading order."""

    page: Page
    below: tuple[Branch, ...] = ()


def contents(pages: tuple[Page, ...]) -> tuple[Branch, ...]:
    """Give the tree of all pages that are listed; the home first, if there is one.

    Below the first page of a section come its other lists, then the things of its own kind.
    """
    listed = {page.key: page for page in pages if page.is_listed}
    below: dict[Key, list[Page]] = defaultdict(list)
    for page in listed.values():
        if page.above is not None:
            below[page.above].append(page)
    grouped = {name for section in SECTIONS for name in section[1:]}

    def branch(page: Page) -> Branch:
        others = next((s[1:] for s in SECTIONS if page_key(s[0]) == page.key), ())
        lists = [listed[page_key(name)] for name in others if page_key(name) in listed]
        return Branch(page=page, below=tuple(branch(one) for one in (*lists, *below[page.key])))

    top = [page for page in below[HOME] if page.key.id not in grouped]
    order = {section[0]: number for number, section in enumerate(SECTIONS)}
    top.sort(key=lambda page: order.get(page.key.id, len(order)))
    home = (listed[HOME],) if HOME in listed else ()
    return (
        *(Branch(page=page) for page in home),
        *(branch(page) for page in top),
    )
