"""How the handbook stands as a whole: the figures that a reader sees first."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import scores_of_parts
from mkdocs_journeys.catalog.evidence_level import stage_level
from mkdocs_journeys.catalog.gathered import Found, moments
from mkdocs_journeys.catalog.reviews import Review, review_of
from mkdocs_journeys.catalog.unmet import score_at
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.step import MomentOfTruth


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Counts over the maps that are not retired; moments and stages of current maps only."""

    maps: int
    maps_in_date: int
    moments: int
    moments_winning: int
    stages: int
    stages_with_strong_evidence: int


def live_journeys(catalog: Catalog) -> tuple[Journey, ...]:
    """Give the maps that are not retired, in the order of their files."""
    return tuple(one for one in catalog.all(Journey) if one.status != "retired")


def current_journeys(catalog: Catalog) -> tuple[Journey, ...]:
    """Give the maps of how it is today, in the order of their files."""
    return tuple(one for one in live_journeys(catalog) if one.state == "current")


def overview(catalog: Catalog) -> Overview:
    """Count what the handbook holds; all zero where there is no map.

    A map is in date when it was reviewed and its next review is not overdue.
    """
    live, current = live_journeys(catalog), current_journeys(catalog)
    reviews = [review_of(catalog, one) for one in live]
    found = moments(current)
    stages = [stage for one in current for stage in one.stages]
    return Overview(
        maps=len(live),
        maps_in_date=sum(bool(one and one.standing != "overdue") for one in reviews),
        moments=len(found),
        moments_winning=sum(one.thing.handling == "winning" for one in found),
        stages=len(stages),
        stages_with_strong_evidence=sum(
            stage_level(catalog, stage) == "strong" for stage in stages
        ),
    )


def moments_that_need_work(catalog: Catalog) -> tuple[Found[MomentOfTruth], ...]:
    """Give the failing and then the at-risk moments of current maps, lowest feeling first.

    The feeling is the lowest score of those who travel the map; without one it counts as 0.
    """
    found = moments(current_journeys(catalog))
    bad = [one for one in found if one.thing.handling in ("failing", "at-risk")]
    journeys = {one.journey.id: one.journey for one in bad}
    lows = {
        id_: {part: min(felt) for part, felt in scores_of_parts(catalog, journey).items()}
        for id_, journey in journeys.items()
    }

    def rank(one: Found[MomentOfTruth]) -> tuple[bool, float]:
        low = score_at(lows[one.journey.id], one.stage, one.part)
        return one.thing.handling != "failing", low or 0.0

    return tuple(sorted(bad, key=rank))


def reviews_due(catalog: Catalog) -> tuple[tuple[Journey, Review], ...]:
    """Give the maps whose review is overdue or due within 30 days, the longest overdue first."""
    found = [
        (one, review)
        for one in live_journeys(catalog)
        if (review := review_of(catalog, one)) and review.standing != "fresh"
    ]
    return tuple(sorted(found, key=lambda pair: pair[1].due or catalog.today))
