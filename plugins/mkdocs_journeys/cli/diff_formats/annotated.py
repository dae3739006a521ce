"""Changes in the formats of findings: lines that a forge or an editor marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mkdocs_journeys.changes.change import Change, ChangeLevel
from mkdocs_journeys.cli.diff_formats.report import Report
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.problems import Level, Problem

AS_FINDING: dict[ChangeLevel, Level] = {
    "breaking": "error",
    "significant": "warning",
    "minor": "info",
    "editorial": "info",
}


def annotated(
    write: Callable[[Sequence[Problem], Look], str],
) -> Callable[[Report, Look], str]:
    """Give a format of changes that is one of findings.

    What is gone has no line in head that could be marked: it stands at the first line of the file
    that it was in.
    """

    def written(report: Report, look: Look) -> str:
        return write(tuple(_finding(change, report) for change in report.changes), look)

    return written


def _finding(change: Change, report: Report) -> Problem:
    affected = ", ".join(report.affected(change))
    place = change.head or change.base
    assert place is not None, change.name
    return Problem(
        place=place if change.head else type(place)(place.file),
        rule=change.name,
        what=change.explain(),
        mend=f"Affects {affected}." if affected else "",
        level=AS_FINDING[change.level],
        about="/".join(change.path),
    )
