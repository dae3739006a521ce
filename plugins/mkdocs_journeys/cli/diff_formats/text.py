"""Changes for people at a terminal: what changed in a customer's words, and whom it touches."""

from __future__ import annotations

from collections.abc import Iterator

import click

from mkdocs_journeys.changes.change import Change, ChangeLevel
from mkdocs_journeys.cli.diff_formats.report import Report
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.printable import printable

COLOURS: dict[ChangeLevel, str] = {"breaking": "red", "significant": "yellow", "minor": "blue"}
MOST_NAMED = 5


def write(report: Report, look: Look) -> str:
    """Give one block of lines for each change; nothing where nothing changed."""
    return "".join(
        f"{line}\n" for change in report.changes for line in _block(change, report, look)
    )


def _block(change: Change, report: Report, look: Look) -> Iterator[str]:
    level, place = change.level, printable(_place(change, report))
    if look.colour:
        level_shown = click.style(level, fg=COLOURS.get(level), bold=level == "breaking")
        place = click.style(place, bold=True)
    else:
        level_shown = level
    yield f"{place}: {level_shown}: {printable(change.explain())} [{change.name}]"
    if affected := report.affected(change):
        more = len(affected) - MOST_NAMED
        named = ", ".join(affected[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
        yield f"    Affects {printable(named)}."
    yield f"    {change.fingerprint}"


def _place(change: Change, report: Report) -> str:
    if change.head is not None:
        return str(change.head)
    # What is gone stands in base alone.
    side = report.base.commit[:10] or report.base.name
    return f"{side}:{change.base}" if change.base else side
