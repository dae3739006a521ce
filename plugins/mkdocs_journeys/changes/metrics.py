"""What metrics mean, what they shall be, and whether they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mkdocs_journeys.catalog.readings import Trend, trend_of
from mkdocs_journeys.changes.change import Change, ChangeLevel
from mkdocs_journeys.changes.change_kind import ChangeKind, of_thing
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.meaning import meaning
from mkdocs_journeys.changes.shown import counted, listed, number, shown
from mkdocs_journeys.changes.sides import Pair, Side
from mkdocs_journeys.model.journey import Objective
from mkdocs_journeys.model.metric import Measuring, Metric, Target
from mkdocs_journeys.model.numbers import read_number
from mkdocs_journeys.model.values import Day
from mkdocs_journeys.problems import Place

DEFINED_BY = ("unit", "direction", "formula", "scale")


class MetricRedefined(ChangeKind):
    """Says that a metric measures something else under the same id.

    Its unit, its direction, its formula, its scale or the wording of its question is not the same.

    ## Why it matters
    Values from before and after stand in one line, and every comparison between them is false.

    ## Level
    Breaking. Significant when a day is added to `series_break:` with it, because the line is cut
    there, or when a part of the definition is taken out. Minor when the definition says more than
    before and nothing else.
    """

    name = "metric-redefined"
    level = "breaking"
    mirror = "metric-redefined"
    tells = tuple((Metric, field) for field in DEFINED_BY)

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the definitions of the metrics on both sides."""
        for pair in comparison.pairs(Metric):
            fields = [name for name in DEFINED_BY if _differs(comparison, pair, name)]
            if not fields:
                continue
            words = listed(tuple(_word(pair, name) for name in fields))
            before = ", ".join(text for name in fields if (text := _said(pair.base, name)))
            after = ", ".join(text for name in fields if (text := _said(pair.head, name)))
            level, what = _level(pair, fields)
            base, head = _definition_places(pair, fields[0])
            yield self.change(
                comparison,
                pair,
                what.format(words),
                before=before,
                after=after,
                fields=(fields[0],),
                base=base,
                head=head,
                level=level,
            )


class TargetChanged(ChangeKind):
    """Says that the target of a metric or an objective is easier or harder to reach, or due.

    ## Why it matters
    It is what the company has promised to reach. A metric that says which way is better tells
    whether the promise has grown or shrunk.

    ## Level
    Significant.
    """

    name = "target-changed"
    level = "significant"
    mirror = "target-changed"
    tells = ((Metric, "target"), (Objective, "target"), (Objective, "due"))

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the targets of metrics and of objectives, and at the days they are due."""
        for pair in comparison.pairs(Metric):
            one, other = pair.base.thing.target, pair.head.thing.target
            before = number(one.value.text) if one else ""
            after = number(other.value.text) if other else ""
            yield from self._value(comparison, pair, before, after, pair.head.thing.direction)
            was, now = one.due if one else None, other.due if other else None
            yield from self._due(comparison, pair, was, now)
        for both in (one for maps in comparison.maps for one in maps.objectives):
            if isinstance(both, Pair):
                one, other = both.base.thing, both.head.thing
                key = comparison.head.meant(other.metric)
                metric = comparison.head.entry(Metric, key.id) if key else None
                way = metric.direction if metric else None
                yield from self._value(comparison, both, one.target or "", other.target or "", way)
                yield from self._due(comparison, both, one.due, other.due)

    def _value(
        self, comparison: Comparison, pair: Pair[Any], before: str, after: str, way: str | None
    ) -> Iterable[Change]:
        was, now = _figure(before), _figure(after)
        if before == after or (was is not None and was == now):
            return
        how = "changed"
        if was is not None and now is not None and way:
            how = "is harder" if (now > was) == (way == "up") else "is easier"
        yield self.change(
            comparison,
            pair,
            f"The target{of_thing(pair)} {how}, {before or 'none'} → {after or 'none'}",
            before=before,
            after=after,
            fields=("target",),
            base=_target_place(pair.base, "value"),
            head=_target_place(pair.head, "value"),
        )

    def _due(
        self, comparison: Comparison, pair: Pair[Any], before: Day | None, after: Day | None
    ) -> Iterable[Change]:
        if (before and before.last) == (after and after.last):
            return
        was, now = before.text if before else "", after.text if after else ""
        how = f"is due by {now} now" if after else f"is no longer due by {was}, nor by any day"
        if before and after:
            days = (after.last - before.last).days
            late = f"{counted(abs(days), 'day')} {'later' if days > 0 else 'earlier'}"
            how = f"is due {late}, {was} → {now}"
        yield self.change(
            comparison,
            pair,
            f"The target{of_thing(pair)} {how}",
            before=was,
            after=now,
            fields=("due",),
            base=_target_place(pair.base, "due"),
            head=_target_place(pair.head, "due"),
        )


class ThresholdCrossed(ChangeKind):
    """Says that the newest value of a metric has reached its target, or falls short of it now.

    ## Why it matters
    A promise is kept, or broken.

    ## Level
    Significant.
    """

    name = "threshold-crossed"
    level = "significant"
    mirror = "threshold-crossed"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the newest readings and the targets on both sides."""
        for pair in comparison.pairs(Metric):
            before = trend_of(comparison.base, pair.base.thing)
            after = trend_of(comparison.head, pair.head.thing)
            if before is None or after is None:
                continue
            if None in (before.has_arrived, after.has_arrived):
                continue
            if before.has_arrived == after.has_arrived:
                continue
            was, now = _newest(before, pair.base.thing), _newest(after, pair.head.thing)
            how = "has reached its target" if after.has_arrived else "falls short of its target now"
            yield self.change(
                comparison,
                pair,
                f"The metric {how}, {was} → {now}",
                before=was,
                after=now,
                fields=("readings",),
                base=before.newest.spot.of("value"),
                head=after.newest.spot.of("value"),
            )


