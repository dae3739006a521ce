"""From a thing to the way there, as seen from a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import relpath
from typing import Literal
from urllib.parse import quote, urljoin

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.address import address

Style = Literal["folder", "file", "markdown"]
"""How a link to a page ends: ``x/``, ``x/index.html`` or ``x/index.md``."""

ASSETS = "assets/journeys"
"""Where our style sheet, script and pictures lie in the site."""

_ELSEWHERE = "elsewhere"


def elsewhere(folder: str) -> Key:
    """Name a page that is not ours by its folder of the site, so that links can start there."""
    return Key(_ELSEWHERE, folder)


def _way(here: str, there: str) -> str:
    """Give the way from one folder to another, as `relpath` does for folders that are clean."""
    start, end = here.split("/") if here else [], there.split("/") if there else []
    same = 0
    for one, other in zip(start, end, strict=False):
        if one != other:
            break
        same += 1
    return "/".join((*[".."] * (len(start) - same), *end[same:])) or "."


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Writes links that are relative to the page they stand on, so that a site may move.

    ``prefix`` is the folder below which all our pages lie (usually none), ``home`` the folder of
    the dashboard where somebody's own page stands at the top. ``site`` is where the site is
    published, with a slash at its end, or empty where nobody said so. ``by_hand`` are the Markdown
    files that somebody wrote for addresses of ours, by the file that ours would have. ``sources``
    are the addresses at which files of the handbook can be edited, by the file as authors see it,
    and ``rule_pages`` those of this site that explain a rule, by its name.
    """

    style: Style = "folder"
    prefix: str = ""
    home: str = ""
    site: str = ""
    by_hand: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    rule_pages: Mapping[str, str] = field(default_factory=dict)

    def folder(self, key: Key) -> str:
        """Give the folder of the page that a thing is on, without slashes at its ends."""
        if key.kind == _ELSEWHERE:
            return key.id
        own = address(key).folder or self.home
        return "/".join(part for part in (self.prefix, own) if part)

    def file(self, key: Key) -> str:
        """Give the Markdown file that a page is made from, below the folder of pages."""
        folder = self.folder(key)
        return f"{folder}/index.md" if folder else "index.md"

    def href(self, page: Key, key: Key) -> str:
        """Give the way from a page to a thing; on its own page, the anchor alone."""
        here, there, anchor = self.folder(page), self.folder(key), address(key).anchor
        if here == there and anchor:
            return f"#{anchor}"
        way = _way(here, there)
        end = {"folder": "", "file": "index.html", "markdown": "index.md"}[self.style]
        path = f"{way}/{end}" if way != "." else end or "./"
        return quote(path) + (f"#{anchor}" if anchor else "")

    def from_anywhere(self, page: Key, href: str) -> str | None:
        """Give a link of a page as an address that works from anywhere; None without a site."""
        if not self.site:
            return None
        folder = quote(self.folder(page))
        end = "index.html" if self.style == "file" else ""
        return urljoin(f"{self.site}{folder}/{end}" if folder else f"{self.site}{end}", href)

    def from_file(self, uri: str, key: Key) -> str:
        """Give the way from a Markdown file of the site to the one that a thing is on."""
        anchor = address(key).anchor
        file = self.file(key)
        way = relpath("/" + self.by_hand.get(file, file), "/" + uri.rpartition("/")[0])
        return quote(way) + (f"#{anchor}" if anchor else "")

    def source(self, file: str, line: int) -> str | None:
        """Give the address of a line in a file of the handbook; None where nobody can go there."""
        address = self.sources.get(file)
        return f"{address}#L{line}" if address and "#" not in address else address

    def rule_page(self, page: Key, rule: str) -> str | None:
        """Give the way from a page to the one that explains a rule; None where there is none."""
        url = self.rule_pages.get(rule)
        if url is None:
            return None
        slash = "/" if url.endswith("/") else ""
        return quote(relpath(f"/{url}", f"/{self.folder(page)}")) + slash

    def beside(self, page: Key, key: Key, name: str) -> str:
        """Give the way from a page to a file that lies beside the page of a thing."""
        return quote(relpath(f"/{self.folder(key)}/{name}", "/" + self.folder(page)))

    def asset(self, page: Key, path: str) -> str:
        """Give the way from a page to one of our assets."""
        return quote(relpath(f"/{ASSETS}/{path}", "/" + self.folder(page)))
