"""What the rules on the size of a journey have in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.extent import beyond
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class ExtentRule(Rule):
    """Finds journeys with more steps than ``most``, or more ways than that many for a step."""

    most: ClassVar[int]
    ways_for_a_step: ClassVar[int]

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every map."""
        setting = self.setting(catalog).most
        most = max(1, int(setting.value)) if setting else self.most
        for journey in catalog.loaded.entries:
            if isinstance(journey, Journey):
                mend = f"Give a part of it a map of its own with `part_of: {journey.id}`."
                for place, what in beyond(journey, most, most * self.ways_for_a_step):
                    yield self.problem(place, what, mend)
