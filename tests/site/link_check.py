"""Follows every link of a built site, and looks for what must not stand in our pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from lxml import etree, html

_LINKS = ("href", "src", "xlink:href", "poster", "data")
_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)


class PageOfSite:
    """One HTML file of a site, with its ids and links."""

    def __init__(self, site: Path, file: Path) -> None:
        self.address = file.relative_to(site).as_posix()
        self.source = file.read_text(encoding="utf-8")
        self.tree = html.document_fromstring(self.source)

    @cached_property
    def ids(self) -> Counter[str]:
        """Every id of the page with how often it stands there."""
        return Counter(str(id_) for id_ in self.tree.xpath("//@id"))

    @property
    def links(self) -> Iterator[tuple[str, str]]:
        """Give each link with the element and attribute that it stands in."""
        for element in self.tree.iter(etree.Element):
            for name in _LINKS:
                if (value := element.get(name)) is not None:
                    yield f"{element.tag}[{name}]", value.strip()
            if element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
                yield "meta", element.get("content", "").partition("url=")[2]

    @property
    def ours(self) -> list[html.HtmlElement]:
        """What this plugin wrote of the page: its fragments."""
        return list(self.tree.find_class("jm"))


def pages_of(site: Path) -> list[PageOfSite]:
    """Read all HTML files of a site, in the order of their addresses."""
    return [PageOfSite(site, file) for file in sorted(site.rglob("*.html"))]


def dead_links(site: Path, pages: list[PageOfSite], site_url: str = "") -> list[str]:
    """Give every link whose file or anchor is not there, as `page: element link`.

    Links that begin with ``site_url``, or with its path alone, lead into the site too.
    Links to other hosts are left alone, but what a browser would load from one is told.
    """
    ids = {page.address: page.ids for page in pages}
    found = []
    for page in pages:
        for where, link in page.links:
            told = f"{page.address}: {where} {link}"
            own = _own(link, site_url)
            if own is None and urlsplit(link).scheme:
                if where.startswith(("script", "img", "iframe", "source")):
                    found.append(f"{told} is loaded from elsewhere")
                continue
            path, _, anchor = (f"/{own}" if own is not None else link).partition("#")
            target = _file(site, page.address, path.partition("?")[0])
            # The theme's own buttons: they are taken over by its script.
            is_button = anchor.startswith("__")
            if target is None or (
                anchor and not is_button and unquote(anchor) not in ids.get(target, {})
            ):
                found.append(told)
    return found


def _own(link: str, site_url: str) -> str | None:
    """Give what stands behind the site's own address in a link, None for a link without it."""
    tops = (site_url, urlsplit(site_url).path) if site_url else ()
    return next((link.removeprefix(top) for top in tops if link.startswith(top)), None)


def faults_of(page: PageOfSite) -> list[str]:
    """Give what must not stand on a page: ids used twice, and faults in our own fragments."""
    found = [f"id {id_} stands {count} times" for id_, count in page.ids.items() if count > 1]
    for fragment in page.ours:
        found.extend(_faults_in(fragment))
    for svg in _SVG.findall(page.source):
        try:
            etree.fromstring(f'<r xmlns:xlink="http://www.w3.org/1999/xlink">{svg}</r>')
        except etree.XMLSyntaxError as error:
            found.append(f"no XML: {error}: {svg[:80]}")
    return [f"{page.address}: {fault}" for fault in (*found, *_left_over(page))]


def _faults_in(fragment: html.HtmlElement) -> Iterator[str]:
    for element in fragment.iter(etree.Element):
        for name in element.attrib:
            if name == "style" or name.startswith("on"):
                yield f"{name}= on <{element.tag}>"
        if element.tag in ("script", "style", "iframe"):
            yield f"<{element.tag}>"
    for element in fragment.xpath(".//svg/descendant-or-self::*[@href]"):
        yield f"plain href on <{element.tag}> in a picture: {element.get('href')}"


def _left_over(page: PageOfSite) -> Iterator[str]:
    """Give mentions that are still typed as such, outside of code."""
    for article in page.tree.find_class("md-content"):
        for text in article.xpath(
            ".//text()[not(ancestor::code) and not(ancestor::pre) and not(ancestor::script)]"
        ):
            if "[[" in text:
                yield f"a mention is left: {text.strip()[:60]}"


def _file(site: Path, page: str, path: str) -> str | None:
    """Give the file of the site that a path on a page leads to, None for none."""
    if not path:
        return page
    full = normpath(join(page.rpartition("/")[0], unquote(path))).lstrip("/")
    # A browser stops at the top of the host, which is another place where a site lies below it.
    if full.startswith(".."):
        return None
    target = site / full
    if path.endswith("/") or full in ("", ".") or target.is_dir():
        full = normpath(join(full, "index.html"))
    return full if (site / full).is_file() else None
