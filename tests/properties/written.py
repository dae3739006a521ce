"""A handbook written page by page without a host, and what no page of it may have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

import html5lib
from lxml import etree
from lxml import html as lxml_html

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.pages.all_pages import all_pages
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.render.engines import Sandboxed
from mkdocs_journeys.render.links import ASSETS, Links
from mkdocs_journeys.render.pictures import Pictures
from mkdocs_journeys.render.writer import Writer
from mkdocs_journeys.rules.judge import judge
from tests.maps_on_disk import TODAY

LINKS = Links()
XLINK = "{http://www.w3.org/1999/xlink}href"

FORBIDDEN_TAGS = frozenset(
    ("script", "iframe", "form", "object", "embed", "base", "link", "meta", "style", "input")
) | {"foreignobject", "animate", "set"}
WEB = ("http", "https", "mailto")
MARKUP = re.compile("<[a-zA-Z/!?]|&[a-zA-Z0-9#]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A handbook with its findings and its pages, by the folder of the site that each lies in.

    ``files`` are the pictures that readers may take away, by their addresses in the site.
    """

    catalog: Catalog
    problems: tuple[Problem, ...]
    told: Mapping[str, Page]
    pages: Mapping[str, str]
    files: frozenset[str]


@cache
def _drawings() -> Pictures:
    return Pictures(Sandboxed())


def write_all(maps: Path) -> Written:
    """Read a folder of maps as the road does, and write every page of it."""
    catalog = look_up(load(maps, "maps"), TODAY)
    told = all_pages(catalog)
    writer = Writer(catalog=catalog, links=LINKS, pictures=_drawings(), banners={})
    folders = [LINKS.folder(page.key) for page in told]
    assert len(set(folders)) == len(folders), "two pages lie in one folder"
    fragments = {folder: writer.write(page) for folder, page in zip(folders, told, strict=True)}
    return Written(
        catalog=catalog,
        problems=judge(catalog),
        told=dict(zip(folders, told, strict=True)),
        pages={folder: fragment.html for folder, fragment in fragments.items()},
        files=frozenset(
            f"{ASSETS}/{path}" for fragment in fragments.values() for path, _ in fragment.files
        ),
    )


def parsed(html: str) -> lxml_html.HtmlElement:
    """Read a fragment as a browser would, forgiving."""
    return lxml_html.fragment_fromstring(html)


def invalid(html: str) -> list[str]:
    """Say what a strict reader of HTML finds wrong, and a reader of XML in drawings."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parseFragment(html)
    wrong = [f"{code} {detail}" for _, code, detail in parser.errors]
    for drawing in html.split("<svg ")[1:]:
        svg = "<svg " + drawing.partition("</svg>")[0] + "</svg>"
        names = ' xmlns:xlink="http://www.w3.org/1999/xlink"'
        try:
            etree.fromstring(
                svg.replace("<svg", "<svg" + ("" if "xmlns:xlink" in svg else names), 1)
            )
        except etree.XMLSyntaxError as error:
            wrong.append(str(error))
    return wrong


def live(tree: lxml_html.HtmlElement) -> Iterator[str]:
    """Find elements, attributes and addresses that could run something or ask for something."""
    for element in tree.iter(etree.Element):
        if element.tag.lower() in FORBIDDEN_TAGS:
            yield f"<{element.tag}>"
        for name, value in element.attrib.items():
            if name.startswith("on") or name in ("style", "srcdoc", "formaction", "action"):
                yield f"{name}={value}"
            if name in ("href", "xlink:href", XLINK, "src"):
                scheme = urlsplit(value).scheme
                if scheme and (scheme not in WEB or name == "src"):
                    yield f"{name}={value}"
            if name == "title" and MARKUP.search(value):
                # The theme writes it into the page as HTML when a mouse rests there.
                yield f"{name}={value}"


def dead(written: Written) -> Iterator[str]:
    """Follow every link of every page: those within the handbook that lead nowhere."""
    trees = {folder: parsed(html) for folder, html in written.pages.items()}
    ids = {folder: set(tree.xpath("//@id")) for folder, tree in trees.items()}
    shown = {f"{ASSETS}/{shown}" for shown, _ in written.catalog.loaded.pictures}
    pictures = shown | written.files
    for folder, tree in trees.items():
        for address in _addresses(tree):
            parts = urlsplit(address)
            if parts.scheme in WEB or parts.netloc:
                continue
            path = normpath("/" + folder + "/" + unquote(parts.path)).strip("/")
            target = "" if path == "." else path
            if parts.path and target in pictures:
                continue
            if target not in ids:
                yield f"{folder}: {address} leads to no page"
            elif parts.fragment and unquote(parts.fragment) not in ids[target]:
                yield f"{folder}: {address} leads to no anchor"


def repeated_ids(tree: lxml_html.HtmlElement) -> list[str]:
    """Give the ids that stand twice in a page."""
    return [id_ for id_, count in Counter(tree.xpath("//@id")).items() if count > 1]


def words_of(tree: lxml_html.HtmlElement) -> str:
    """Give all text of a page, and what its attributes tell those who do not see it."""
    said = [tree.text_content(), *tree.xpath("//@alt | //@title | //@aria-label | //@data-l")]
    return " ".join(" ".join(said).split())


def _addresses(tree: lxml_html.HtmlElement) -> Iterator[str]:
    for element in tree.iter(etree.Element):
        for name, value in element.attrib.items():
            if name in ("href", "xlink:href", XLINK, "src"):
                yield value
