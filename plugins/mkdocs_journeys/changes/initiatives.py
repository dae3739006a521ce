"""What was promised to be done: by whom, by when, after what."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.change_kind import ChangeKind, FieldChange
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.differences import Difference
from mkdocs_journeys.changes.meaning import unequal
from mkdocs_journeys.changes.shown import counted, listed, shown
from mkdocs_journeys.changes.sides import Pair
from mkdocs_journeys.model.improvement import Initiative


class InitiativeOwnerChanged(FieldChange):
    """Says that another team answers for an initiative.

    ## Why it matters
    A promise is somebody's promise.

    ## Level
    Significant.
    """

    name = "initiative-owner-changed"
    level = "significant"
    mirror = "initiative-owner-changed"
    names = ((Initiative, "owner"),)


class InitiativeStatusChanged(FieldChange):
    """Says that an initiative is further, back, done or dropped.

    ## Why it matters
    It says what the company does about what it has promised.

    ## Level
    Significant.
    """

    name = "initiative-status-changed"
    level = "significant"
    mirror = "initiative-status-changed"
    names = ((Initiative, "status"),)

    def tell(self, comparison: Comparison, one: Difference) -> Change | None:
        """Say whose status it is."""
        what = f"The initiative’s status changed, {one.before} → {one.after}"
        return self.changed(comparison, one, what)


class InitiativeSlipped(ChangeKind):
    """Says that an initiative is due later than promised, by how many days, or without a date.

    ## Why it matters
    Customers wait longer for what was promised, and so do the initiatives that come after it.

    ## Level
    Significant.
    """

    name = "initiative-slipped"
    level = "significant"
    mirror = "initiative-pulled-in"
    tells = ((Initiative, "due"),)

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the days by which initiatives are due."""
        for pair in comparison.pairs(Initiative):
            before, after = pair.base.thing.due, pair.head.thing.due
            if before and (after is None or after.last > before.last):
                days = counted((after.last - before.last).days, "day") if after else ""
                what = (
                    f"The initiative slipped by {days}, {before.text} → {after.text}"
                    if after
                    else f"The initiative is no longer due by {before.text}, nor by any day"
                )
                yield _due(self, comparison, pair, what)


class InitiativePulledIn(ChangeKind):
    """Says that an initiative is due earlier than promised, by how many days, or has a date now.

    ## Why it matters
    What comes after it can begin earlier.

    ## Level
    Minor.
    """

    name = "initiative-pulled-in"
    level = "minor"
    mirror = "initiative-slipped"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the days by which initiatives are due."""
        for pair in comparison.pairs(Initiative):
            before, after = pair.base.thing.due, pair.head.thing.due
            if after and (before is None or after.last < before.last):
                days = counted((before.last - after.last).days, "day") if before else ""
                what = (
                    f"The initiative was pulled in by {days}, {before.text} → {after.text}"
                    if before
                    else f"The initiative is due by {after.text} now"
                )
                yield _due(self, comparison, pair, what)


class DependencyChanged(ChangeKind):
    """Says that an initiative waits for others than before.

    ## Why it matters
    When one of them slips, this one does.

    ## Level
    Minor.
    """

    name = "dependency-changed"
    level = "minor"
    mirror = "dependency-changed"
    tells = ((Initiative, "depends_on"),)

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at what must come first."""
        for pair in comparison.pairs(Initiative):
            one, other = pair.base.thing, pair.head.thing
            went, came = unequal(one.depends_on, other.depends_on, comparison.names)
            if not went and not came:
                continue
            was = tuple(shown(ref, comparison.base) for ref in went)
            now = tuple(shown(ref, comparison.head) for ref in came)
            what = [f"no longer waits for {listed(was)}"] * bool(was)
            what += [f"waits for {listed(now)}"] * bool(now)
            yield self.change(
                comparison,
                pair,
                f"The initiative {' and '.join(what)}",
                before=", ".join(was),
                after=", ".join(now),
                fields=("depends_on",),
                base=went[0].place if went else None,
                head=came[0].place if came else None,
            )


def _due(kind: ChangeKind, comparison: Comparison, pair: Pair[Initiative], what: str) -> Change:
    before, after = pair.base.thing.due, pair.head.thing.due
    return kind.change(
        comparison,
        pair,
        what,
        before=before.text if before else "",
        after=after.text if after else "",
        fields=("due",),
    )
