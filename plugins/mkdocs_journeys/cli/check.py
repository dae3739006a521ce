"""`journeys check`: what is wrong with the maps."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from mkdocs_journeys.as_of import as_of
from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.docs import check_docs
from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.cli.debug import debug_option
from mkdocs_journeys.cli.formats.all import FORMATS
from mkdocs_journeys.cli.formats.text import Look
from mkdocs_journeys.load.collector import no_search_for_circles
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.problems import Level, Problem
from mkdocs_journeys.rules.judge import judge

LEVELS: tuple[Level, ...] = ("error", "warning", "info")


@click.command(short_help="Find what is wrong with the maps.")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMATS)),
    envvar="JOURNEYS_FORMAT",
    help="How findings are written; text, or github inside a GitHub workflow.",
)
@click.option(
    "--fail-on",
    type=click.Choice((*LEVELS, "never")),
    default="error",
    show_default=True,
    envvar="JOURNEYS_FAIL_ON",
    help="From which level on the exit code is 1.",
)
@click.option("--output", type=click.Path(dir_okay=False), help="Write into this file instead.")
@click.option("--as-of", "day", default="", metavar="DATE", help="The day to take for today.")
@click.option(
    "--maps",
    default="maps",
    show_default=True,
    envvar="JOURNEYS_MAPS",
    help="The folder of maps.",
)
@click.option(
    "--docs",
    default="",
    envvar="JOURNEYS_DOCS",
    help="The folder of hand-written pages; what handbook.yml says, else docs beside the maps.",
)
@debug_option
@no_search_for_circles()
def check(
    paths: tuple[str, ...],
    form: str | None,
    fail_on: str,
    output: str | None,
    day: str,
    maps: str,
    docs: str,
) -> None:
    """Find what is wrong with the maps, each finding at its exact line and column.

    Everything is read, so that every mention can be followed. With PATH, only findings in these
    files and folders are shown and counted.

    The exit code is 0 when all is fine, 1 when there are findings of level error (see
    --fail-on), and 2 when the maps could not be checked.
    """
    if form is None:
        in_workflow = os.environ.get("GITHUB_ACTIONS") == "true" and not output
        form = "github" if in_workflow else "text"
    checked = check_handbook(maps, docs, _day(day))
    shown = [problem for problem in checked.problems if is_within(problem.place.file, paths)]
    look = Look(sources=False, colour=False) if output else Look.of_terminal()
    report = FORMATS[form](shown, look)
    if output:
        Path(output).write_text(report, encoding="utf-8", newline="\n")
    else:
        click.echo(report, nl=False, color=look.colour)
    click.echo(summary(shown, checked.files), err=True)
    if is_bad(shown, fail_on):
        sys.exit(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check of a handbook gave. ``files`` counts the maps that were read."""

    catalog: Catalog
    problems: tuple[Problem, ...]
    files: int


def check_handbook(maps: str, docs: str, today: date) -> Checked:
    """Read and judge a handbook; ``maps`` and ``docs`` are folders as their author types them.

    Without ``docs``, it is what handbook.yml says, else ``docs``, beside the folder of maps.
    Raises click.UsageError where a folder that was asked for is not there.
    """
    folder = Path(maps)
    if not folder.is_dir():
        raise click.UsageError(
            f"There is no folder `{maps}`. Name the folder of your maps with --maps."
        )
    loaded = load(folder, folder.as_posix())
    catalog = look_up(loaded, today)
    pages = Path(docs) if docs else folder.parent / (loaded.settings.docs or "docs")
    if docs and not pages.is_dir():
        raise click.UsageError(f"There is no folder `{docs}` of hand-written pages.")
    found = check_docs(pages, pages.as_posix(), catalog)
    files = {entry.spot.file for entry in loaded.entries}
    files |= {lost.file for lost in loaded.unreadable}
    return Checked(catalog=catalog, problems=judge(catalog, found), files=len(files))


def is_within(file: str, paths: Iterable[str]) -> bool:
    """Tell whether a file is one of these paths or lies below one; with no paths it always is."""
    tops = [os.path.realpath(path) for path in paths]
    # A folder's own link is followed, a file's is not: its finding stands at the link.
    parent, name = os.path.split(file)
    real = os.path.join(os.path.realpath(parent), name)  # noqa: PTH118  # beside realpath
    return not tops or any(
        real == top or real.startswith(top.rstrip(os.sep) + os.sep) for top in tops
    )


def is_bad(problems: Iterable[Problem], fail_on: str) -> bool:
    """Tell whether any finding is of this level or worse; never for ``never``."""
    return fail_on != "never" and any(
        LEVELS.index(problem.level) <= LEVELS.index(fail_on) for problem in problems
    )


def summary(problems: Iterable[Problem], files: int) -> str:
    """Give the last line: how much was found, and in how many files of maps it was sought."""
    counts = Counter(problem.level for problem in problems)
    found = ", ".join(_counted(counts[level], level) for level in LEVELS if counts[level])
    return f"{found or 'Nothing to mend'} in {_counted(files, 'file')} of maps."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _day(given: str) -> date:
    try:
        return as_of(given, os.environ)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
