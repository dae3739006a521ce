"""`journeys schema`: the JSON Schema of the YAML, for editors, and of reports, for programs."""

from __future__ import annotations

import json
from pathlib import Path

import click

from mkdocs_journeys.cli.debug import debug_option
from mkdocs_journeys.cli.diff_formats import json as changes
from mkdocs_journeys.cli.formats import json as report
from mkdocs_journeys.exporters.json_schema import FILES, schema, schema_of

REPORTS = {"report": report.schema, "changes": changes.schema}
"""What is asked for beside the kinds of files: what `journeys check --format json` and
`journeys diff --format json` print."""


@click.command("schema", short_help="Print the JSON Schema of the YAML.")
@click.argument("kind", required=False, type=click.Choice([*FILES, *REPORTS]))
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write it to this file instead of printing it.",
)
@debug_option
def schema_command(kind: str | None, output: Path | None) -> None:
    """Print the JSON Schema of one KIND of file, or of all kinds.

    KIND report is what `journeys check --format json` prints, changes what `journeys diff
    --format json` does.
    """
    if kind in REPORTS:
        printed = REPORTS[kind]()
    else:
        printed = schema_of(kind) if kind else schema()
    text = json.dumps(printed, indent=2) + "\n"
    if output is None:
        click.echo(text, nl=False)
        return
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"Wrote {output}.", err=True)
