"""What teams believe and nobody has shown or refuted yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.overview import live_journeys
from mkdocs_journeys.model.journey import Hypothesis, Journey


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """A hypothesis and its map.

    ``seen`` is the day on which the map, and so the hypothesis, was last looked at; None for a
    map that was never reviewed.
    """

    hypothesis: Hypothesis
    journey: Journey
    seen: date | None


def open_hypotheses(catalog: Catalog) -> tuple[Belief, ...]:
    """Give the open hypotheses of maps that are not retired, the longest not looked at first.

    Those of maps that were never reviewed stand before all others.
    """
    found = [
        Belief(hypothesis=one, journey=journey, seen=_last_review(journey))
        for journey in live_journeys(catalog)
        for one in journey.hypotheses
        if one.status == "open"
    ]
    return tuple(sorted(found, key=lambda one: one.seen or date.min))


def _last_review(journey: Journey) -> date | None:
    return journey.reviewed.last if journey.reviewed else None
