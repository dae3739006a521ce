"""Moments of truth, and how well they are handled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.gathered import HANDLINGS
from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.change_kind import ChangeKind
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.shown import choice
from mkdocs_journeys.changes.sides import Pair
from mkdocs_journeys.model.step import Experience, MomentOfTruth


class MomentAdded(ChangeKind):
    """Says that a step or stage is a moment of truth now.

    ## Why it matters
    The company says: here the customer decides whether she trusts us.

    ## Level
    Significant.
    """

    name = "moment-added"
    level = "significant"
    mirror = "moment-removed"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at parts that are on both sides; one that is new tells of its moment itself."""
        for part in comparison.parts:
            moment = part.head.thing.moment_of_truth
            if moment and not part.base.thing.moment_of_truth:
                yield self.change(
                    comparison,
                    part,
                    f"{part.title} is a moment of truth now{_question(moment)}",
                    after=moment.question or "Moment of truth",
                    fields=("moment_of_truth",),
                    head=moment.spot.of("question", "handling"),
                )


class MomentRemoved(ChangeKind):
    """Says that a step or stage is no moment of truth any more.

    ## Why it matters
    What decided about trust is a step like any other: nobody looks there first.

    ## Level
    Significant.
    """

    name = "moment-removed"
    level = "significant"
    mirror = "moment-added"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at parts that are on both sides; one that is gone tells of its moment itself."""
        for part in comparison.parts:
            moment = part.base.thing.moment_of_truth
            if moment and not part.head.thing.moment_of_truth:
                yield self.change(
                    comparison,
                    part,
                    f"{part.title} is no moment of truth any more{_question(moment)}",
                    before=moment.question or "Moment of truth",
                    fields=("moment_of_truth",),
                    base=moment.spot.of("question", "handling"),
                )


class HandlingChanged(ChangeKind):
    """Says that a moment of truth is handled better or worse than before.

    ## Why it matters
    It is the verdict of the company about itself where it counts most.

    ## Level
    Significant.
    """

    name = "handling-changed"
    level = "significant"
    mirror = "handling-changed"
    tells = ((Experience, "moment_of_truth"),)

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the moments of truth that are on both sides."""
        for part, before, after in _moments(comparison):
            if before.handling == after.handling:
                continue
            was, now = choice(before.handling), choice(after.handling)
            yield self.change(
                comparison,
                part,
                f"The moment of truth at “{part.title}” {_way(before, after)},"
                f" {was or 'not rated'} → {now or 'not rated'}",
                before=was,
                after=now,
                fields=("moment_of_truth", "handling"),
                base=before.spot.of("handling", "question"),
                head=after.spot.of("handling", "question"),
            )


def _moments(
    comparison: Comparison,
) -> Iterator[tuple[Pair[Experience], MomentOfTruth, MomentOfTruth]]:
    for part in comparison.parts:
        before, after = part.base.thing.moment_of_truth, part.head.thing.moment_of_truth
        if before and after:
            yield part, before, after


def _way(before: MomentOfTruth, after: MomentOfTruth) -> str:
    if before.handling is None:
        return "is rated now"
    if after.handling is None:
        return "is no longer rated"
    better = HANDLINGS.index(after.handling) > HANDLINGS.index(before.handling)
    return f"is handled {'better' if better else 'worse'}"


def _question(moment: MomentOfTruth) -> str:
    return f", “{moment.question}”" if moment.question else ""
