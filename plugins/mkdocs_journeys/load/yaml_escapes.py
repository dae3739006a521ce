"""Backslashes inside double quotes that YAML does not know or no text may hold."""

from __future__ import annotations

import re

from mkdocs_journeys.load.decode import FORBIDDEN, invisible
from mkdocs_journeys.load.lines import Lines
from mkdocs_journeys.load.yaml_quoting import Refusal, shown

_HEX_DIGITS = {"x": 2, "u": 4, "U": 8}
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|(?s:.))")
_LETTER_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "e": "\x1b",
    "v": "\v",
    "f": "\f",
    "N": "\x85",
    "L": "\u2028",
    "P": "\u2029",
}


def forbidden_escape(text: str, lines: Lines, start: int, end: int) -> Refusal:
    """Refuse the first escape in a quoted text that stands for a character no text may hold."""
    refusal = None
    for found in _ESCAPE.finditer(text, start, end):
        if FORBIDDEN.match(_escaped(found.group())):
            refusal = about_escape(text, lines, found.start())
            break
    return refusal or (
        lines.span(start, end),
        "This text has an invisible character.",
        "Delete it.",
    )


def about_escape(text: str, lines: Lines, start: int) -> Refusal | None:
    """Refuse the escape that starts at an index of a quoted text; None when none starts there."""
    found = _ESCAPE.match(text, start) if start >= 0 else None
    if not found:
        return None
    escape, span = found.group(), lines.span(*found.span())
    character = _escaped(escape)
    if character and "\ud800" <= character <= "\udfff":
        return span, f"`{escape}` is half of a character.", "Type the character itself."
    if character:
        return span, f"`{escape}` is an invisible character: {invisible(character)}.", "Delete it."
    if len(escape) > 2:
        return span, f"There is no character `{escape}`.", "Type the character itself."
    if escape[1] in _HEX_DIGITS:
        what = f"`{escape}` needs {_HEX_DIGITS[escape[1]]} digits or letters a to f behind it."
        return span, what, "For a backslash in text use single quotes."
    what = f"`{shown(escape)}` means nothing inside double quotes."
    return span, what, "For a backslash in text use single quotes, or write it twice."


def _escaped(escape: str) -> str:
    """Give the character that an escape stands for; nothing when it is none or a visible one."""
    if len(escape) > 2:
        number = int(escape[2:], 16)
        return chr(number) if number <= 0x10FFFF else ""
    return _LETTER_ESCAPES.get(escape[1:], "")
