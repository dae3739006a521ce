"""What MkDocs pages become: ours get their fragment, hand-written ones their links and views."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_journeys.mkdocs_files import PLACEHOLDER
from mkdocs_journeys.pages.page import Page as Told
from mkdocs_journeys.render.writer import Fragment, Heading

_UP = re.compile(r"(?<=[/=#])(?<!//)[^/?#=.][^/?#=]*/\.\./|(?<=[/=#F])[^/?#=%.][^/?#=%]*%2F\.\.%2F")


def introduce(page: Page, told: Told, *, is_read: bool) -> bool:
    """Tell the host what it must know of a page before anything is converted.

    ``is_read`` says that the search reads finished pages. Gives whether searches may find this
    one: the meta plugin can say no.
    """
    # The host's templates print these as HTML.
    page.meta.setdefault("title", Markup.escape(told.title))
    if told.description:
        page.meta.setdefault("description", Markup.escape(told.description))
    if told.hides:
        page.meta["hide"] = [*page.meta.get("hide", ()), *told.hides]
    # The macros plugin would run the words of our pages as Jinja.
    page.meta["render_macros"] = False
    search = page.meta.get("search")
    is_found = not (isinstance(search, dict) and search.get("exclude"))
    if not (is_read and is_found):
        # Search is told on purpose (render/search_index.py), instead of reading heavy HTML.
        page.meta["search"] = {"exclude": True}
    return is_found


def spare_conversion(page: Page) -> None:
    """Let the host not convert a page of ours, since our words take the place of what comes out.

    It would set its converter up with all extensions for a comment, a twentieth of a whole build.
    """
    page.render = partial(_leave, page)  # type: ignore[method-assign]  # for this page alone


def _leave(page: Page, config: MkDocsConfig, files: Files) -> None:
    page.content = PLACEHOLDER
    page.toc = TableOfContents([])
    page.present_anchor_ids = set()


def search_reads_pages(config: MkDocsConfig) -> bool:
    """Tell whether the search reads finished pages, as Pagefind in MaterialX does.

    Then there is no index to add to: what is found stands hidden in the page.
    """
    search = config.extra.get("search_config")
    return isinstance(search, dict) and search.get("provider") == "pagefind"


def mended_edit_url(url: str | None) -> str | None:
    """Give an edit link without the way out of the docs folder; None for a page without one.

    The host shortens it for ``edit_uri``, but not for ``edit_uri_template``, where the path may
    stand anywhere, quoted too.
    """
    while url is not None and url != (shorter := _UP.sub("", url, count=1)):
        url = shorter
    return url


def unread(fragment: Fragment) -> Fragment:
    """Give a fragment that Pagefind leaves out."""
    marked = " data-search-exclude data-pagefind-ignore"
    return replace(fragment, html=fragment.html.replace(" data-search-exclude", marked, 1))


def put_in(page: Page, fragment: Fragment) -> str:
    """Put a fragment in as the page's content, with its table of contents and anchors."""
    page.toc = TableOfContents(list(_nested(fragment.headings)))
    page.present_anchor_ids = set(re.findall(r'\sid="([^"]+)"', fragment.html))
    return fragment.html


def put_in_view(html: str, mark: str, fragment: Fragment) -> str:
    """Put a view in where its mark stands in somebody's page."""
    mark = re.escape(mark)
    # Deep in a list the converter takes the mark for words of a paragraph.
    return re.sub(rf"<p>\s*{mark}\s*</p>|{mark}", lambda _: fragment.html, html)


def _nested(headings: tuple[Heading, ...]) -> Iterator[AnchorLink]:
    """Give the headings of level 2, each with those of level 3 below it.

    The levels are those of HTML: one heading of level 1 would be the title for the theme, which
    leaves it out.
    """
    current: AnchorLink | None = None
    for heading in headings:
        link = AnchorLink(str(Markup.escape(heading.title)), heading.anchor, heading.level)
        if heading.level > 2 and current is not None:
            current.children.append(link)
            continue
        if current is not None:
            yield current
        current = link
    if current is not None:
        yield current
