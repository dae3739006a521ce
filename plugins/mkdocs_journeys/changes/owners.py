"""Who answers for things, and when they were last looked at."""

from __future__ import annotations

from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.change_kind import FieldChange
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.differences import Difference
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.improvement import Initiative
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.model.step import Experience


class OwnerChanged(FieldChange):
    """Says that another team answers for a map, a stage, a step or any other thing.

    The owner of an initiative has a change of its own.

    ## Why it matters
    Questions, and the next review, go to somebody else.

    ## Level
    Significant.
    """

    name = "owner-changed"
    level = "significant"
    mirror = "owner-changed"
    names = ((Entry, "owner"), (Experience, "owner"))

    def tell(self, comparison: Comparison, one: Difference) -> Change | None:
        """Leave out initiatives."""
        if isinstance(one.pair.head.thing, Initiative):
            return None
        return super().tell(comparison, one)


class ReviewDateChanged(FieldChange):
    """Says that a journey or persona was reviewed, or is to be reviewed in another rhythm.

    ## Why it matters
    It says until when the map may be trusted without looking.

    ## Level
    Minor.
    """

    name = "review-date-changed"
    level = "minor"
    mirror = "review-date-changed"
    names = (
        (Journey, "reviewed"),
        (Journey, "review_every"),
        (Persona, "reviewed"),
        (Persona, "review_every"),
    )

    def tell(self, comparison: Comparison, one: Difference) -> Change | None:
        """Say when it was, or how often it shall be."""
        what = "was last reviewed on" if one.fields == ("reviewed",) else "is to be reviewed every"
        after, before = one.after or "no day", one.before or "none"
        if one.fields != ("reviewed",):
            after = one.after or "time that the handbook says"
        noun = one.pair.head.thing.noun
        return self.changed(comparison, one, f"The {noun} {what} {after}, before: {before}")
