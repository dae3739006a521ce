"""The table of contents of the formats of changes."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs_journeys.cli.diff_formats import html, json, markdown, text
from mkdocs_journeys.cli.diff_formats.annotated import annotated
from mkdocs_journeys.cli.diff_formats.report import Report
from mkdocs_journeys.cli.formats import concise, github, gitlab, junit, rdjson
from mkdocs_journeys.cli.formats.look import Look

DIFF_FORMATS: dict[str, Callable[[Report, Look], str]] = {
    "text": text.write,
    "concise": annotated(concise.write),
    "github": annotated(github.write),
    "gitlab": annotated(gitlab.write),
    "rdjson": annotated(rdjson.write),
    "junit": annotated(junit.write),
    "json": json.write,
    "markdown": markdown.write,
    "html": html.write,
}
"""Each gives the whole report, which ends with a line end or is empty."""
