"""What no other change tells of: other words, and other details."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.change_kind import FieldChange, of_thing, say
from mkdocs_journeys.changes.comparison import Comparison


class WordingChanged(FieldChange):
    """Says that a text says the same in other words.

    Only texts whose figures are the same: `3 days` that become `30 days` are a changed detail.
    A title, a trait of a persona or a metric's formula has a change of its own.

    ## Why it matters
    It can be read past, unless somebody quoted the old words.

    ## Level
    Editorial.
    """

    name = "wording-changed"
    level = "editorial"
    mirror = "wording-changed"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at all texts that are on both sides."""
        for one in comparison.differences:
            if one.sort == "wording" and not one.is_named:
                what = f"The {one.label}{of_thing(one.pair)} is worded differently"
                yield self.changed(comparison, one, what)


class DetailChanged(FieldChange):
    """Says that something else is different that readers can see.

    A time, a tag, a thought, a way onwards: all fields that no other change tells of.

    ## Why it matters
    Whoever knew the page finds something else there.

    ## Level
    Minor.
    """

    name = "detail-changed"
    level = "minor"
    mirror = "detail-changed"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at all fields without a change of their own."""
        for one in comparison.differences:
            if one.sort == "detail" and not one.is_named:
                yield self.changed(comparison, one, say(one))
