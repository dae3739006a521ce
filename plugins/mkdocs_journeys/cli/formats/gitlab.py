"""Findings as a code quality report, which GitLab shows in a merge request."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from mkdocs_journeys.cli.formats.addresses import from_top
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.cli.formats.words import as_json, as_name
from mkdocs_journeys.printable import printable
from mkdocs_journeys.problems import Level, Problem

SEVERITIES: dict[Level, str] = {"error": "major", "warning": "minor", "info": "info"}


def write(problems: Sequence[Problem], look: Look) -> str:
    """Give a list with one entry for each finding, in lines; GitLab has no use for columns."""
    found = [
        {
            "description": printable(f"{problem.what} {problem.mend}".rstrip()),
            "check_name": problem.rule,
            "fingerprint": fingerprint,
            "severity": SEVERITIES[problem.level],
            "location": {
                "path": as_name(from_top(problem.place.file)),
                "lines": {"begin": problem.place.span.line, "end": problem.place.span.end_line},
            },
        }
        for problem, fingerprint in zip(problems, _fingerprints(problems), strict=True)
    ]
    return as_json(found)


def _fingerprints(problems: Sequence[Problem]) -> Iterator[str]:
    """Give each finding a fingerprint of its own: of two with one, GitLab shows the first only."""
    seen: Counter[str] = Counter()
    for problem in problems:
        seen[problem.fingerprint] += 1
        number = seen[problem.fingerprint]
        said = f"{problem.fingerprint} {number}"
        again = hashlib.sha256(said.encode()).hexdigest()[: len(problem.fingerprint)]
        yield problem.fingerprint if number == 1 else again
