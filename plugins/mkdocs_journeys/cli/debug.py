"""The option `--debug`, which every verb has."""

from __future__ import annotations

import click

_KEY = "mkdocs_journeys.debug"


def _remember(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        ctx.meta[_KEY] = True


debug_option = click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_remember,
    help="Show where a mistake of our own happened.",
)


def wants_traceback(ctx: click.Context) -> bool:
    """Tell whether ``--debug`` was given, before or behind the verb."""
    return bool(ctx.meta.get(_KEY))
