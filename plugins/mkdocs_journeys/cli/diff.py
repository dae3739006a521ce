"""`journeys diff`: what an edit of maps changes for customers and colleagues."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from mkdocs_journeys.as_of import as_of
from mkdocs_journeys.changes.change import CHANGE_LEVELS, ChangeLevel
from mkdocs_journeys.changes.compare import changes_in, compared
from mkdocs_journeys.cli.accepting import judged
from mkdocs_journeys.cli.debug import debug_option
from mkdocs_journeys.cli.diff_formats.all import DIFF_FORMATS
from mkdocs_journeys.cli.diff_formats.report import Report, tally
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.cli.formats.text import write as write_findings
from mkdocs_journeys.cli.review import Addresses, around, write_report
from mkdocs_journeys.cli.two_sides import Sides, two_sides


@click.command(short_help="Tell what changed in the maps.")
@click.argument("base", default="", metavar="[BASE]")
@click.argument("head", default="", metavar="[HEAD]")
@click.option(
    "--level",
    type=click.Choice(CHANGE_LEVELS),
    default="editorial",
    show_default=True,
    help="The least that is told: this level and all that matter more.",
)
@click.option(
    "--fail-on",
    type=click.Choice((*CHANGE_LEVELS, "never")),
    default="never",
    show_default=True,
    envvar="JOURNEYS_DIFF_FAIL_ON",
    help="From which level on the exit code is 1.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(DIFF_FORMATS)),
    default="text",
    show_default=True,
    envvar="JOURNEYS_DIFF_FORMAT",
    help="How changes are written.",
)
@click.option("--output", type=click.Path(dir_okay=False), help="Write into this file instead.")
@click.option(
    "--report",
    "folder",
    type=click.Path(file_okay=False),
    help="Write comment.md, changes.html and report.json for a review into this folder too.",
)
@click.option("--preview", default="", metavar="URL", help="Where this edit is seen as a site.")
@click.option(
    "--report-url", "full", default="", metavar="URL", help="Where the report is kept in full."
)
@click.option(
    "--source",
    default="",
    metavar="URL",
    envvar="JOURNEYS_SOURCE",
    help="Where a line is seen, with {commit}, {path} and {line}; known in CI.",
)
@click.option("--as-of", "day", default="", metavar="DATE", help="The day to take for today.")
@click.option(
    "--maps",
    default="maps",
    show_default=True,
    envvar="JOURNEYS_MAPS",
    help="The folder of maps.",
)
@debug_option
def diff(
    base: str,
    head: str,
    level: ChangeLevel,
    fail_on: str,
    form: str,
    output: str | None,
    folder: str | None,
    preview: str,
    full: str,
    source: str,
    day: str,
    maps: str,
) -> None:
    """Tell what an edit of maps changes, in the words of the field.

    BASE and HEAD are refs of git, folders, or REF:PATH where the folder had another name. Without
    HEAD it is the folder as it is now; without BASE, the commit where this branch left the main
    one. Only what the maps say is compared: order of keys, quotes, line ends and comments do not
    count, and neither does moving a file below the folder of its kind.

    Changes that stand in accepted.yml are left out. The exit code is 0 unless --fail-on says
    otherwise, and 2 when the maps could not be compared.
    """
    today = _day(day)
    wanted = Addresses.of(preview, full, source)
    with two_sides(base, head, maps, today) as sides:
        report = _report(sides, level, today)
        if folder or form in ("markdown", "html"):
            report = replace(report, around=around(sides, wanted))
        shown = Look.of_terminal()
        look = Look(sources=False, colour=shown.colour and not output)
        written = DIFF_FORMATS[form](report, look)
        if output:
            Path(output).write_text(written, encoding="utf-8", newline="\n")
        else:
            click.echo(written, nl=False, color=look.colour)
        if folder:
            write_report(Path(folder), report, look)
        click.echo(write_findings(report.judged.problems, look), err=True, nl=False)
        click.echo(_summary(report), err=True)
    if fail_on != "never" and any(_matters(one.level, fail_on) for one in report.changes):
        sys.exit(1)


def _report(sides: Sides, level: ChangeLevel, today: date) -> Report:
    comparison = compared(sides.base.catalog, sides.head.catalog)
    told = judged(changes_in(comparison), sides.head.catalog.loaded.accepted, today)
    kept = tuple(one for one in told.changes if _matters(one.level, level))
    return Report(
        base=sides.base,
        head=sides.head,
        comparison=comparison,
        judged=told.only(kept),
        level=level,
    )


def _matters(level: str, least: str) -> bool:
    levels: tuple[str, ...] = CHANGE_LEVELS
    return levels.index(level) <= levels.index(least)


def _summary(report: Report) -> str:
    names = (report.head.name, report.base.name)
    told = tally(report.changes) or "Nothing changed"
    accepted = len(report.judged.accepted)
    more = f", {accepted} accepted" if accepted else ""
    return f"{told}{more} in {names[0]} against {names[1]}."


def _day(given: str) -> date:
    try:
        return as_of(given, os.environ)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
