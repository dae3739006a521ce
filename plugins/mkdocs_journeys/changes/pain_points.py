"""What hurts: pain points that come and go, and how much they hurt."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.change_kind import ChangeKind
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.map_pair import MapPair
from mkdocs_journeys.changes.sides import Both, Pair, Side, told_apart
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.step import Experience


class PainPointRemoved(ChangeKind):
    """Says that a pain point is gone from a step or stage that is still there.

    Those of a step that is gone are told with it.

    ## Why it matters
    Solved is a status of its opportunity, not a deletion: what is deleted cannot be learned from,
    and nobody sees whether it comes back.

    ## Level
    Significant.
    """

    name = "pain-point-removed"
    level = "significant"
    mirror = "pain-point-added"
    tells = ((Experience, "pain_points"),)

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the pain points that are in base only."""
        for pair in comparison.maps:
            kept = {id(one.base) for one in (*pair.stages, *pair.steps) if one.base and one.head}
            for one in pair.pain_points:
                if one.head is None and one.base and id(one.base.parent) in kept:
                    yield self.change(
                        comparison,
                        one,
                        f"The pain point “{one.title}” was removed{_at(one.base)}",
                        before=one.title,
                    )


class PainPointAdded(ChangeKind):
    """Says that a step or stage has a new pain point.

    Those of a step that is new are told with it.

    ## Why it matters
    Somebody has seen where it hurts.

    ## Level
    Minor.
    """

    name = "pain-point-added"
    level = "minor"
    mirror = "pain-point-removed"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the pain points that are in head only."""
        for pair in comparison.maps:
            kept = {id(one.head) for one in (*pair.stages, *pair.steps) if one.base and one.head}
            for one in pair.pain_points:
                if one.base is None and one.head and id(one.head.parent) in kept:
                    yield self.change(
                        comparison,
                        one,
                        f"The pain point “{one.title}” is new{_at(one.head)}",
                        after=one.title,
                    )


class PainPointMoved(ChangeKind):
    """Says that a pain point stands at another step or stage.

    ## Why it matters
    It is looked for, and mended, where it stands.

    ## Level
    Minor: its address is the same.
    """

    name = "pain-point-moved"
    level = "minor"
    mirror = "pain-point-moved"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the pain points that are on both sides."""
        for pair in comparison.maps:
            for one in pair.pain_points:
                if not isinstance(one, Pair) or _stays(one, pair):
                    continue
                was, now = told_apart(one.base.parent, one.head.parent)
                yield self.change(
                    comparison,
                    one,
                    f"The pain point “{one.title}” moved from “{was}” to “{now}”",
                    before=was,
                    after=now,
                )


class SeverityChanged(ChangeKind):
    """Says that a pain point hurts more or less than before.

    ## Why it matters
    The worst pain points are looked at first.

    ## Level
    Significant.
    """

    name = "severity-changed"
    level = "significant"
    mirror = "severity-changed"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the pain points that are on both sides."""
        for one in comparison.pain_points:
            before, after = one.base.thing.severity, one.head.thing.severity
            ranks = before.rank if before else 0, after.rank if after else 0
            if ranks[0] != ranks[1]:
                was, now = before.word if before else "", after.word if after else ""
                way = _way(ranks, "hurts more", "hurts less", "has a severity", "lost its severity")
                yield self.change(
                    comparison,
                    one,
                    f"The pain point “{one.title}” {way}, {was or 'none'} → {now or 'none'}",
                    before=was,
                    after=now,
                    fields=("severity",),
                )


class FrequencyChanged(ChangeKind):
    """Says that a pain point is met more or less often than before.

    ## Why it matters
    What happens often is looked at before what happens rarely.

    ## Level
    Significant.
    """

    name = "frequency-changed"
    level = "significant"
    mirror = "frequency-changed"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the pain points that are on both sides."""
        for one in comparison.pain_points:
            before, after = one.base.thing.frequency, one.head.thing.frequency
            ranks = before.rank if before else 0, after.rank if after else 0
            if ranks[0] != ranks[1]:
                was, now = before.word if before else "", after.word if after else ""
                way = _way(
                    ranks,
                    "is met more often",
                    "is met less often",
                    "has a frequency",
                    "lost its frequency",
                )
                yield self.change(
                    comparison,
                    one,
                    f"The pain point “{one.title}” {way}, {was or 'none'} → {now or 'none'}",
                    before=was,
                    after=now,
                    fields=("frequency",),
                )


def _way(ranks: tuple[int, int], more: str, less: str, given: str, lost: str) -> str:
    before, after = ranks
    if not before:
        return given
    if not after:
        return lost
    return more if after > before else less


def _at(side: Side[PainPoint]) -> str:
    return f" at “{side.parent.title}”" if side.parent else ""


def _stays(one: Pair[PainPoint], pair: MapPair) -> bool:
    """Tell whether a pain point stands at the same step or stage on both sides."""
    parts: tuple[Both[Experience], ...] = (*pair.stages, *pair.steps)
    return any(part.base is one.base.parent and part.head is one.head.parent for part in parts)
