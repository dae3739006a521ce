"""The text of the Markdown files: pages of ours, and somebody's own with what we add."""

from __future__ import annotations

import re
from typing import Any

import yaml
from markupsafe import escape

from mkdocs_journeys.catalog.docs import FRONT_MATTER
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.plain_site.block import block, block_inside
from mkdocs_journeys.render.docs import Embed
from mkdocs_journeys.render.search_index import hidden_words
from mkdocs_journeys.render.writer import Fragment, Heading

# Neither the place in the same page, nor an address from the top or with a scheme.
_LINK = re.compile(
    r'(?P<before><[^>]*?\s(?:href|src)=")(?P<way>(?![#?/"]|[a-z][a-z0-9+.-]*:)[^"]*)', re.IGNORECASE
)


def page_text(told: Page, fragment: Fragment, *, edit_url: str | None, is_wide: bool) -> str:
    """Give the Markdown file of a page: what a generator must know in front, then its words.

    Title and description are HTML, as generators of this family print them.
    """
    front: dict[str, Any] = {"title": str(escape(told.title))}
    if told.description:
        front["description"] = str(escape(told.description))
    if told.hides:
        front["hide"] = list(told.hides)
    # A generator that runs macros shall not run the words of our pages.
    front["render_macros"] = False
    own: dict[str, Any] = {"is_wide": is_wide}
    if edit_url:
        own["edit_url"] = edit_url
    if "toc" not in told.hides and fragment.headings:
        own["contents"] = _contents(fragment.headings)
    front["journeys"] = own
    head = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=1_000)
    # Material's search ends what it leaves out at the first closing tag of the same name, and
    # inside of ours there is no other article.
    unsearched = f"<article data-search-exclude>{fragment.html}</article>"
    return f"---\n{head}---\n\n{block(hidden_words(told))}\n\n{block(unsearched)}\n"


def own_page_text(text: str) -> tuple[str, str]:
    """Give the front matter of somebody's page, with its marks, and what stands behind it."""
    front = FRONT_MATTER.match(text)
    return (text[: front.end()], text[front.end() :]) if front else ("", text)


def with_view(markdown: str, embed: Embed, html: str) -> str:
    """Put a view in where its mark stands in somebody's page, however deep inside a list."""
    start = markdown.rpartition("\n" + embed.mark)[1] or markdown.startswith(embed.mark)
    return markdown.replace(embed.mark, block(html) if start else block_inside(html), 1)


def seen_from_above(html: str, name: str) -> str:
    """Give a fragment whose links are seen from the folder above that of its page, called ``name``.

    Only of HTML: what leads anywhere from a drawing stays.
    """
    return _LINK.sub(lambda link: link["before"] + _from_above(link["way"], name), html)


def _from_above(way: str, name: str) -> str:
    return way.removeprefix("../") if way.startswith("../") else f"{name}/{way.removeprefix('./')}"


def _contents(headings: tuple[Heading, ...]) -> list[dict[str, Any]]:
    """Give the headings of level 2, each with those of level 3 below it, as the theme has them."""
    top: list[dict[str, Any]] = []
    for heading in headings:
        title = str(escape(heading.title))
        line: dict[str, Any] = {"title": title, "content": title, "url": f"#{heading.anchor}"}
        if heading.level > 2 and top:
            top[-1].setdefault("children", []).append(line)
        else:
            top.append(line)
    return top
