"""Needs that a persona has where it goes wrong today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import felt_parts
from mkdocs_journeys.catalog.gathered import parts_of
from mkdocs_journeys.catalog.travels import journeys_of, scores_by_part
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import Experience, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmetNeed:
    """One need and the step or stage where it is not met; ``score`` is from -2 to 2 or None."""

    need: str
    journey: Journey
    stage: Stage
    part: Experience
    score: float | None


def concerns(catalog: Catalog, part: Experience, persona: Key) -> bool:
    """Tell whether a part is this persona's: it names nobody who acts, or names her."""
    actors = (*part.actors, *part.with_)
    return not part.actors or persona in {catalog.meant(ref) for ref in actors}


def score_at(scores: dict[str, float], stage: Stage, part: Experience) -> float | None:
    """Give the score of a part; of a stage that was not scored itself, the mean of its steps."""
    if part.id in scores or part is not stage:
        return scores.get(part.id)
    inside = [scores[one.id] for one in felt_parts(stage) if one.id in scores]
    return fmean(inside) if inside else None


def unmet_needs(catalog: Catalog, persona: Key) -> tuple[UnmetNeed, ...]:
    """Give the needs written at steps and stages of current maps that fail this persona.

    A part fails her where she feels below zero, or where a moment of truth is failing. Lowest
    feeling first, then in journey order; each need once a part, none on retired or future maps.
    """
    found = [
        one
        for journey in journeys_of(catalog, persona)
        if journey.state == "current" and journey.status != "retired"
        for one in _within(catalog, journey, persona)
    ]
    return tuple(sorted(found, key=lambda one: one.score or 0.0))


def _within(catalog: Catalog, journey: Journey, persona: Key) -> Iterator[UnmetNeed]:
    scores = scores_by_part(catalog, journey, persona)
    for stage, part in parts_of(journey):
        if not part.needs or not concerns(catalog, part, persona):
            continue
        score = score_at(scores, stage, part)
        moment = part.moment_of_truth
        if (score is not None and score < 0) or (moment and moment.handling == "failing"):
            for need in part.needs:
                yield UnmetNeed(need=need, journey=journey, stage=stage, part=part, score=score)
