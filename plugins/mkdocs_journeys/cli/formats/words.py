"""Texts of maps on their way into a report: nothing in them may steer what shows it."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable

from mkdocs_journeys.problems import Level, Problem

LEVELS: tuple[Level, ...] = ("error", "warning", "info")
"""The worst first."""

# Not those that write a word from right to left, nor what joins emoji and letters.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# No XML may hold them, and no program shows them.
_NO_CHARACTERS = frozenset("\ufffe\uffff")


def printable(text: str) -> str:
    r"""Replace what would steer a terminal or break a line: ``\x1b`` for an escape character.

    So is what turns the direction of all that follows, what no character may be, and ``##[``,
    which GitHub still takes for a command anywhere in a line of its log.
    """
    text = text.replace("##[", "\\x23#[")
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        sign.encode("unicode_escape", "surrogatepass").decode("ascii") if _steers(sign) else sign
        for sign in text
    )


def as_name(file: str) -> str:
    r"""Give a file's name as valid text: ``\udce9`` for a byte in it that is none.

    Everything else stays, so that programs find the file.
    """
    return file.encode("utf-8", "backslashreplace").decode("utf-8")


def as_json(document: object) -> str:
    """Give a report as JSON, escaped: a file's name may hold what is no valid UTF-8."""
    # As in `printable`; in JSON this can stand within a text only.
    return json.dumps(document, indent=2, ensure_ascii=True).replace("##[", "\\u0023#[") + "\n"


def tally(problems: Iterable[Problem]) -> str:
    """Say how many findings there are of each level, the worst first; empty for none."""
    counts = Counter(problem.level for problem in problems)
    return ", ".join(counted(counts[level], level) for level in LEVELS if counts[level])


def counted(number: int, noun: str) -> str:
    """Give a number with its noun: ``1 file``, ``2 files``, ``1,200 files``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _steers(sign: str) -> bool:
    return (
        unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")
        or sign in _TURNING
        or sign in _NO_CHARACTERS
    )
