"""Findings for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from mkdocs_journeys.cli.formats.text import Look
from mkdocs_journeys.problems import Problem

SCHEMA_VERSION = 1
"""Goes up when a key changes its meaning or is taken away, not when one is added."""


def write(problems: Sequence[Problem], look: Look) -> str:
    """Give one object with all findings; lines and columns count from 1, ends are exclusive."""
    report = {
        "schema_version": SCHEMA_VERSION,
        "problems": [_problem(problem) for problem in problems],
    }
    # Escaped: a file's name may hold what is no valid UTF-8.
    return json.dumps(report, indent=2, ensure_ascii=True) + "\n"


def _problem(problem: Problem) -> dict[str, str | int]:
    span = problem.place.span
    return {
        "level": problem.level,
        "rule": problem.rule,
        "file": problem.place.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "what": problem.what,
        "mend": problem.mend,
    }
