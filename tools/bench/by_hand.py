"""The same pages written by hand: the words of each page as Markdown, its finished SVG between.

This is what a team would have if people typed what the handbook tells: the same number of pages,
the same words and links, and every drawing pasted in.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from html.parser import HTMLParser
from pathlib import Path

from mkdocs_journeys.diagrams.graph import Graph
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.render.engines import engine_called
from mkdocs_journeys.render.layout import NoPicture
from mkdocs_journeys.render.links import Links
from mkdocs_journeys.render.pictures import Pictures
from mkdocs_journeys.render.writer import Writer
from mkdocs_journeys.road import Folders, read_handbook

TODAY = date(2026, 11, 21)

_SKIPPED_CLASSES = {"jm-i", "jm-key", "jm-spark", "jm-sprite", "headerlink"}
"""Icons are no drawings, and the sign beside a heading is made by Markdown itself."""

_BLOCKS = {
    *("address", "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt"),
    *("figcaption", "figure", "footer", "header", "li", "main", "nav", "ol", "p", "section"),
    *("summary", "table", "tbody", "thead", "tr", "ul"),
}
_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_MARKS = re.compile(r"([\\`*_{}\[\]#|~])")


@dataclass(frozen=True, slots=True, kw_only=True)
class ByHand:
    """What was written: how many pages, and the graphs of all drawings in them, in order."""

    pages: int
    graphs: tuple[Graph, ...]


class _Remembered(Pictures):
    """Draws as ever, and remembers what was drawn."""

    def __init__(self) -> None:
        super().__init__(engine_called("sandbox"))
        self.graphs: list[Graph] = []

    def picture(self, graph: Graph, *, href: Callable[[Key], str], prefix: str) -> str | NoPicture:
        self.graphs.append(graph)
        return super().picture(graph, href=href, prefix=prefix)


def count_pages(maps: Path) -> int:
    """Count the pages that a folder of maps becomes."""
    return len(read_handbook(Folders(maps=maps, maps_shown_as="maps"), TODAY).pages)


def write_by_hand(maps: Path, docs: Path) -> ByHand:
    """Write the pages of a folder of maps as Markdown into a new folder."""
    handbook = read_handbook(Folders(maps=maps, maps_shown_as="maps"), TODAY)
    links = Links(style="markdown")
    pictures = _Remembered()
    writer = Writer(catalog=handbook.catalog, links=links, pictures=pictures)
    for page in handbook.pages:
        path = docs / links.file(page.key)
        path.parent.mkdir(parents=True, exist_ok=True)
        words = markdown_of(writer.write(replace(page, source=None)).html)
        title = "" if words.startswith("# ") else f"# {page.title}\n\n"
        path.write_text(title + words, encoding="utf-8")
    return ByHand(pages=len(handbook.pages), graphs=tuple(pictures.graphs))


def markdown_of(html: str) -> str:
    """Give the words of a page as Markdown: headings, paragraphs, lists, links and drawings."""
    reader = _Reader()
    reader.feed(html)
    reader.end_block()
    return "\n\n".join(reader.blocks) + "\n"


class _Reader(HTMLParser):
    """Turns HTML into blocks of Markdown. Knows as much HTML as our own pages use."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self._words: list[str] = []
        self._lead = ""
        self._links: list[tuple[int, str]] = []
        self._skipped: list[str] = []
        self._drawing: list[str] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a link or a drawing."""
        given = {name: value or "" for name, value in attrs}
        if self._skipped:
            self._skipped += [tag] if tag == self._skipped[0] else []
        elif self._depth:
            self._drawing.append(self.get_starttag_text() or "")
            self._depth += tag == "svg"
        elif _SKIPPED_CLASSES & set(given.get("class", "").split()):
            self._skipped = [tag]
        elif tag == "svg":
            self.end_block()
            self._depth = 1
            self._drawing.append(self.get_starttag_text() or "")
        elif tag in _BLOCKS or tag in _HEADINGS:
            self.end_block()
            self._lead = "- " if tag == "li" else f"{_HEADINGS.get(tag, '')} ".lstrip()
        elif tag == "a":
            self._links.append((len(self._words), given.get("href", "")))
            self._words.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an empty element of a drawing."""
        if self._depth and not self._skipped:
            self._drawing.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        """End a block, a link or a drawing."""
        if self._skipped:
            if tag == self._skipped[0]:
                self._skipped.pop()
        elif self._depth:
            self._drawing.append(f"</{tag}>")
            self._depth -= tag == "svg"
            if not self._depth:
                self.blocks.append(f"<div>{''.join(self._drawing)}</div>")
                self._drawing = []
        elif tag in _BLOCKS or tag in _HEADINGS:
            self.end_block()
        elif tag == "a" and self._links:
            self._end_link(*self._links.pop())

    def handle_data(self, data: str) -> None:
        """Take the words, with what Markdown would read as a mark escaped."""
        if self._depth and not self._skipped:
            self._drawing.append(escape(data, quote=False))
        elif not self._skipped:
            self._words.append(_MARKS.sub(r"\\\1", escape(" ".join(data.split("\n")), quote=False)))

    def end_block(self) -> None:
        """Put the words so far down as one block; links that are still open are given up."""
        words = " ".join("".join(self._words).split())
        if words:
            self.blocks.append(self._lead + words)
        self._lead = ""
        self._words, self._links = [], []

    def _end_link(self, start: int, href: str) -> None:
        words = " ".join("".join(self._words[start:]).split())
        self._words[start:] = [f"[{words}]({href})" if words and href else words]
