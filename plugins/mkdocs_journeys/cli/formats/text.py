"""Findings for people: `file:line:column: what [rule]`, and below it how to mend it."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import click

from mkdocs_journeys.load.lines import Lines
from mkdocs_journeys.problems import Level, Problem, Span

COLOURS: dict[Level, str] = {"error": "red", "warning": "yellow", "info": "blue"}
LONGEST_LINE = 200
"""Source lines longer than this are not shown: the caret would stand far below them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Whether source lines and colours are shown."""

    sources: bool
    colour: bool

    @classmethod
    def of_terminal(cls) -> Look:
        """Give both on a terminal, without colour where ``NO_COLOR`` is set, and none elsewhere."""
        terminal = sys.stdout.isatty()
        plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
        return cls(sources=terminal, colour=terminal and not plain)


def write(problems: Sequence[Problem], look: Look) -> str:
    """Give one block of lines for each finding."""
    return "".join(f"{line}\n" for problem in problems for line in _block(problem, look))


def printable(text: str) -> str:
    r"""Replace what would steer a terminal or break a line: ``\x1b`` for an escape character."""
    return "".join(
        sign
        if unicodedata.category(sign) not in ("Cc", "Cs", "Zl", "Zp")
        else sign.encode("unicode_escape", errors="surrogatepass").decode("ascii")
        for sign in text
    )


def _block(problem: Problem, look: Look) -> Iterable[str]:
    colour = COLOURS[problem.level] if look.colour else None
    place = (
        click.style(printable(str(problem.place)), bold=True)
        if colour
        else printable(str(problem.place))
    )
    rule = f"[{problem.rule}]"
    yield f"{place}: {printable(problem.what)} {click.style(rule, fg=colour) if colour else rule}"
    if problem.mend:
        yield f"    {printable(problem.mend)}"
    if look.sources:
        yield from _source(problem, colour)


def _source(problem: Problem, colour: str | None) -> Iterable[str]:
    """Give the source line with a caret below each of the signs concerned; nothing for no line."""
    span = problem.place.span
    lines = _lines_of(problem.place.file)
    line = lines.line(span.line) if lines else ""
    if not line.strip() or len(line) > LONGEST_LINE:
        return
    number = str(span.line)
    marks = _carets(line, span)
    yield f"    {number} | {printable(line.expandtabs(1))}"
    marks = click.style(marks, fg=colour, bold=True) if colour else marks
    yield f"    {' ' * len(number)} | {marks}"


def _carets(line: str, span: Span) -> str:
    end = span.end_column if span.end_line == span.line else len(line) + 1
    before = _columns(line[: span.column - 1])
    return " " * before + "^" * max(1, _columns(line[span.column - 1 : end - 1]))


def _columns(text: str) -> int:
    """Give how many columns of a terminal a text takes: two for wide signs, none for marks."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )


@cache
def _lines_of(file: str) -> Lines | None:
    """Read the lines of a file; None for what is no file or no text (any more)."""
    try:
        return Lines(Path(file).read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return None
