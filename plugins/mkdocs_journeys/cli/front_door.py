"""The command itself: which verbs there are, and what happens when one cannot do its job."""

from __future__ import annotations

import sys
import traceback
from importlib.metadata import version
from typing import Any

import click

from mkdocs_journeys.cli.build import build
from mkdocs_journeys.cli.check import check
from mkdocs_journeys.cli.comment import comment
from mkdocs_journeys.cli.debug import debug_option, wants_traceback
from mkdocs_journeys.cli.diff import diff
from mkdocs_journeys.cli.diff_driver import diff_driver
from mkdocs_journeys.cli.doctor import doctor
from mkdocs_journeys.cli.fmt import fmt
from mkdocs_journeys.cli.init import init
from mkdocs_journeys.cli.new import new
from mkdocs_journeys.cli.publish import publish
from mkdocs_journeys.cli.reference import reference_command
from mkdocs_journeys.cli.rename import rename
from mkdocs_journeys.cli.rules import rules
from mkdocs_journeys.cli.schema import schema_command
from mkdocs_journeys.cli.serve import serve
from mkdocs_journeys.cli.stats import stats
from mkdocs_journeys.cli.uses import uses
from mkdocs_journeys.cli.write import write

VERBS: tuple[click.Command, ...] = (
    check,
    diff,
    diff_driver,
    comment,
    fmt,
    rename,
    uses,
    new,
    init,
    rules,
    stats,
    doctor,
    schema_command,
    reference_command,
    build,
    serve,
    publish,
    write,
)

INTERRUPTED = 130


class FrontDoor(click.Group):
    """The group of all verbs. Its exit codes: 0 fine, 1 findings, 2 could not do the job."""

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
@click.version_option(version("mkdocs-journeys"), prog_name="journeys")
@debug_option
def main() -> None:
    """Checks customer-journey maps and tells about them."""


for verb in VERBS:
    main.add_command(verb)
