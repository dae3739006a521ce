"""Real folders of maps for tests: files in, and what the program says of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from textwrap import dedent

from mkdocs_journeys.catalog.audience import shown_of
from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.cli.formats import text
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.problems import Problem

TODAY = date(2026, 11, 21)


def write_maps(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files below ``folder/maps``, texts without their common indentation."""
    for name, content in files.items():
        path = folder / "maps" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(content), encoding="utf-8")
    return folder / "maps"


def catalog_of(folder: Path, files: Mapping[str, str] | None = None) -> Catalog:
    """Write files below ``folder/maps`` and look up all that may be shown of them."""
    return shown_of(look_up(load(write_maps(folder, files or {}), "maps"), TODAY))


def as_text(problems: Iterable[Problem]) -> str:
    """Give findings as `journeys check` prints them where there is no terminal."""
    return text.write(tuple(problems), Look(sources=False, colour=False))
