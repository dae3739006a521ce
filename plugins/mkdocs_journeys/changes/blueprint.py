"""What happens behind a step."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.change_kind import ChangeKind
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.meaning import unequal
from mkdocs_journeys.changes.shown import in_full, listed
from mkdocs_journeys.model.blueprint import Blueprint
from mkdocs_journeys.model.step import Experience

LANES = ("physical_evidence", "frontstage", "backstage", "support", "fail_points")


class BlueprintChanged(ChangeKind):
    """Says that something else happens behind a step, and in which lanes.

    ## Why it matters
    Other people and systems have to do something else.

    ## Level
    Minor.
    """

    name = "blueprint-changed"
    level = "minor"
    mirror = "blueprint-changed"
    tells = ((Experience, "blueprint"),)

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at all lanes; a part tells once of all of them."""
        for part in comparison.parts:
            before = part.base.thing.blueprint or Blueprint()
            after = part.head.thing.blueprint or Blueprint()
            was: list[str] = []
            now: list[str] = []
            lanes: list[str] = []
            for lane in LANES:
                one, other = getattr(before, lane), getattr(after, lane)
                gone, new = unequal(one, other, comparison.names)
                if gone or new:
                    lanes.append(lane.replace("_", " "))
                    was.extend(in_full(item, comparison.base) for item in gone)
                    now.extend(in_full(item, comparison.head) for item in new)
            if lanes:
                yield self.change(
                    comparison,
                    part,
                    f"Something else happens behind “{part.title}”, in {listed(tuple(lanes))}",
                    before=", ".join(was),
                    after=", ".join(now),
                    fields=("blueprint",),
                )
