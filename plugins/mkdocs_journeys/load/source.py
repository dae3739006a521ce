"""A file as its author typed it, for edits at exact places."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from functools import cached_property
from pathlib import PurePosixPath

from mkdocs_journeys.load.files import YAML
from mkdocs_journeys.load.limits import LIMITS, Limits
from mkdocs_journeys.load.lines import Lines
from mkdocs_journeys.load.tree import Mapping, Node, Sequence
from mkdocs_journeys.load.yaml_text import read
from mkdocs_journeys.problems import Edit, Span

MARKDOWN = (".md", ".markdown")


class Source:
    """The bytes of one file, as text and as a tree. Reads nothing itself and writes nothing."""

    def __init__(self, file: str, data: bytes, limits: Limits = LIMITS) -> None:
        """Take the file's name as in places, all of its bytes, and how much of it may be read.

        Raises UnicodeDecodeError where the bytes are no UTF-8.
        """
        self.file = file
        self.data = data
        self.limits = limits
        self.text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
        self.lines = Lines(self.text)

    @property
    def is_yaml(self) -> bool:
        """Tell whether it is a map, going by its name."""
        return PurePosixPath(self.file).suffix in YAML

    @property
    def has_exact_places(self) -> bool:
        """Tell whether places in it are those of words: in a CSV they are those of cells."""
        return self.is_yaml or PurePosixPath(self.file).suffix in MARKDOWN

    @cached_property
    def root(self) -> Node | None:
        """The tree of a map; None for what is none or cannot be read."""
        return read(self.data, self.file, self.limits).root if self.is_yaml else None

    def indexes(self, span: Span) -> tuple[int, int]:
        """Give where a stretch begins and ends in the text."""
        line, column, end_line, end_column = span
        return self.lines.index(line, column), self.lines.index(end_line, end_column)

    def said_at(self, span: Span) -> str:
        """Give what stands there, with its quotes."""
        start, end = self.indexes(span)
        return self.text[start:end]

    def line_end(self, index: int) -> str:
        """Give the line break that this part of the file is written with."""
        for begin in (index, 0):
            found = self.lines.end_of_line(begin)
            if found < len(self.text):
                return self.text[found : found + 2] if self.text[found:][:2] == "\r\n" else "\n"
        return "\n"

    def in_same_quotes(self, edit: Edit) -> Edit | None:
        """Give an edit that puts a word where another stands, with the quotes of the other.

        None where the other stands in a block of text, which has an indentation of its own.
        """
        old = self.said_at(edit.place.span)
        quote = old[:1]
        if not edit.text or quote not in ("'", '"', "|", ">"):
            return edit
        if quote in ("|", ">") or len(old) < 2 or old[-1] != quote:
            return None
        return Edit(edit.place, f"{quote}{edit.text}{quote}")

    def way_to(self, span: Span) -> tuple[Node, ...]:
        """Give the nodes around a stretch, the outermost first, the one of this stretch last.

        Empty where no node has exactly this stretch.
        """
        waiting: list[tuple[Node, ...]] = [(self.root,)] if self.root is not None else []
        while waiting:
            way = waiting.pop()
            node = way[-1]
            # A list and its only entry may have one stretch: the innermost is meant.
            inside = [one for one in _inside(node) if _holds(one.span, span)]
            if not inside and node.span == span:
                return way
            waiting.extend((*way, one) for one in inside)
        return ()


def _inside(node: Node) -> Iterator[Node]:
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield key
            yield value
    elif isinstance(node, Sequence):
        yield from node.items


def _holds(outer: Span, inner: Span) -> bool:
    return outer[:2] <= inner[:2] and inner[2:] <= outer[2:]
