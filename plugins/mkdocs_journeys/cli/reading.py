"""The maps that a verb is asked about, read and looked up."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from mkdocs_journeys.as_of import as_of
from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.load.collector import leave_alone, no_search_for_circles
from mkdocs_journeys.load.folder import load

maps_option = click.option(
    "--maps",
    default="maps",
    show_default=True,
    envvar="JOURNEYS_MAPS",
    help="The folder of maps.",
)
as_of_option = click.option(
    "--as-of", "day", default="", metavar="DATE", help="The day to take for today."
)


@no_search_for_circles()
def read_catalog(maps: str, today: date) -> Catalog:
    """Read a folder of maps; raises click.UsageError where there is none."""
    folder = Path(maps)
    if not folder.is_dir():
        raise click.UsageError(
            f"There is no folder `{maps}`. Name the folder of your maps with --maps. "
            "`journeys init` begins one."
        )
    catalog = look_up(load(folder, folder.as_posix()), today)
    # It stays until the command ends.
    leave_alone()
    return catalog


def day_of(given: str) -> date:
    """Give the day that somebody named, else today; raises click.UsageError for no day."""
    try:
        return as_of(given, os.environ)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
