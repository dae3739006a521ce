"""What was read of a metric."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.change_kind import ChangeKind
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.meaning import meaning
from mkdocs_journeys.changes.shown import counted, number
from mkdocs_journeys.changes.sides import Side
from mkdocs_journeys.model.metric import Metric, Reading

WHICH = ("date", "segment", "persona", "at", "variant")
"""What tells one reading of a metric from another."""


MOST_SHOWN = 12
"""So many readings are shown one by one."""


class ReadingAdded(ChangeKind):
    """Says that a metric was read again, once for all readings that came.

    ## Why it matters
    It shows where things go.

    ## Level
    Minor. When the target is reached or missed with it, that is told by itself.
    """

    name = "reading-added"
    level = "minor"
    mirror = "reading-removed"
    tells = ((Metric, "readings"),)

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the readings of the metrics on both sides."""
        for pair in comparison.pairs(Metric):
            before, after = _by_which(comparison, pair.base), _by_which(comparison, pair.head)
            new = [reading for which, reading in after.items() if which not in before]
            if new:
                yield self.change(
                    comparison,
                    pair,
                    f"{counted(len(new), 'reading')} came in, {_some(new)}",
                    after=_all(new),
                    fields=("readings",),
                    head=new[0].spot.of("value"),
                )


class ReadingRemoved(ChangeKind):
    """Says that readings of a metric are gone, once for all of them.

    ## Why it matters
    A line that was drawn is cut short.

    ## Level
    Minor.
    """

    name = "reading-removed"
    level = "minor"
    mirror = "reading-added"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the readings of the metrics on both sides."""
        for pair in comparison.pairs(Metric):
            before, after = _by_which(comparison, pair.base), _by_which(comparison, pair.head)
            gone = [reading for which, reading in before.items() if which not in after]
            if gone:
                yield self.change(
                    comparison,
                    pair,
                    f"{counted(len(gone), 'reading')} went, {_some(gone)}",
                    before=_all(gone),
                    fields=("readings",),
                    base=gone[0].spot.of("value"),
                )


class ReadingChanged(ChangeKind):
    """Says that a reading of a day was corrected.

    ## Why it matters
    Whoever quoted the old figure quotes a wrong one.

    ## Level
    Minor.
    """

    name = "reading-changed"
    level = "minor"
    mirror = "reading-changed"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the readings that are on both sides."""
        names = comparison.names
        for pair in comparison.pairs(Metric):
            before, after = _by_which(comparison, pair.base), _by_which(comparison, pair.head)
            for which, one in before.items():
                other = after.get(which)
                if other is None or one == other:
                    continue
                if meaning(one, names, comparison.base) == meaning(other, names, comparison.head):
                    continue
                was, now = _figures(one), _figures(other)
                yield self.change(
                    comparison,
                    pair,
                    f"The reading of {other.date.text} was corrected, {was} → {now}",
                    before=was,
                    after=now,
                    fields=("readings", other.date.text),
                    base=one.spot.of("value"),
                    head=other.spot.of("value"),
                )


def _by_which(comparison: Comparison, side: Side[Metric]) -> dict[Hashable, Reading]:
    """Give the readings by what tells them apart; of equal ones the last."""
    names = comparison.names
    return {
        tuple(meaning(getattr(reading, field), names, side.catalog) for field in WHICH): reading
        for reading in side.thing.readings
    }


def _some(readings: list[Reading]) -> str:
    """Say which: the only one, or from when to when."""
    days = sorted(readings, key=lambda reading: (reading.date.first, reading.date.last))
    first, last = days[0], days[-1]
    if len(days) == 1:
        return f"{_figures(first)} of {first.date.text}"
    return f"from {first.date.text} to {last.date.text}"


def _all(readings: list[Reading]) -> str:
    """Give the readings by their days; of many only the first and the last few."""
    days = sorted(readings, key=lambda reading: (reading.date.first, reading.date.last))
    if len(days) > MOST_SHOWN:
        half = MOST_SHOWN // 2
        return f"{_all(days[:half])} … {_all(days[-half:])}"
    return ", ".join(f"{reading.date.text}: {_figures(reading)}" for reading in days)


def _figures(reading: Reading) -> str:
    """Give the value, with how many it rests on and its note where it has them."""
    count = f"n = {reading.n}" if reading.n is not None else ""
    more = ", ".join(text for text in (count, reading.note or "") if text)
    return number(reading.value.text) + (f" ({more})" if more else "")
