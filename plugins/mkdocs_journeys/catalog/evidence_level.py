"""How well a claim is supported by what was heard, seen and counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.once import worked_out_once
from mkdocs_journeys.model.evidence import Evidence
from mkdocs_journeys.model.fields import Ref, Thing
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.step import Experience, Stage

EvidenceLevel = Literal["assumption", "weak", "moderate", "strong"]
LEVELS: tuple[EvidenceLevel, ...] = ("assumption", "weak", "moderate", "strong")
ENOUGH = 30
"""So many people or cases make one source moderate by itself."""


def evidence_level(catalog: Catalog, refs: Iterable[Ref]) -> EvidenceLevel:
    """Say how well the evidence mentioned supports a claim; none makes it an assumption.

    One source is weak; two sources, or one with n of at least 30, are moderate; qualitative and
    quantitative sources together, none of them stale, are strong. A source that is only a label
    counts as one of unknown kind; one that is mentioned twice is still one. Never inherited from
    the thing around the claim.
    Source: the project's vocabulary, *Computed, never typed in*.
    """
    cited = tuple({catalog.identity(ref): ref for ref in refs}.values())
    if not cited:
        return "assumption"
    known = [found for ref in cited if (found := _evidence(catalog, ref))]
    kinds = {source.is_qualitative for source in known}
    if len(kinds) == 2 and not any(is_stale(catalog, source) for source in known):
        return "strong"
    if len(cited) > 1 or any((source.n or 0) >= ENOUGH for source in known):
        return "moderate"
    return "weak"


def is_stale(catalog: Catalog, source: Evidence) -> bool:
    """Tell whether evidence is older than handbook.yml allows for its kind.

    Evidence without a date, or of a kind without a limit, is never stale.
    """
    last = last_fresh_day(catalog, source)
    return last is not None and last < catalog.today


def last_fresh_day(catalog: Catalog, source: Evidence) -> date | None:
    """Give the last day before evidence is stale; None for one that never is."""
    limit = catalog.settings.evidence_age.get(source.kind)
    return limit.after(source.date.last) if limit and source.date else None


@worked_out_once
def stage_level(catalog: Catalog, stage: Stage) -> EvidenceLevel:
    """Give the lower median of a stage's claims; a stage that claims nothing is an assumption.

    Its claims are the scores, pain points, moments of truth and quotes of the stage and its
    steps; evidence written at the stage itself counts as one claim more.
    """
    levels = [
        evidence_level(catalog, claim.evidence)
        for part in (stage, *stage.steps)
        for claim in claims(part)
    ]
    if stage.evidence:
        levels.append(evidence_level(catalog, stage.evidence))
    return lower_median(levels)


def journey_level(catalog: Catalog, journey: Journey) -> EvidenceLevel:
    """Give the lower median of the levels of a journey's stages."""
    return lower_median([stage_level(catalog, stage) for stage in journey.stages])


def weakest_stage(catalog: Catalog, journey: Journey) -> Stage | None:
    """Give the first of the stages with the lowest level, or None without stages."""
    return min(
        journey.stages, key=lambda stage: LEVELS.index(stage_level(catalog, stage)), default=None
    )


def claims(part: Experience) -> Iterator[Thing]:
    """Give what a step or stage claims of the customer, in the order of the map."""
    yield from (emotion for emotion in part.emotion if emotion.score is not None)
    if part.moment_of_truth:
        yield part.moment_of_truth
    yield from part.pain_points
    yield from part.quotes


def lower_median(levels: list[EvidenceLevel]) -> EvidenceLevel:
    """Give the middle level, the lower one of two; ``assumption`` for an empty list."""
    ranks = sorted(LEVELS.index(level) for level in levels)
    return LEVELS[ranks[(len(ranks) - 1) // 2]] if ranks else "assumption"


def _evidence(catalog: Catalog, ref: Ref) -> Evidence | None:
    key = catalog.meant(ref)
    return catalog.entry(Evidence, key.id) if key else None
