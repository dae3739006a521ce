"""Texts of maps on their way into a report: nothing in them may steer what shows it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

from mkdocs_journeys.problems import Level, Problem

LEVELS: tuple[Level, ...] = ("error", "warning", "info")
"""The worst first."""


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
