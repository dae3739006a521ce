"""Findings that repeat what an author wrote, without what gives somebody away in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.writing import sources
from mkdocs_journeys.problems import Problem


def discreet(problems: Iterable[Problem], catalog: Catalog) -> Iterator[Problem]:
    """Say the sort of each address, number and key in the messages, in the place of itself.

    ``personal-data`` finds where they stand; a label that is an e-mail address comes up in
    ``not-in-registry`` and others too. Findings that held one are private from then on.
    """
    may_be_private = bool(sources(catalog, "private"))
    for problem in problems:
        if problem.is_private or not (may_be_private or "@" in problem.what):
            yield problem
        else:
            yield _masked(problem, catalog.settings.language)


def _masked(problem: Problem, language: str) -> Problem:
    # Here, because its patterns take 25 ms to set up and most handbooks need none of them.
    from mkdocs_journeys.catalog.personal_data import masked

    what, mend = masked(problem.what, language), masked(problem.mend, language)
    if (what, mend) == (problem.what, problem.mend):
        return problem
    return replace(problem, what=what, mend=mend, is_private=True)
