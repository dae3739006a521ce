"""`journeys serve`: the host's server with our pages in it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from mkdocs_journeys.cli.debug import debug_option
from mkdocs_journeys.cli.host import (
    HostCall,
    call_host,
    checked_day,
    ending_well,
    environment,
    settings_file,
)


@click.command("serve", short_help="Show the site in a browser, and again after every edit.")
@click.option(
    "-f",
    "--config-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The settings of the site.  [default: mkdocs.yml]",
)
@click.option("-a", "--dev-addr", metavar="IP:PORT", help="Where; 127.0.0.1:8000 without it.")
@click.option("-o", "--open", "is_opened", is_flag=True, help="Open it in a browser too.")
@click.option(
    "-w",
    "--watch",
    "watched",
    type=click.Path(exists=True),
    multiple=True,
    help="A folder or file to watch beside maps and pages.",
)
@click.option("--as-of", "day", default="", metavar="DATE", help="The day to take for today.")
@click.option("-s", "--strict", is_flag=True, help="Tell findings as a strict build would.")
@click.option("-q", "--quiet", is_flag=True, help="Tell only what is wrong.")
@click.option("-v", "--verbose", is_flag=True, help="Tell all that the host does.")
@debug_option
def serve(
    config_file: Path | None,
    dev_addr: str | None,
    is_opened: bool,
    watched: tuple[str, ...],
    day: str,
    strict: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Show the site in a browser with the host's own server; Ctrl-C ends it.

    A map that cannot be read keeps its last good page, under a banner that says where and why;
    everything else goes on. Pages of ours are built when somebody looks at them, so that an edit
    is seen at once in a handbook of any size.
    """
    said = {
        "--open": is_opened,
        "--strict": strict,
        "--quiet": quiet,
        "--verbose": verbose,
    }
    arguments = [name for name, is_said in said.items() if is_said]
    if dev_addr:
        arguments += ["--dev-addr", dev_addr]
    for path in watched:
        arguments += ["--watch", str(Path(path).resolve())]
    call = HostCall(
        verb="serve",
        config_file=settings_file(config_file),
        arguments=tuple(arguments),
        # The host ends when we do, however we end.
        environment=environment(as_of_flag=checked_day(day), JOURNEYS_PARENT=str(os.getpid())),
    )
    with ending_well():
        sys.exit(call_host(call))