def _differs(comparison: Comparison, pair: Pair[Metric], name: str) -> bool:
    before, after = getattr(pair.base.thing, name), getattr(pair.head.thing, name)
    names = comparison.names
    return meaning(before, names, comparison.base) != meaning(after, names, comparison.head)


def _word(pair: Pair[Metric], name: str) -> str:
    """Name a part of the definition; of a scale whose ends are the same, only the question."""
    before, after = pair.base.thing.scale, pair.head.thing.scale
    if name == "scale" and before and after and _ends(before) == _ends(after):
        return "question"
    return name


def _ends(scale: Measuring) -> tuple[float | None, float | None]:
    least, most = (end.value if end else None for end in (scale.least, scale.most))
    return least, most


def _said(side: Side[Metric], name: str) -> str:
    value = getattr(side.thing, name)
    if isinstance(value, Measuring):
        ends = " to ".join(number(end.text) for end in (value.least, value.most) if end)
        return ", ".join(text for text in (ends, value.question or "") if text)
    return shown(value, side.catalog)


def _level(pair: Pair[Metric], fields: list[str]) -> tuple[ChangeLevel | None, str]:
    """Say how much it matters, and in which words; None for as much as it can."""
    if all(getattr(pair.base.thing, name) is None for name in fields):
        return "minor", "The metric says its {} now"
    if all(getattr(pair.head.thing, name) is None for name in fields):
        return "significant", "The metric no longer says its {}"
    breaks = {day.first for day in pair.base.thing.series_break}
    if any(day.first not in breaks for day in pair.head.thing.series_break):
        return "significant", "The metric has another {}; the series is cut there"
    return None, "The metric has another {}; the series is not cut"


def _definition_places(pair: Pair[Metric], name: str) -> tuple[Place, Place]:
    before, after = pair.base.thing.scale, pair.head.thing.scale
    if name != "scale" or not before or not after:
        return pair.base.of(name), pair.head.of(name)
    parts = [
        part
        for part in ("least", "most", "question")
        if str(getattr(before, part)) != str(getattr(after, part))
    ]
    return before.spot.of(*parts), after.spot.of(*parts)


def _direction(comparison: Comparison, objective: Objective) -> str | None:
    """Give which way the metric of an objective is better; None where nobody says."""
    key = comparison.head.meant(objective.metric)
    metric = comparison.head.entry(Metric, key.id) if key else None
    return metric.direction if metric else None


def _figure(text: str) -> float | None:
    try:
        return read_number(text.replace("−", "-").removesuffix("%").strip())
    except ValueError:
        # A target in words is compared by its words.
        return None


def _target_place(side: Side[Any], field: str) -> Place:
    target = side.thing.target
    if isinstance(target, Target):
        return target.spot.of(field, "value")
    if isinstance(side.thing, Metric):
        return side.place
    return side.of("target" if field == "value" else field)


def _newest(trend: Trend, metric: Metric) -> str:
    target = number(metric.target.value.text) if metric.target else "none"
    return f"{number(trend.newest.value.text)} (target {target})"
