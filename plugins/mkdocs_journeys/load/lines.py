"""Where in a text a character stands, counted as an editor counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from mkdocs_journeys.problems import Span

# Not str.splitlines: it also breaks at U+2028, U+0085 and form feeds, which no editor counts.
BREAK = re.compile(r"\r\n|\r|\n")

_SPACE = re.compile(r"[ \t\r\n]*")


def after_comments(text: str, index: int) -> int:
    """Give the index of the next character of a YAML text that is no space and no comment.

    A loop over comments and not one pattern: a pattern that repeats over a mebibyte of blank
    lines keeps a hundred mebibytes of ways back.
    """
    while True:
        space = _SPACE.match(text, index)
        index = space.end() if space else index
        if not text.startswith("#", index):
            return index
        found = BREAK.search(text, index)
        index = found.start() if found else len(text)


class Lines:
    """The lines of a text: from an index to line and column and back.

    Indexes count from 0 as Python does, lines and columns from 1, columns in code points.
    Knows nothing of YAML.
    """

    def __init__(self, text: str) -> None:
        """Take a text; its line breaks are found when they are first asked for."""
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in BREAK.finditer(self._text))]

    def position(self, index: int) -> tuple[int, int]:
        """Give the line and column of the character at ``index``."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """Give the stretch from ``start`` up to, and without, ``end``."""
        return Span(*self.position(start), *self.position(end))

    def index(self, line: int, column: int) -> int:
        """Give the index of a line and column; beyond the last line it is the end of the text."""
        if line > len(self._starts):
            return len(self._text)
        return min(self._starts[line - 1] + column - 1, len(self._text))

    def line(self, number: int) -> str:
        """Give one line without its break; an empty text when there is no such line."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        found = BREAK.search(self._text, start)
        return self._text[start : found.start() if found else len(self._text)]

    def end_of_line(self, index: int) -> int:
        """Give the index of the break that ends the line of ``index``, or the end of the text."""
        found = BREAK.search(self._text, index)
        return found.start() if found else len(self._text)
