"""Whole maps that come and go, and how far they are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.change_kind import ChangeKind, FieldChange
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.shown import choice, counted
from mkdocs_journeys.changes.sides import Both
from mkdocs_journeys.changes.things import still_pointed_at
from mkdocs_journeys.model.journey import Journey

LONG_ENOUGH = timedelta(days=30)
"""So long a map stands as retired before it may go without breaking anything."""


class JourneyRemoved(ChangeKind):
    """Says that a journey is gone.

    ## Why it matters
    Everybody who was sent to its page, or built on what it says, finds nothing there.

    ## Level
    Breaking. Significant when the map was `retired` for at least 30 days, as its `retired:` date
    says, and for a draft. To take a map away in peace, retire it first.
    """

    name = "journey-removed"
    level = "breaking"
    mirror = "journey-added"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the journeys that are in base only."""
        for side in comparison.removed(Journey):
            journey, today = side.thing, comparison.head.today
            was_retired = (
                journey.status == "retired"
                and journey.retired is not None
                and today - journey.retired.last >= LONG_ENOUGH
            )
            since = f", retired since {journey.retired.text}" if journey.retired else ""
            yield self.change(
                comparison,
                Both(base=side, head=None),
                f"The journey was removed{since}{still_pointed_at(comparison, side)}",
                before=side.title,
                level="significant" if was_retired else None,
            )


class JourneyAdded(ChangeKind):
    """Says that a journey is new.

    ## Why it matters
    The company claims to know how this goes for its customers.

    ## Level
    Significant.
    """

    name = "journey-added"
    level = "significant"
    mirror = "journey-removed"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the journeys that are in head only."""
        for side in comparison.added(Journey):
            steps = counted(len(side.thing.all_steps), "step")
            stages = counted(len(side.thing.stages), "stage")
            yield self.change(
                comparison,
                Both(base=None, head=side),
                f"The journey is new, {choice(side.thing.status)}, with {stages} and {steps}",
                after=side.title,
            )


class StateChanged(FieldChange):
    """Says that a map tells another time: how it is, or how it shall be.

    ## Why it matters
    What was a wish is said to be so, or the other way round.

    ## Level
    Significant.
    """

    name = "state-changed"
    level = "significant"
    mirror = "state-changed"
    names = ((Journey, "state"),)


class StatusChanged(FieldChange):
    """Says that a map is another step of its life: draft, in review, published or retired.

    ## Why it matters
    Readers may rely on a published map, and on no other.

    ## Level
    Significant.
    """

    name = "status-changed"
    level = "significant"
    mirror = "status-changed"
    names = ((Journey, "status"),)
