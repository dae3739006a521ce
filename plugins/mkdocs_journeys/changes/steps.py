"""Steps that come, go and move."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.change_kind import ChangeKind
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.map_pair import MapPair
from mkdocs_journeys.changes.moved import moved
from mkdocs_journeys.changes.shown import counted, listed
from mkdocs_journeys.changes.sides import Pair, Side, is_implied, told_apart
from mkdocs_journeys.changes.splits import merges, splits
from mkdocs_journeys.changes.things import level_of_loss, still_pointed_at
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import Experience, Step


class StepAdded(ChangeKind):
    """Says that a journey has a new step.

    The steps of a stage that is new are told with it.

    ## Why it matters
    Readers find one more thing that customers do or meet.

    ## Level
    Minor.
    """

    name = "step-added"
    level = "minor"
    mirror = "step-removed"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the steps that are in head only."""
        for pair in comparison.maps:
            for one in pair.steps:
                if one.base is None and one.head and _is_told_alone(one.head, pair):
                    yield self.change(
                        comparison,
                        one,
                        f"The step “{one.title}” is new{_in_stage(one.head)}{_with(one.head)}",
                        after=one.title,
                    )


class StepRemoved(ChangeKind):
    """Says that a step of a journey is gone, with all that it said.

    The steps of a stage that is gone are told with it.

    ## Why it matters
    With the step go its moment of truth and its pain points: what was never solved cannot be seen
    any more.

    ## Level
    Significant. Breaking when something else in head, that is no draft, still points at it.
    """

    name = "step-removed"
    level = "significant"
    mirror = "step-added"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the steps that are in base only."""
        for pair in comparison.maps:
            for one in pair.steps:
                if one.head is None and one.base and _is_told_alone(one.base, pair):
                    pointed = still_pointed_at(comparison, one.base)
                    yield self.change(
                        comparison,
                        one,
                        f"The step “{one.title}” was removed{_with(one.base)}{pointed}",
                        before=one.title,
                        level=level_of_loss(comparison, one.base),
                    )


class StepMoved(ChangeKind):
    """Says that a step stands in another stage, or elsewhere in its stage.

    ## Why it matters
    Customers are said to do it at another time.

    ## Level
    Significant. Only the steps that really moved are named: the others kept their order. What a
    split or a merge of stages took along has not moved.
    """

    name = "step-moved"
    level = "significant"
    mirror = "step-moved"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the steps that are on both sides."""
        for pair in comparison.maps:
            yield from self._between_stages(comparison, pair)
            yield from self._within_stages(comparison, pair)

    def _between_stages(self, comparison: Comparison, pair: MapPair) -> Iterator[Change]:
        taken_along = _taken_along(pair)
        for one, before, after in _placed(pair):
            if _is_same(pair, before, after) or (before.key, after.key) in taken_along:
                continue
            yield self.change(
                comparison,
                one,
                f"{one.title} moved from “{before.title}” to “{after.title}”",
                before=before.title,
                after=after.title,
            )

    def _within_stages(self, comparison: Comparison, pair: MapPair) -> Iterator[Change]:
        taken_along = _taken_along(pair)
        stages: dict[tuple[Key, Key], list[Pair[Step]]] = defaultdict(list)
        for one, before, after in _placed(pair):
            ways = (before.key, after.key)
            if _is_same(pair, before, after) or ways in taken_along:
                stages[ways].append(one)
        for together in stages.values():
            for one in moved(together):
                was, now = told_apart(
                    _before(one.base, [each.base for each in together]),
                    _before(one.head, [each.head for each in together]),
                )
                where = f"after “{now}”" if now else "first"
                yield self.change(
                    comparison,
                    one,
                    f"{one.title} moved, it comes {where} now",
                    before=was,
                    after=now,
                )


def _placed(
    pair: MapPair,
) -> Iterator[tuple[Pair[Step], Side[Experience], Side[Experience]]]:
    """Give the steps on both sides with their stages; not where nobody wrote the stage."""
    for one in pair.steps:
        if isinstance(one, Pair) and one.base.parent and one.head.parent:
            before, after = one.base.parent, one.head.parent
            if is_implied(before) == is_implied(after):
                yield one, before, after


def _is_same(pair: MapPair, before: Side[Experience], after: Side[Experience]) -> bool:
    # Not by their ids: a map with an id that stands twice is compared too.
    return any(stage.base is before and stage.head is after for stage in pair.stages)


def _taken_along(pair: MapPair) -> frozenset[tuple[Key, Key]]:
    """Give the stages, before and after, between which a split or a merge took steps along."""
    split = {(one.whole.key, part.key) for one in splits(pair) for part in one.parts}
    return frozenset(
        split | {(part.key, one.whole.key) for one in merges(pair) for part in one.parts}
    )


def _before(side: Side[Step], others: list[Side[Step]]) -> Side[Step] | None:
    """Give the step that comes before one; None for the first."""
    earlier = [other for other in others if other.number < side.number]
    return max(earlier, key=lambda other: other.number, default=None)


def _is_told_alone(side: Side[Step], pair: MapPair) -> bool:
    """Tell whether a step is worth a word beside its stage, which came or went with it."""
    stages = {id(one.base) for one in pair.stages if not one.head}
    stages |= {id(one.head) for one in pair.stages if not one.base}
    return id(side.parent) not in stages or side.parent is None or is_implied(side.parent)


def _in_stage(side: Side[Step]) -> str:
    return f" in “{side.parent.title}”" if side.parent and not is_implied(side.parent) else ""


def _with(side: Side[Step]) -> str:
    """Say what came or went with a step: its moment of truth and its pain points."""
    step = side.thing
    pains = counted(len(step.pain_points), "pain point") if step.pain_points else ""
    told = tuple(one for one in ("a moment of truth" * bool(step.moment_of_truth), pains) if one)
    return f", with {listed(told)}" if told else ""
