"""What looks like YAML in an editor and is none: odd spaces and colons, leftovers of tools."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_journeys.load.decode import invisible
from mkdocs_journeys.load.lines import Lines
from mkdocs_journeys.load.yaml_quoting import Refusal, shown
from mkdocs_journeys.problems import Span

_KEY = r"[ \t]*(?:-[ \t]+)*[\w-]+"
_ODD_SPACE = re.compile(rf"(?:[ \t]*-?|{_KEY}:)([\u00a0\u2000-\u200a\u202f\u3000]+)")
_ODD_COLON = re.compile(rf"{_KEY}[ \t]*([\uff1a\ufe55\ua789\u2236])")
_DASH = re.compile(r"[ \t]*(-([\w-]+:(?:[ \t].*)?))$")
_CONFLICT = re.compile(r"(={7})[ \t]*$")
_FENCE = re.compile(r"[ \t]*(`{3}.*)$")


def look_alike(lines: Lines, numbers: Iterable[int]) -> Refusal | None:
    """Give what looks right and is not in the first of some lines that has such a thing.

    The lines are those where a parser gave up: elsewhere, in a text, each of these is fine.
    """
    for number in sorted(set(numbers)):
        line = lines.line(number)
        for pattern, tell in _KINDS:
            if found := pattern.match(line):
                start, end = found.span(1)
                return Span(number, start + 1, number, end + 1), *tell(found)
    return None


def _odd_space(found: re.Match[str]) -> tuple[str, str]:
    what = f"An odd space stands here: {invisible(found[1][0])}. YAML knows plain spaces only."
    return what, "Delete it and type a plain space, as many as the lines beside it have."


def _odd_colon(found: re.Match[str]) -> tuple[str, str]:
    what = f"`{found[1]}` looks like a colon and is none: {invisible(found[1])}."
    return what, "Type a plain colon with a space behind it."


def _dash(found: re.Match[str]) -> tuple[str, str]:
    what = f"There is no space behind the dash in `{shown(found[1])}`."
    return what, f"Write `- {shown(found[2])}`."


def _conflict(found: re.Match[str]) -> tuple[str, str]:
    what = f"`{found[1]}` is left over from a merge conflict."
    return what, "Delete this line, and keep of the lines around it those that are right."


def _fence(_: re.Match[str]) -> tuple[str, str]:
    return "A row of backticks marks code in Markdown; a map has no such line.", "Delete the line."


_KINDS = (
    (_ODD_SPACE, _odd_space),
    (_ODD_COLON, _odd_colon),
    (_DASH, _dash),
    (_CONFLICT, _conflict),
    (_FENCE, _fence),
)
