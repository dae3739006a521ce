"""`journeys check`: what is wrong with the maps."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from mkdocs_journeys.as_of import as_of
from mkdocs_journeys.cli.baseline import write_baseline
from mkdocs_journeys.cli.checking import Asked, Shown, is_bad, look, summary
from mkdocs_journeys.cli.completing import rules_and_groups
from mkdocs_journeys.cli.debug import debug_option
from mkdocs_journeys.cli.formats.all import FORMATS
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.cli.formats.words import LEVELS, counted
from mkdocs_journeys.cli.mend import as_diff, mend_all, mendings
from mkdocs_journeys.rules.chosen import Chosen, no_such_name

SHORT = ("text", "concise")
"""The formats that tell nothing of edits and fingerprints, which cost a second reading."""


def _names(ctx: click.Context, _: click.Parameter, given: Iterable[str]) -> frozenset[str]:
    """Take names of rules and groups, separated by commas, and refuse those that nothing has."""
    names = [name.strip() for listed in given for name in listed.split(",") if name.strip()]
    for name in names:
        if wrong := no_such_name(name):
            raise click.UsageError(wrong, ctx)
    return frozenset(names)


@click.command(short_help="Find what is wrong with the maps.")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True))
@click.option("--fix", is_flag=True, help="Mend what can be mended without asking.")
@click.option("--diff", is_flag=True, help="Print what --fix would change, and write nothing.")
@click.option(
    "--select",
    "wanted",
    metavar="NAMES",
    multiple=True,
    callback=_names,
    shell_complete=rules_and_groups,
    envvar="JOURNEYS_SELECT",
    help="Only these rules and groups, separated by commas.",
)
@click.option(
    "--ignore",
    "unwanted",
    metavar="NAMES",
    multiple=True,
    callback=_names,
    shell_complete=rules_and_groups,
    envvar="JOURNEYS_IGNORE",
    help="Not these rules and groups.",
)
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
@click.option(
    "--changed-since",
    "since",
    metavar="REF",
    default="",
    envvar="JOURNEYS_CHANGED_SINCE",
    help="Only findings in files that differ from where this branch left REF.",
)
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="JOURNEYS_BASELINE",
    help="Leave out the findings that stand in this file.",
)
@click.option("--update-baseline", is_flag=True, help="Write all findings into that file.")
@click.option("--watch", is_flag=True, help="Check again after every change, until Ctrl-C.")
@click.option("--online", is_flag=True, help="Visit web addresses to see whether they open.")
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
def check(
    paths: tuple[str, ...],
    fix: bool,
    diff: bool,
    wanted: frozenset[str],
    unwanted: frozenset[str],
    form: str | None,
    fail_on: str,
    output: str | None,
    since: str,
    baseline: Path | None,
    update_baseline: bool,
    watch: bool,
    online: bool,
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
    asked = Asked(
        maps=maps,
        docs=docs,
        today=_day(day),
        paths=paths,
        chosen=Chosen(wanted=wanted, unwanted=unwanted),
        baseline=baseline,
        since=since,
        online=online,
    )
    if form is None:
        in_workflow = os.environ.get("GITHUB_ACTIONS") == "true" and not output
        form = "github" if in_workflow else "text"
    if update_baseline:
        if fix or diff or watch or _is_part(asked):
            raise click.UsageError("--update-baseline takes all findings: no part of them.")
        _update_baseline(asked)
    elif watch:
        if fix or diff or online:
            raise click.UsageError("--watch only looks at files: no --fix, --diff or --online.")
        _watch(asked, form, fail_on, output)
    elif fix and not diff:
        shown, told = mend_all(lambda: look(asked, full=True), asked)
        click.echo(told, err=True, nl=False)
        _end(_report(shown, form, fail_on, output), fail_on)
    elif diff:
        _end(_diff(look(asked, full=True), output), fail_on)
    else:
        _end(_report(look(asked, full=form not in SHORT), form, fail_on, output), fail_on)


def _report(shown: Shown, form: str, fail_on: str, output: str | None) -> Shown:
    """Write the findings in a format, and how many there are to standard error."""
    colours = Look.of_terminal()
    told = Look(
        sources=colours.sources and not output,
        colour=colours.colour and not output,
        fail_on=fail_on,
    )
    _write(FORMATS[form](shown.problems, told), output, told.colour)
    click.echo(summary(shown), err=True)
    return shown


def _diff(shown: Shown, output: str | None) -> Shown:
    """Print the edits that the first round of --fix would make."""
    changes = tuple(mendings(shown.problems, shown.sources))
    _write("".join(as_diff(change) for change in changes), output, None)
    number = sum(len(change.problems) for change in changes)
    files = counted(len(changes), "file")
    click.echo(f"{counted(number, 'finding')} would be mended in {files}.", err=True)
    click.echo(summary(shown), err=True)
    return shown


def _write(report: str, output: str | None, colour: bool | None) -> None:
    if output:
        Path(output).write_text(report, encoding="utf-8", newline="\n")
    else:
        click.echo(report, nl=False, color=colour)


def _watch(asked: Asked, form: str, fail_on: str, output: str | None) -> None:
    # Only here: nobody else needs to load what watches folders.
    from mkdocs_journeys.cli.watch import watch

    def again() -> Iterable[Path]:
        shown = _report(look(asked, full=form not in SHORT), form, fail_on, output)
        return (shown.checked.pages,)

    watch(Path(asked.maps), again)


def _update_baseline(asked: Asked) -> None:
    if asked.baseline is None:
        raise click.UsageError("--update-baseline needs the file: --baseline FILE.")
    everything = Asked(maps=asked.maps, docs=asked.docs, today=asked.today, online=asked.online)
    number = write_baseline(asked.baseline, look(everything, full=True).problems)
    click.echo(f"{counted(number, 'finding')} written to {asked.baseline}.", err=True)


def _is_part(asked: Asked) -> bool:
    """Tell whether only a part of the findings was asked for."""
    chosen = asked.chosen
    return bool(asked.paths or asked.since or chosen.wanted or chosen.unwanted)


def _end(shown: Shown, fail_on: str) -> None:
    if is_bad(shown.problems, fail_on):
        sys.exit(1)


def _day(given: str) -> date:
    try:
        return as_of(given, os.environ)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
