"""The table of contents of the formats."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mkdocs_journeys.cli.formats import (
    concise,
    github,
    gitlab,
    html,
    json,
    junit,
    markdown,
    rdjson,
    sarif,
    text,
)
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.problems import Problem

FORMATS: dict[str, Callable[[Sequence[Problem], Look], str]] = {
    "text": text.write,
    "concise": concise.write,
    "github": github.write,
    "gitlab": gitlab.write,
    "sarif": sarif.write,
    "rdjson": rdjson.write,
    "junit": junit.write,
    "json": json.write,
    "markdown": markdown.write,
    "html": html.write,
}
"""Each gives the whole report, which ends with a line end or is empty."""
