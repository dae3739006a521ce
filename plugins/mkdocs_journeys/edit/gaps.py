"""What stands between two keys: blank lines and comments, and to which of the two they belong."""

from __future__ import annotations

import re

from mkdocs_journeys.load.allowances import MARK
from mkdocs_journeys.load.lines import BREAK

_TOP = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))*")
_BEFORE_COMMENT = re.compile(r"^[ \t]*(?=#)", re.MULTILINE)


def belongs_before(text: str, start: int, end: int, column: int) -> int:
    """Give where the lines from ``start`` stop to belong to what stands above them.

    Comments that are indented deeper than ``column``, from 1, go on with what is above; all
    others, and blank lines before them, belong to what follows. An allowance always speaks of
    what follows. ``start`` and ``end`` are beginnings of lines.
    """
    at, here, marked, is_done = start, start, -1, False
    while here < end:
        found = BREAK.search(text, here, end)
        stop = found.end() if found else end
        line = text[here:stop]
        said = line.lstrip(" \t\r\n")
        if said and not said.startswith("#"):
            break
        if not said:
            marked = -1
        elif marked < 0 and MARK in said:
            marked = here
        is_done = is_done or (bool(said) and len(line) - len(said) < column)
        if said and not is_done:
            at = stop
        here = stop
    return min(at, marked) if marked >= 0 else at


def blank_lines(lead: str) -> tuple[str, str]:
    """Give the blank lines that a stretch between keys begins with, and the rest of it.

    Without their spaces: below a block of text these would become a part of it.
    """
    top = _TOP.match(lead)
    end = top.end() if top else 0
    return lead[:end].replace(" ", "").replace("\t", ""), lead[end:]


def indented(lead: str, indentation: str) -> str:
    """Give comments with another indentation."""
    return _BEFORE_COMMENT.sub(indentation, lead)
