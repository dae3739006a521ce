"""`journeys stats`: how much of a handbook is known, rated, answered and in date."""

from __future__ import annotations

import csv
import io
from dataclasses import asdict, dataclass
from typing import Any

import click

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.coverage import Coverage, coverage, coverage_by_owner
from mkdocs_journeys.cli.debug import debug_option
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.cli.formats.words import as_json
from mkdocs_journeys.cli.reading import as_of_option, day_of, maps_option, read_catalog
from mkdocs_journeys.load.collector import no_search_for_circles
from mkdocs_journeys.printable import printable

SCHEMA_VERSION = 1
"""Goes up when a key changes its meaning or is taken away, not when one is added."""

EVERYBODY = "All maps"
NOBODY = "Nobody"

COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("Journeys", "journeys", ""),
    ("Stages", "stages", ""),
    ("Steps", "steps", ""),
    ("Claims with evidence", "claims_with_evidence", "claims"),
    ("Moments rated", "moments_rated", "moments"),
    ("Pain points scored", "pain_points_scored", "pain_points"),
    ("Pain points answered", "pain_points_answered", "pain_points"),
    ("Quotes with consent", "quotes_consented", "quotes"),
    ("Reviews due", "reviews_due", "journeys"),
    ("Never reviewed", "never_reviewed", "journeys"),
)
"""What is told: its title, the count, and what it is a part of, nothing for a plain count."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one owner's maps, or of all."""

    owner: str
    coverage: Coverage


@click.command(short_help="Tell how much of the handbook is covered.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "csv")),
    default="text",
    show_default=True,
    help="How figures are written.",
)
@as_of_option
@maps_option
@debug_option
@no_search_for_circles()
def stats(form: str, day: str, maps: str) -> None:
    """Count what the maps say: stages, steps, claims with evidence, and what is still open.

    For all maps and for each owner; maps that are retired do not count.
    """
    catalog = read_catalog(maps, day_of(day))
    told = [Told(EVERYBODY, coverage(catalog))]
    told += [Told(owner or NOBODY, one) for owner, one in coverage_by_owner(catalog)]
    if form == "json":
        click.echo(_as_json(catalog), nl=False)
    elif form == "csv":
        click.echo(_as_csv(told), nl=False)
    elif Look.of_terminal().sources:
        _show(told, colour=Look.of_terminal().colour)
    else:
        click.echo(_as_text(told), nl=False)


def share(part: int, whole: int) -> str:
    """Give a part of a whole as people read it: `12 of 16 (75 %)`; a dash where there is none."""
    return f"{part:,} of {whole:,} ({part * 100 // whole} %)" if whole else "–"


def _cell(coverage: Coverage, part: str, whole: str) -> str:
    count = int(getattr(coverage, part))
    return share(count, int(getattr(coverage, whole))) if whole else f"{count:,}"


def _as_text(told: list[Told]) -> str:
    """Give one block for each owner, a figure a line: wide tables break where mail does."""
    width = max(len(title) for title, _, _ in COLUMNS)
    blocks = []
    for one in told:
        lines = [f"  {title:{width}}  {_cell(one.coverage, *keys)}" for title, *keys in COLUMNS]
        blocks.append("\n".join([printable(one.owner), *lines]))
    return "\n\n".join(blocks) + "\n"


def _show(told: list[Told], *, colour: bool) -> None:
    # Only here: nobody else needs to load what draws tables.
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("")
    for title, *_ in COLUMNS:
        table.add_column(title, justify="right")
    for one in told:
        cells = [_cell(one.coverage, *keys).partition(" (")[0] for _, *keys in COLUMNS]
        table.add_row(Text(printable(one.owner)), *cells)
    Console(no_color=not colour, highlight=False).print(table)


def _as_csv(told: list[Told]) -> str:
    text = io.StringIO()
    # All words in quotes: else a lone carriage return in one would end its row for a spreadsheet.
    writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(["owner", *asdict(Coverage())])
    for one in told:
        writer.writerow([_as_cell(one.owner), *asdict(one.coverage).values()])
    return text.getvalue()


def _as_cell(text: str) -> str:
    """Keep a spreadsheet from taking a name for a formula; some read full-width signs as signs."""
    signs = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
    return f"'{text}" if text.startswith(signs) else text


def _as_json(catalog: Catalog) -> str:
    document: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "as_of": catalog.today.isoformat(),
        "all": asdict(coverage(catalog)),
        "by_owner": [{"owner": owner, **asdict(one)} for owner, one in coverage_by_owner(catalog)],
    }
    return as_json(document)
