"""Findings in full: with edits that are exact, and with what they are about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.load.source import Source
from mkdocs_journeys.problems import Problem, Span
from mkdocs_journeys.rules.about import about
from mkdocs_journeys.rules.all import BY_NAME

NOWHERE = Span(0, 0, 0, 0)
"""In no field: what gives somebody away is called by its file, because words would repeat it."""


def in_full(
    problems: Iterable[Problem], catalog: Catalog, source_of: Callable[[str], Source | None]
) -> tuple[Problem, ...]:
    """Complete findings: their edits, and which thing and field each is about, by ids.

    Put off until somebody asks, because it reads each file once more. ``source_of`` gives a file
    by its name in places, None for one that is gone or no text.
    """
    full = []
    for problem in problems:
        source = source_of(problem.place.file)
        exact = source is not None and source.has_exact_places
        fixes = BY_NAME[problem.rule].edits(problem, source, catalog) if source and exact else ()
        place = problem.place._replace(span=NOWHERE) if problem.is_private else problem.place
        said = about(place, source, catalog.loaded.folder)
        full.append(replace(problem, fixes=fixes, about=said))
    return tuple(full)
