"""Findings as workflow commands, which GitHub shows at their lines in a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from mkdocs_journeys.cli.formats.addresses import from_top
from mkdocs_journeys.cli.formats.columns import SourceTexts
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.printable import printable
from mkdocs_journeys.problems import Level, Place, Problem

COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "info": "notice"}

MOST_PER_LEVEL = 10
"""GitHub keeps ten of each command in a step and drops the others silently."""


def write(problems: Sequence[Problem], look: Look) -> str:
    """Give one command for each finding, the worst first, at most ten of a level.

    Where there are more, every journey, persona or other thing gets one before any gets a second
    one, and the last command of the level says how many were left out.
    """
    sources = SourceTexts()
    told: Counter[str] = Counter()
    lines: list[str] = []
    for level, command in COMMANDS.items():
        found = [problem for problem in problems if problem.level == level]
        kept = _kept(found, told)
        more = len(found) - len(kept)
        for number, problem in enumerate(kept, 1):
            tail = f"\nAnd {more} more like this: run `journeys check`." if more else ""
            lines.append(_command(command, problem, tail if number == len(kept) else "", sources))
    return "".join(f"{line}\n" for line in lines)


def _kept(found: Sequence[Problem], told: Counter[str]) -> list[Problem]:
    """Choose those that are told, in their order; ``told`` counts for each thing, all levels."""
    turns = []
    for problem in found:
        thing = "/".join(problem.about.split("/")[:2]) or problem.place.file
        turns.append(told[thing])
        told[thing] += 1
    chosen = sorted(range(len(found)), key=turns.__getitem__)[:MOST_PER_LEVEL]
    return [found[number] for number in sorted(chosen)]


def _command(command: str, problem: Problem, tail: str, sources: SourceTexts) -> str:
    properties = {
        "file": printable(from_top(problem.place.file)),
        **dict(_lines(problem.place, sources)),
        "title": problem.rule,
    }
    named = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    words = "\n".join(printable(part) for part in (problem.what, problem.mend) if part)
    return f"::{command} {named}::{_message(words + tail)}"


def _lines(place: Place, sources: SourceTexts) -> Iterator[tuple[str, str]]:
    """Give the line and, within one line only, the columns, as GitHub takes them.

    GitHub does not say what a column is. TypeScript and ESLint, for which these commands were
    made, count UTF-16 code units, and so does every browser.
    """
    span = place.span
    yield "line", str(span.line)
    if span.line != span.end_line:
        yield "endLine", str(span.end_line)
    elif source := sources.of(place.file):
        yield "col", str(source.utf_16_column(span.line, span.column))
        yield "endColumn", str(source.utf_16_column(span.line, span.end_column))


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
