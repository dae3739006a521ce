"""From a catalog to all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.all import BY_NAME, RULES
from mkdocs_journeys.rules.allowing import not_allowed
from mkdocs_journeys.rules.chosen import ALL_RULES, Chosen
from mkdocs_journeys.rules.discreet import discreet
from mkdocs_journeys.rules.levels import Levels, unknown_names


def judge(
    catalog: Catalog,
    docs_problems: Iterable[Problem] = (),
    chosen: Chosen = ALL_RULES,
) -> tuple[Problem, ...]:
    """Give every finding of a handbook with its level, sorted by place.

    ``docs_problems`` are those of hand-written pages. What the settings switch off, what was not
    chosen and what a comment in the maps allows is left out, and where handbook.yml cannot be
    read, what it may say otherwise. No message repeats what gives
    somebody away.
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
    told = discreet(not_allowed(found, catalog.loaded.allowances), catalog)
    for problem in _known_for_sure(told, catalog):
        if level := levels.of(problem):
            judged.append(problem if problem.level == level else replace(problem, level=level))
    return tuple(sorted(judged, key=lambda problem: (problem.place, problem.rule, problem.what)))


def _known_for_sure(found: Iterable[Problem], catalog: Catalog) -> Iterator[Problem]:
    """Leave out what depends on settings that cannot be read, or may be switched off there."""
    said = catalog.loaded.unread_settings
    for problem in found:
        rule = BY_NAME[problem.rule]
        is_open = rule.needs_settings or (said and rule.group != "reading" and rule.name in said)
        if said is None or not is_open:
            yield problem


def _found(catalog: Catalog) -> Iterable[Problem]:
    for rule in RULES:
        try:
            yield from rule.find(catalog)
        except Exception as error:
            error.add_note(f"while looking for {rule.name}")
            raise
