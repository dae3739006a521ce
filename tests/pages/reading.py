"""Pages as their readers get them: told from a catalog, written, and parsed again."""

from __future__ import annotations

from typing import Any

from lxml import html

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.all_pages import all_pages
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.render.engines import Sandboxed
from mkdocs_journeys.render.links import Links
from mkdocs_journeys.render.pictures import Pictures
from mkdocs_journeys.render.writer import Writer


def page_of(catalog: Catalog, key: Key) -> Page:
    """Give the one page with this key."""
    (found,) = (page for page in all_pages(catalog) if page.key == key)
    return found


def has_page(catalog: Catalog, key: Key) -> bool:
    return any(page.key == key for page in all_pages(catalog))


def written(catalog: Catalog, page: Page) -> Any:
    """Write a page and give its HTML as a tree."""
    writer = Writer(catalog=catalog, links=Links(), pictures=Pictures(Sandboxed()))
    return html.fromstring(writer.write(page).html)


def shown(catalog: Catalog, key: Key) -> Any:
    """Give the HTML of the page with this key as a tree."""
    return written(catalog, page_of(catalog, key))


def words(element: Any) -> str:
    """Give what an element says, in one line, with a space between what stands in two places."""
    return " ".join(" ".join(element.itertext()).split())


def part(tree: Any, anchor: str) -> str:
    """Give what stands between the heading with this anchor and the next of its level."""
    (heading,) = tree.xpath(f'//h2[@id="{anchor}"]')
    said = []
    for element in heading.itersiblings():
        if element.tag == "h2":
            break
        said.append(words(element))
    return " ".join(said)


def headings(tree: Any) -> list[str]:
    return [element.get("id") for element in tree.xpath("//h2[@id]")]


def links(tree: Any) -> dict[str, str]:
    """Give where the words of each link lead."""
    return {words(element): element.get("href") for element in tree.xpath("//a[@href]")}
