"""Stages that come, go, move, split and merge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.change_kind import ChangeKind
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.map_pair import MapPair
from mkdocs_journeys.changes.moved import moved
from mkdocs_journeys.changes.shown import counted, listed
from mkdocs_journeys.changes.sides import Both, Pair, Side, is_implied
from mkdocs_journeys.changes.splits import Split, explained, merges, splits
from mkdocs_journeys.changes.things import level_of_loss, pointing, still_pointed_at
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.step import Stage

ARROW = " → "
"""What stands between the stages of a journey in order."""


class StageAdded(ChangeKind):
    """Says that a journey has a new stage.

    ## Why it matters
    The company claims that customers go through a part which nobody knew of.

    ## Level
    Significant.
    """

    name = "stage-added"
    level = "significant"
    mirror = "stage-removed"
    tells = ((Journey, "stages"), (Journey, "steps"), (Stage, "steps"))

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the stages that are in head only, but for the parts of one that was split."""
        for side in _alone(comparison, of_head=True):
            yield self.change(
                comparison,
                Both(base=None, head=side),
                f"The stage “{side.title}” is new{_with_steps(side)}",
                after=side.title,
            )


class StageRemoved(ChangeKind):
    """Says that a stage of a journey is gone, with the steps that stood in it.

    ## Why it matters
    A part of what customers go through is no longer looked at.

    ## Level
    Significant. Breaking when something else in head, that is no draft, still points at it.
    """

    name = "stage-removed"
    level = "significant"
    mirror = "stage-added"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the stages that are in base only, but for those that were merged."""
        for side in _alone(comparison, of_head=False):
            pointed = still_pointed_at(comparison, side)
            yield self.change(
                comparison,
                Both(base=side, head=None),
                f"The stage “{side.title}” was removed{_with_steps(side)}{pointed}",
                before=side.title,
                level=level_of_loss(comparison, side),
            )


class StagesMoved(ChangeKind):
    """Says that stages of a journey stand in another order.

    ## Why it matters
    Customers are said to go another way.

    ## Level
    Significant. Only the stages that really moved are named: the others kept their order.
    """

    name = "stages-moved"
    level = "significant"
    mirror = "stages-moved"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the order of the stages that are on both sides."""
        for pair in comparison.maps:
            both = [one for one in pair.stages if isinstance(one, Pair)]
            found = moved(both)
            if not found:
                continue
            in_base = sorted(both, key=lambda one: one.base.number)
            in_head = sorted(both, key=lambda one: one.head.number)
            names = tuple(f"“{one.title}”" for one in found)
            what = "The stage" if len(found) == 1 else "The stages"
            yield self.change(
                comparison,
                pair.journey,
                f"{what} {listed(names)} moved{_to(found, in_head)}",
                before=ARROW.join(one.base.title for one in in_base),
                after=ARROW.join(one.head.title for one in in_head),
                fields=("stages", *sorted(one.head.name for one in found)),
                base=min(found, key=lambda one: one.base.number).base.place,
                head=min(found, key=lambda one: one.head.number).head.place,
            )


class StageSplit(ChangeKind):
    """Says that a stage was probably split: its steps stand in several stages now.

    ## Why it matters
    Old links to the stage lead to a part of it only.

    ## Level
    Significant.
    """

    name = "stage-split"
    level = "significant"
    mirror = "stage-merged"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at where the steps of each stage went."""
        for pair in comparison.maps:
            for one in splits(pair):
                yield _reshaped(self, comparison, one, base=one.whole, head=_same(pair, one, True))


class StageMerged(ChangeKind):
    """Says that stages were probably merged: their steps stand in one stage now.

    ## Why it matters
    The pages of the stages that are gone lead nowhere.

    ## Level
    Significant. Breaking when something else in head, that is no draft, still points at one that
    is gone.
    """

    name = "stage-merged"
    level = "significant"
    mirror = "stage-split"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at where the steps of each stage came from."""
        for pair in comparison.maps:
            for one in merges(pair):
                yield _reshaped(self, comparison, one, base=_same(pair, one, False), head=one.whole)


def _reshaped(
    kind: ChangeKind,
    comparison: Comparison,
    one: Split,
    *,
    base: Side[Stage] | None,
    head: Side[Stage] | None,
) -> Change:
    parts = tuple(side.title for side in one.parts)
    quoted = listed(tuple(f"“{title}”" for title in parts))
    is_split = kind.name == "stage-split"
    before, after = one.whole.title, listed(parts)
    what = f"The stage “{one.whole.title}” was probably split into {quoted}"
    if not is_split:
        before, after = after, before
        what = f"The stages {quoted} were probably merged into “{one.whole.title}”"
    # Where the one stage has no match of its own, its first part stands for it.
    first = one.parts[0]
    is_breaking = not is_split and any(pointing(comparison, part) for part in one.parts)
    return kind.change(
        comparison,
        Both(
            base=base or (None if is_split else first), head=head or (first if is_split else None)
        ),
        what,
        before=before,
        after=after,
        level="breaking" if is_breaking else None,
    )


def _same(pair: MapPair, one: Split, is_split: bool) -> Side[Stage] | None:
    """Give the stage on the other side that is the same as the one that was split or merged."""
    for both in pair.stages:
        if (both.base if is_split else both.head) is one.whole:
            return both.head if is_split else both.base
    return None


def _alone(comparison: Comparison, *, of_head: bool) -> Iterator[Side[Stage]]:
    for pair in comparison.maps:
        told = explained(pair)
        for one in pair.stages:
            side = one.head if of_head else one.base
            if not isinstance(one, Pair) and side and side.key not in told and not is_implied(side):
                yield side


def _with_steps(side: Side[Stage]) -> str:
    steps = len(side.thing.steps)
    return f", with {counted(steps, 'step')}" if steps else ""


def _to(found: tuple[Pair[Stage], ...], order: list[Pair[Stage]]) -> str:
    """Say where the only stage that moved stands now; nothing for several."""
    if len(found) > 1:
        return ""
    here = order.index(found[0])
    return f", it comes after “{order[here - 1].title}” now" if here else ", it comes first now"
