"""How far an opportunity has come."""

from __future__ import annotations

from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.change_kind import FieldChange
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.differences import Difference
from mkdocs_journeys.model.improvement import Opportunity

FORWARD = ("open", "in progress", "solved")
"""The way of an opportunity; ``dismissed`` lies beside it."""


class OpportunityStatusChanged(FieldChange):
    """Says that an opportunity came further, fell back, was dismissed or taken up again.

    ## Why it matters
    It says what the company does, or does not do, about what hurts.

    ## Level
    Significant. Forward is better, back is worse.
    """

    name = "opportunity-status-changed"
    level = "significant"
    mirror = "opportunity-status-changed"
    names = ((Opportunity, "status"),)

    def tell(self, comparison: Comparison, one: Difference) -> Change | None:
        """Say which way it went."""
        what = f"The opportunity {_way(one)}, {one.before} → {one.after}"
        return self.changed(comparison, one, what)


def _way(one: Difference) -> str:
    if one.after == "dismissed":
        return "was dismissed"
    if one.before == "dismissed":
        return "was taken up again"
    forward = FORWARD.index(one.after) > FORWARD.index(one.before)
    return "moved forward" if forward else "fell back"
