"""Findings as workflow commands, which GitHub shows at their lines in a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mkdocs_journeys.cli.formats.text import Look, printable
from mkdocs_journeys.problems import Level, Problem

COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "info": "notice"}

MOST_PER_LEVEL = 10
"""GitHub keeps ten of each command in a step and drops the others silently."""


def write(problems: Sequence[Problem], look: Look) -> str:
    """Give one command for each finding, the worst first, at most ten of a level.

    The last one of a level says how many more there are. Other formats' look does not matter.
    """
    counts = Counter(problem.level for problem in problems)
    lines: list[str] = []
    for level, command in COMMANDS.items():
        kept = [problem for problem in problems if problem.level == level][:MOST_PER_LEVEL]
        more = counts[level] - len(kept)
        for number, problem in enumerate(kept, 1):
            tail = f"\nAnd {more} more like this: run `journeys check`." if more else ""
            lines.append(_command(command, problem, tail if number == len(kept) else ""))
    return "".join(f"{line}\n" for line in lines)


def _command(command: str, problem: Problem, tail: str) -> str:
    span = problem.place.span
    properties = {"file": printable(problem.place.file), "line": str(span.line)}
    if span.line == span.end_line:
        properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    else:
        # GitHub takes columns only within one line.
        properties |= {"endLine": str(span.end_line)}
    properties["title"] = problem.rule
    named = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    words = "\n".join(printable(part) for part in (problem.what, problem.mend) if part)
    return f"::{command} {named}::{_message(words + tail)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
