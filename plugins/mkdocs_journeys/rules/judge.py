"""From a catalog to all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.all import RULES
from mkdocs_journeys.rules.allowing import not_allowed
from mkdocs_journeys.rules.chosen import ALL_RULES, Chosen
from mkdocs_journeys.rules.levels import Levels, unknown_names


def judge(
    catalog: Catalog,
    docs_problems: Iterable[Problem] = (),
    chosen: Chosen = ALL_RULES,
) -> tuple[Problem, ...]:
    """Give every finding of a handbook with its level, sorted by place.

    ``docs_problems`` are those of hand-written pages. What the settings switch off, what was not
    chosen and what a comment in the maps allows is left out.
    """
    levels = Levels(catalog.settings, catalog.loaded.folder, chosen)
    found = (
        *catalog.loaded.problems,
        *catalog.problems,
        *docs_problems,
        *unknown_names(catalog.settings),
        *_found(catalog),
    )
    judged = []
    for problem in not_allowed(found, catalog.loaded.allowances):
        if level := levels.of(problem):
            judged.append(problem if problem.level == level else replace(problem, level=level))
    return tuple(sorted(judged, key=lambda problem: (problem.place, problem.rule, problem.what)))


def _found(catalog: Catalog) -> Iterable[Problem]:
    for rule in RULES:
        try:
            yield from rule.find(catalog)
        except Exception as error:
            error.add_note(f"while looking for {rule.name}")
            raise
