"""`journeys doctor`: whether everything is there that a handbook needs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from mkdocs_journeys.cli import examining as examine
from mkdocs_journeys.cli.debug import debug_option
from mkdocs_journeys.cli.examining import Patient, Verdict
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.cli.host_settings import HostSettings, UnreadableSettings, read_settings
from mkdocs_journeys.printable import printable

EXAMINATIONS: tuple[Callable[[Patient], Verdict], ...] = (
    examine.python,
    examine.host,
    examine.theme,
    examine.plugins,
    examine.maps,
    examine.graphviz,
    examine.cache,
    examine.git,
    examine.schema,
)

COLOURS = {"ok": "green", "warn": "yellow", "fail": "red"}


@click.command(short_help="See whether everything is there that a handbook needs.")
@click.option(
    "--config-file",
    "config",
    type=click.Path(dir_okay=False, path_type=Path),
    default="mkdocs.yml",
    show_default=True,
    help="The settings of the site.",
)
@debug_option
def doctor(config: Path) -> None:
    """See whether everything is there: programs, versions, settings and folders.

    A line for each, `ok`, `warn` or `fail`, and what to do where it is not fine. The exit code is
    1 where something fails.
    """
    trouble = ""
    settings = HostSettings(plugins=(), options={})
    try:
        settings = read_settings(config)
    except UnreadableSettings as unreadable:
        trouble = str(unreadable)
    patient = Patient(config=config, settings=settings, trouble=trouble)
    verdicts = [one(patient) for one in EXAMINATIONS]
    colour = Look.of_terminal().colour
    for verdict in verdicts:
        word = click.style(f"{verdict.word:4}", fg=COLOURS[verdict.word])
        click.echo(f"{word}  {printable(verdict.what)}", color=colour)
        if verdict.mend:
            click.echo(f"      {printable(verdict.mend)}")
    if any(verdict.word == "fail" for verdict in verdicts):
        raise click.exceptions.Exit(1)
