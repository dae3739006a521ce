"""`journeys schema`: the JSON Schema of the YAML, for editors, and of reports, for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.cli.debug import debug_option
from mkdocs_journeys.cli.diff_formats import json as changes
from mkdocs_journeys.cli.formats import json as report
from mkdocs_journeys.cli.reading import day_of, maps_option, read_catalog
from mkdocs_journeys.exporters.json_schema import FILES, schema, schema_of
from mkdocs_journeys.exporters.project_schema import (
    project_schema,
    project_schema_of,
    project_schemas,
)

REPORTS = {"report": report.schema, "changes": changes.schema}
"""What is asked for beside the kinds of files: what `journeys check --format json` and
`journeys diff --format json` print."""


@click.command("schema", short_help="Print the JSON Schema of the YAML.")
@click.argument("kind", required=False, type=click.Choice([*FILES, *REPORTS]))
@click.option("--project", is_flag=True, help="With the ids of this handbook as suggestions.")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Write it to this file; without KIND and `.json`, a folder that gets one for each kind.",
)
@maps_option
@debug_option
def schema_command(kind: str | None, project: bool, output: Path | None, maps: str) -> None:
    """Print the JSON Schema of one KIND of file, or of all kinds.

    KIND report is what `journeys check --format json` prints, changes what `journeys diff
    --format json` does.
    """
    if project and kind in REPORTS:
        raise click.UsageError(f"A {kind} mentions nothing: leave --project out.")
    catalog = read_catalog(maps, day_of("")) if project else None
    if output and not kind and output.suffix != ".json":
        written = project_schemas(catalog) if catalog else {one: schema_of(one) for one in FILES}
        for name, one in written.items():
            _write(output / f"{name}.json", one)
        click.echo(f"Wrote {len(written)} files to {output}.", err=True)
    elif output:
        _write(output, _asked(kind, catalog))
        click.echo(f"Wrote {output}.", err=True)
    else:
        click.echo(as_text(_asked(kind, catalog)), nl=False)


def as_text(schema: dict[str, Any]) -> str:
    """Give a schema as it is written to a file."""
    return json.dumps(schema, indent=2) + "\n"


def _asked(kind: str | None, catalog: Catalog | None) -> dict[str, Any]:
    if kind in REPORTS:
        return REPORTS[kind]()
    if catalog:
        return project_schema_of(kind, catalog) if kind else project_schema(catalog)
    return schema_of(kind) if kind else schema()


def _write(path: Path, schema: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(as_text(schema), encoding="utf-8", newline="\n")
