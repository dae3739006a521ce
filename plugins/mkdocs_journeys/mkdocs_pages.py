"""What MkDocs pages become: ours get their fragment, hand-written ones their links and views."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_journeys.pages.page import Page as Told
from mkdocs_journeys.render.writer import Fragment, Heading


def introduce(page: Page, told: Told) -> None:
    """Tell the host what it must know of a page before anything is converted."""
    page.meta.setdefault("title", told.title)
    if told.lede:
        page.meta.setdefault("description", " ".join(told.lede.split())[:200])
    if told.is_wide:
        page.meta.setdefault("hide", ["navigation", "toc"])
    # The macros plugin would run the words of our pages as Jinja.
    page.meta["render_macros"] = False
    # Search is told on purpose (render/search_index.py), instead of reading heavy HTML.
    page.meta["search"] = {"exclude": True}


def put_in(page: Page, fragment: Fragment) -> str:
    """Put a fragment in as the page's content, with its table of contents and anchors."""
    page.toc = TableOfContents(list(_nested(fragment.headings)))
    page.present_anchor_ids = set(re.findall(r'\sid="([^"]+)"', fragment.html))
    return fragment.html


def _nested(headings: tuple[Heading, ...]) -> Iterator[AnchorLink]:
    """Give the headings of level 2, each with those of level 3 below it."""
    current: AnchorLink | None = None
    for heading in headings:
        link = AnchorLink(str(Markup.escape(heading.title)), heading.anchor, heading.level - 1)
        if heading.level > 2 and current is not None:
            current.children.append(link)
            continue
        if current is not None:
            yield current
        current = link
    if current is not None:
        yield current
