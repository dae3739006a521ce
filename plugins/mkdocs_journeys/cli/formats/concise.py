"""Findings for editors and searches: one line each, in the form that compilers made common."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.printable import printable
from mkdocs_journeys.problems import Problem


def write(problems: Sequence[Problem], look: Look) -> str:
    """Give one line for each finding: `file:line:column: level: what [rule]`."""
    return "".join(
        f"{printable(str(one.place))}: {one.level}: {printable(one.what)} [{one.rule}]\n"
        for one in problems
    )
