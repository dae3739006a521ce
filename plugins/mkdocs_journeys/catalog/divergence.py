"""Where two personas live the same stage differently."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import feelings, felt_parts
from mkdocs_journeys.catalog.travels import journeys_of, persona_of, scores_by_part
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import Stage

FAR_APART = 1.0
"""From this difference on, in points of the scale from -2 to 2, two personas diverge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Divergence:
    """One stage that two personas feel differently about.

    ``score`` and ``others_score`` are means from -2 to 2 over the parts that both have scored,
    of which there are ``parts``.
    """

    journey: Journey
    stage: Stage
    score: float
    other: Key
    others_score: float
    parts: int


def divergences(catalog: Catalog, persona: Key) -> tuple[Divergence, ...]:
    """Give the stages in which somebody else scores at least 1 higher or lower than this persona.

    Compared are the means over the steps that both have a score for: a mean over different steps
    would compare the steps, not the people. Largest difference first, then in journey order;
    empty where nobody else has a score.
    Source: the project's site map, *persona × stage divergence*.
    """
    found = [
        one
        for journey in journeys_of(catalog, persona)
        for one in _within(catalog, journey, persona)
        if abs(one.score - one.others_score) >= FAR_APART
    ]
    return tuple(sorted(found, key=lambda one: -abs(one.score - one.others_score)))


def _within(catalog: Catalog, journey: Journey, persona: Key) -> list[Divergence]:
    own = scores_by_part(catalog, journey, persona)
    others = catalog.in_order(
        key
        for feeling in feelings(catalog, journey)
        if feeling.score is not None and (key := persona_of(catalog, feeling)) and key != persona
    )
    found = []
    for other in others:
        theirs = scores_by_part(catalog, journey, other)
        for stage in journey.stages:
            both = [part.id for part in felt_parts(stage) if part.id in own and part.id in theirs]
            if both:
                found.append(
                    Divergence(
                        journey=journey,
                        stage=stage,
                        score=fmean(own[id_] for id_ in both),
                        other=other,
                        others_score=fmean(theirs[id_] for id_ in both),
                        parts=len(both),
                    )
                )
    return found
