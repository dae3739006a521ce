"""What stands in one of a team's own rows, in words and with links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.language import spoken
from mkdocs_journeys.model.handbook import Row
from mkdocs_journeys.model.numbers import read_number
from mkdocs_journeys.pages.link import Link, link_to


def declared(catalog: Catalog, title: str) -> Row | None:
    """Give what handbook.yml says of a row, or None."""
    return next((row for row in catalog.settings.rows if row.title == title), None)


def in_row(catalog: Catalog, title: str, texts: Iterable[str]) -> tuple[Link, ...]:
    """Give the texts of a team's own row as they are printed.

    Those of a row of mentions lead to what they mean, those of a row of numbers have its unit.
    """
    keys = ((text, catalog.in_rows.get((title, text))) for text in texts)
    said = tuple(link_to(catalog, key) if key else Link(text=text) for text, key in keys)
    row = declared(catalog, title)
    if row is None or row.type not in {"number", "curve"}:
        return said
    return tuple(replace(one, text=as_number(one.text, row.unit or "")) for one in said)


def as_number(text: str, unit: str) -> str:
    """Print a number as it was typed, with a true minus sign and its unit; other words stay."""
    try:
        read_number(text)
    except ValueError:
        return text
    number = text.strip().replace("-", "\N{MINUS SIGN}").replace(".", spoken().decimal)
    return f"{number} {unit}".rstrip()
