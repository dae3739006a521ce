"""`journeys write`: the handbook as plain Markdown, for any generator of sites."""

from __future__ import annotations

import os
import shlex
from importlib.resources import as_file
from pathlib import Path

import click

from mkdocs_journeys.cli.debug import debug_option
from mkdocs_journeys.cli.formats.words import counted
from mkdocs_journeys.cli.init import STARTER
from mkdocs_journeys.cli.reading import as_of_option, day_of
from mkdocs_journeys.plain_site.settings import SiteSettings, UnreadableSite
from mkdocs_journeys.swap import CannotSwap


@click.command(short_help="Write the handbook as plain Markdown, for any generator.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--config-file",
    "config",
    type=click.Path(dir_okay=False, path_type=Path),
    default="mkdocs.yml",
    show_default=True,
    help="The settings of the site.",
)
@click.option("--strict", is_flag=True, help="Write nothing if a finding is an error.")
@click.option(
    "--overwrite", is_flag=True, help="Replace a folder that this command has not written."
)
@click.option(
    "--for",
    "generator",
    type=click.Choice(("zensical", "other")),
    default="zensical",
    show_default=True,
    help="Whose way with links in HTML the views in your own pages are written for.",
)
@as_of_option
@debug_option
def write(
    folder: Path, config: Path, generator: str, day: str, *, strict: bool, overwrite: bool
) -> None:
    """Write the whole handbook to DIR: Markdown, pictures, looks, and settings with a navigation.

    Zensical makes a site of it: `zensical build` in DIR. The folder is written whole or not at
    all, and belongs to this command: what is in it is replaced the next time.
    """
    # Only here: no other verb needs to load what draws.
    from mkdocs_journeys.plain_site.folder import NotOurs, put, see_whether_ours
    from mkdocs_journeys.plain_site.project import is_read_or_holds_it, notices_of, site_of

    try:
        settings = _settings(config)
        today = day_of(day or settings.option("as_of", ""))
        site = site_of(settings, today, moves_links=generator == "zensical")
    except (UnreadableSite, ValueError) as trouble:
        raise click.UsageError(str(trouble)) from None
    if is_read_or_holds_it(folder, site):
        raise click.UsageError(
            f"`{folder}` holds what the handbook is made of, or lies in it. "
            "Name another folder, for example `written`."
        )
    target = Path(os.path.realpath(folder))
    try:
        see_whether_ours(target, overwrite=overwrite)
    except NotOurs as reason:
        raise click.UsageError(f"`{folder}` stays as it is: {reason}") from None
    errors = sum(problem.level == "error" for problem in site.handbook.problems)
    if errors:
        click.echo(f"{counted(errors, 'error')} in the maps: journeys check tells them.", err=True)
        if strict:
            raise click.exceptions.Exit(1)
    try:
        count = put(target, site.files())
    except CannotSwap as reason:
        raise click.UsageError(str(reason)) from None
    for notice in notices_of(site):
        click.echo(notice, err=True)
    click.echo(f"{counted(count, 'file')} written to {folder.as_posix()}.", err=True)
    click.echo(f"Next: cd {shlex.quote(folder.as_posix())} && zensical build --strict")


def _settings(config: Path) -> SiteSettings:
    """Read mkdocs.yml; without one, what `journeys init` lays out, but for the name of the site."""
    if config.exists():
        return SiteSettings.read(config)
    with as_file(STARTER.joinpath("mkdocs.yml")) as starter:
        return SiteSettings.read(starter).without("site_name", top=config.resolve().parent)
