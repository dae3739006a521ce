"""What things are called."""

from __future__ import annotations

from mkdocs_journeys.catalog.nouns import NOUNS
from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.change_kind import FieldChange
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.differences import Difference
from mkdocs_journeys.changes.sides import is_implied
from mkdocs_journeys.model.entry import Actor, Titled
from mkdocs_journeys.model.journey import Hypothesis, Objective
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.step import Experience


class TitleChanged(FieldChange):
    """Says that a thing has another title or name.

    ## Why it matters
    People know it, and look for it, by the old one.

    ## Level
    Minor.
    """

    name = "title-changed"
    level = "minor"
    mirror = "title-changed"
    names = (
        (Titled, "title"),
        (Actor, "name"),
        (Experience, "title"),
        (PainPoint, "title"),
        (Objective, "title"),
        (Hypothesis, "title"),
    )

    def tell(self, comparison: Comparison, one: Difference) -> Change | None:
        """Say what it was called; not for a stage that an author never wrote."""
        if is_implied(one.pair.base) or is_implied(one.pair.head):
            return None
        side = one.pair.head
        what = "The name" if "name" in one.fields else "The title"
        if side.key != side.home.key:
            what += f" of a {NOUNS[side.key.kind]}"
        return self.changed(
            comparison, one, f"{what} changed, “{one.pair.base.title}” → “{side.title}”"
        )
