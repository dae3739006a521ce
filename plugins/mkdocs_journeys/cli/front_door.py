"""The command itself: which verbs there are, and what happens when one cannot do its job."""

from __future__ import annotations

import sys
import traceback
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click

from mkdocs_journeys.cli import INTERRUPTED
from mkdocs_journeys.cli.debug import debug_option, wants_traceback

VERBS = {
    "check": "check:check",
    "diff": "diff:diff",
    "diff-driver": "diff_driver:diff_driver",
    "comment": "comment:comment",
    "fmt": "fmt:fmt",
    "rename": "rename:rename",
    "uses": "uses:uses",
    "new": "new:new",
    "init": "init:init",
    "rules": "rules:rules",
    "stats": "stats:stats",
    "doctor": "doctor:doctor",
    "schema": "schema:schema_command",
    "reference": "reference:reference_command",
    "build": "build:build",
    "serve": "serve:serve",
    "publish": "publish:publish",
    "write": "write:write",
}
"""Each verb with its module in this package and its name there: only the one asked for is read."""


class FrontDoor(click.Group):
    """The group of all verbs. Its exit codes: 0 fine, 1 findings, 2 could not do the job."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command; a character that the output cannot show becomes a question mark."""
        for stream in (sys.stdout, sys.stderr):
            # `surrogateescape` gives back the names of files as they are.
            if isinstance(stream, TextIOWrapper) and stream.errors == "strict":
                stream.reconfigure(errors="replace")
        return super().main(*args, **kwargs)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of all verbs, in the order of the alphabet."""
        return sorted(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Read a verb; None for a word that is none."""
        if cmd_name not in VERBS:
            return None
        module, _, name = VERBS[cmd_name].partition(":")
        verb = getattr(import_module(f"{__package__}.{module}"), name)
        assert isinstance(verb, click.Command)
        return verb

    def invoke(self, ctx: click.Context) -> Any:
        """Run a verb; what goes wrong ends in a plain sentence, never in a traceback."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            sys.exit(INTERRUPTED)
        except BrokenPipeError:
            # The reader has seen enough (`journeys check | head`); click ends this quietly.
            raise
        except OSError as error:
            if wants_traceback(ctx):
                traceback.print_exc()
            named = f"`{error.filename}`" if error.filename else "A file"
            click.echo(f"{named} cannot be read or written: {error.strerror}.", err=True)
            if isinstance(error, PermissionError):
                click.echo("Ask whoever owns it for the right to, or work on a copy.", err=True)
        except Exception as error:
            if wants_traceback(ctx):
                traceback.print_exc()
            click.echo(own_bug(error), err=True)
        sys.exit(2)


def own_bug(error: Exception) -> str:
    """Say that we have made a mistake, which map it was about, and where to report it."""
    notes = "; ".join(getattr(error, "__notes__", ()))
    return (
        f"This is a mistake in mkdocs-journeys, not in your maps"
        f"{f' ({notes})' if notes else ''}: {type(error).__name__}: {error}\n"
        "Please report it together with the map in question. `--debug` shows where it happened."
    )


@click.group(cls=FrontDoor, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-journeys", prog_name="journeys")
@debug_option
def main() -> None:
    """Checks customer-journey maps and tells about them."""
