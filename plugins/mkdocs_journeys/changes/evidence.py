"""What claims rest on."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.change_kind import FieldChange, of_thing
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.differences import Difference
from mkdocs_journeys.changes.shown import counted
from mkdocs_journeys.changes.sides import Both, Side
from mkdocs_journeys.changes.things import level_of_loss
from mkdocs_journeys.model.evidence import Evidence


class EvidenceRemoved(FieldChange):
    """Says that evidence is gone, and how many claims lose their support.

    A piece of evidence that is gone from the handbook is told once for all claims that leaned on
    it; one that only a single claim no longer mentions, at that claim.

    ## Why it matters
    What was heard, seen or counted is an assumption again.

    ## Level
    Significant. Breaking when something else in head, that is no draft, still points at evidence
    that is gone.
    """

    name = "evidence-removed"
    level = "significant"
    mirror = "evidence-added"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the evidence that is in base only, and at what each claim mentions."""
        for side in comparison.removed(Evidence):
            claims = _claims(side)
            lose = "loses its support" if claims == 1 else "lose their support"
            yield self.change(
                comparison,
                Both(base=side, head=None),
                f"The evidence was removed; {counted(claims, 'claim')} {lose}",
                before=side.title,
                level=level_of_loss(comparison, side),
            )
        for one in _at_claims(comparison):
            if not one.after:
                what = f"“{one.before}” no longer supports {_claim(one)}"
                yield self.changed(comparison, one, what)


class EvidenceAdded(FieldChange):
    """Says that evidence came, and which claims rest on it.

    ## Why it matters
    What was an assumption is known.

    ## Level
    Minor.
    """

    name = "evidence-added"
    level = "minor"
    mirror = "evidence-removed"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the evidence that is in head only, and at what each claim mentions."""
        for side in comparison.added(Evidence):
            claims = _claims(side)
            rest = "rests on it" if claims == 1 else "rest on it"
            yield self.change(
                comparison,
                Both(base=None, head=side),
                f"The evidence is new; {counted(claims, 'claim')} {rest}",
                after=side.title,
            )
        for one in _at_claims(comparison):
            if one.after:
                yield self.changed(comparison, one, f"“{one.after}” now supports {_claim(one)}")


def _claims(side: Side[Evidence]) -> int:
    uses = side.catalog.used_by(side.key)
    return sum(1 for use in uses if use.field == "evidence" and use.home != side.key)


def _at_claims(comparison: Comparison) -> Iterable[Difference]:
    """Give what single claims gained or lost, but for evidence that came or went itself."""
    new = {side.title for side in comparison.added(Evidence)}
    gone = {side.title for side in comparison.removed(Evidence)}
    for one in comparison.differences:
        if one.sort == "evidence" and one.before not in gone and one.after not in new:
            yield one


def _claim(one: Difference) -> str:
    if not one.label:
        return f"the {one.pair.head.thing.noun}{of_thing(one.pair).removeprefix(' of')}"
    return f"the {one.label}{of_thing(one.pair)}"
