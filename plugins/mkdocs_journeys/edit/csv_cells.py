"""Where the cells of a table stand in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_journeys.load.lines import BREAK
from mkdocs_journeys.problems import Span

_CELL = re.compile(r'(?:"(?:[^"]|"")*"|[^",\r\n][^,\r\n]*)?')


def cell_at(text: str, span: Span) -> tuple[int, int] | None:
    """Give where the text of a cell begins and ends, by index; None where there is none.

    ``span`` is the place of a cell as ``load/readings.py`` counts it: the line on which its row
    ends, and a column that counts the characters of the cells before it without their quotes.
    """
    for line, cells in _rows(text):
        column = 1
        for start, end in cells if line == span.line else ():
            said = text[start:end].strip()
            inside = said[1:-1].replace('""', '"') if said[:1] == '"' else text[start:end]
            if column == span.column:
                return start, end
            column += len(inside) + 1
    return None


def _rows(text: str) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Give the rows of a table: the line on which each ends, and the stretches of its cells."""
    at, line = 0, 1
    cells: list[tuple[int, int]] = []
    while at <= len(text):
        cell = _CELL.match(text, at)
        end = cell.end() if cell else at
        cells.append((at, end))
        line += len(BREAK.findall(text, at, end))
        if text.startswith(",", end):
            at = end + 1
            continue
        yield line, cells
        found = BREAK.match(text, end)
        if not found:
            return
        at, cells, line = found.end(), [], line + 1
