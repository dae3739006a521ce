"""The table of contents of the formats."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mkdocs_journeys.cli.formats import github, json, text
from mkdocs_journeys.cli.formats.text import Look
from mkdocs_journeys.problems import Problem

FORMATS: dict[str, Callable[[Sequence[Problem], Look], str]] = {
    "text": text.write,
    "github": github.write,
    "json": json.write,
}
"""Each gives the whole report, which ends with a line end or is empty."""
