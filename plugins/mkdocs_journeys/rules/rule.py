"""What a rule is: a name for something that is wrong, how bad it is, and how to find it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal, get_args

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.load.source import Source
from mkdocs_journeys.model.handbook import RuleSetting
from mkdocs_journeys.problems import Edit, Level, Place, Problem

Group = Literal[
    "reading",
    "links",
    "structure",
    "governance",
    "experience",
    "evidence",
    "improvement",
    "measures",
    "words-and-privacy",
]
GROUPS: tuple[str, ...] = get_args(Group)
"""The groups in the order of the reference; settings may name a group instead of a rule."""


class Rule:
    """One thing that may be wrong. Its class docstring is its page in the reference.

    The page has a fixed form: one sentence on what it finds, then ``## Why it matters to the
    customer``, ``## Example``, ``## Write instead`` and, where it has any, ``## Options``.
    Every example names its file in a comment on the first line; a test runs them all.
    """

    name: ClassVar[str]
    """What is wrong, in kebab-case; never used again for anything else."""
    group: ClassVar[Group]
    needs_settings: ClassVar[bool] = False
    """Whether it finds other things where handbook.yml cannot be read."""
    level: ClassVar[Level]
    """How bad it is where the settings say nothing else."""

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look for it everywhere; nothing for a rule that is found while reading."""
        return ()

    def setting(self, catalog: Catalog) -> RuleSetting:
        """Give what ``rules:`` in handbook.yml says of this rule; one that says nothing if so."""
        return catalog.settings.rules.get(self.name) or RuleSetting()

    def edits(self, problem: Problem, source: Source, catalog: Catalog) -> tuple[Edit, ...]:
        """Give the edits that mend a finding of this rule; none where that takes a person.

        ``source`` is the file of the finding. A word that takes the place of another keeps the
        quotes of that one.
        """
        exact = tuple(source.in_same_quotes(edit) for edit in problem.fixes)
        return tuple(edit for edit in exact if edit) if all(exact) else ()

    def problem(
        self, place: Place, what: str, mend: str, *, also: tuple[Place, ...] = ()
    ) -> Problem:
        """Give a finding of this rule; ``also`` are other places that ``what`` speaks of."""
        return Problem(
            place=place, rule=self.name, what=what, mend=mend, level=self.level, also=also
        )
