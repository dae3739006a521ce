"""Findings for people: `file:line:column: what [rule]`, and below it how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from mkdocs_journeys.cli.formats.columns import SourceText, SourceTexts
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.printable import printable
from mkdocs_journeys.problems import Level, Problem, Span

COLOURS: dict[Level, str] = {"error": "red", "warning": "yellow", "info": "blue"}
LONGEST_LINE = 200
"""Source lines longer than this are not shown: the caret would stand far below them."""


def write(problems: Sequence[Problem], look: Look) -> str:
    """Give one block of lines for each finding."""
    sources = SourceTexts()
    return "".join(f"{line}\n" for problem in problems for line in _block(problem, look, sources))


def _block(problem: Problem, look: Look, sources: SourceTexts) -> Iterable[str]:
    colour = COLOURS[problem.level] if look.colour else None
    place = printable(str(problem.place))
    rule = f"[{problem.rule}]"
    if colour:
        place, rule = click.style(place, bold=True), click.style(rule, fg=colour)
    yield f"{place}: {printable(problem.what)} {rule}"
    if problem.mend:
        yield f"    {printable(problem.mend)}"
    may_be_shown = look.sources and not problem.is_private
    source = sources.of(problem.place.file) if may_be_shown else None
    if source:
        yield from _source(problem.place.span, source, colour)


def _source(span: Span, source: SourceText, colour: str | None) -> Iterable[str]:
    """Give the source line with a caret below each of the signs concerned; nothing for no line."""
    line = source.line(span.line)
    # A zero byte: the file is saved in another encoding, or it is no text.
    if not line.strip() or len(line) > LONGEST_LINE or "\0" in line:
        return
    number = str(span.line)
    marks = _carets(line, span)
    yield f"    {number} | {_shown(line)}"
    marks = click.style(marks, fg=colour, bold=True) if colour else marks
    yield f"    {' ' * len(number)} | {marks}"


def _carets(line: str, span: Span) -> str:
    end = span.end_column if span.end_line == span.line else len(line) + 1
    before = _columns(line[: span.column - 1])
    # Measured as a whole: a mark takes its place from the sign before it.
    return " " * before + "^" * max(1, _columns(line[: end - 1]) - before)


def _columns(text: str) -> int:
    """Give how many columns of a terminal a text takes."""
    # Here, because it takes 30 ms to load and only a terminal needs it.
    from wcwidth import wcswidth

    return wcswidth(_shown(text))


def _shown(text: str) -> str:
    return printable(text.replace("\t", " "))
