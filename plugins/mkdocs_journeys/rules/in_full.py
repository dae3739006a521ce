"""Findings in full: with edits that are exact, and with what they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.load.source import Source
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.about import about
from mkdocs_journeys.rules.all import BY_NAME


def in_full(
    problems: Iterable[Problem], catalog: Catalog, source_of: Callable[[str], Source | None]
) -> tuple[Problem, ...]:
    """Complete findings: their edits, and which thing and field each is about, by ids.

    What is private is told apart by its number, since words would repeat it: the second e-mail
    address in a field is another one than the first. Put off until somebody asks, because it
    reads each file once more. ``source_of`` gives a file by its name in places, None for one that
    is gone or no text.
    """
    full = []
    number: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        source = source_of(problem.place.file)
        exact = source is not None and source.has_exact_places
        fixes = BY_NAME[problem.rule].edits(problem, source, catalog) if source and exact else ()
        folder, is_private = catalog.loaded.folder, problem.is_private
        said = about(problem.place, source, folder, is_private=is_private)
        if is_private:
            number[problem.rule, said] += 1
            if (times := number[problem.rule, said]) > 1:
                said = f"{said}/{times}"
        full.append(replace(problem, fixes=fixes, about=said))
    return tuple(full)
