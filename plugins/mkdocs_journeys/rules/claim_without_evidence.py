"""A claim that weighs much, and nothing shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.evidence_level import claims
from mkdocs_journeys.catalog.gathered import parts_of
from mkdocs_journeys.catalog.in_force import is_current
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.mapped import parts_that_say, scored_parts
from mkdocs_journeys.model.emotion import Emotion
from mkdocs_journeys.model.evidence import Evidence, Insight
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.step import Experience, MomentOfTruth, Stage
from mkdocs_journeys.problems import Place, Problem
from mkdocs_journeys.rules.rule import Rule

SEVERE = 3
"""The rank of a severity from which a pain point needs evidence: *high*."""
STRONG = 1.5
"""A score beyond this, up or down, has a face at the end of the scale."""

Weighty = Emotion | PainPoint | MomentOfTruth

MEND = "Name what shows it, for example `evidence: [interviews-2026-08]`, or find out."


class ClaimWithoutEvidence(Rule):
    """Finds claims about the customer that weigh much and have no evidence.

    A map without evidence at any claim is one finding, at its title: it is a sketch, and says
    so. On any other map these weigh much: a score beyond 1.5 up or down, a pain point of
    severity *high* or *critical*, a moment of truth whose handling is rated, and a hypothesis
    that is said to be supported or refuted.

    Evidence at the step or stage of the claim will do here, and so will an insight or a quote in
    the registry of evidence that names the step; the level of evidence that pages show is
    stricter and never inherited. Quotes have a rule of their own. Drafts, retired and future
    maps, and steps that the customer does not see are left alone.

    ## Why it matters to the customer
    What nobody has heard, seen or counted is what we believe of her. Money is spent on it all
    the same, and the trouble that she really has waits.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: wait
        title: I wait
        steps:
          - {id: chase, title: "I hear nothing, so I ring", emotion: -2}
          - {id: reminder, title: A text comes, emotion: {score: 1, evidence: [Interviews]}}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: wait
        title: I wait
        steps:
          - id: chase
            title: I hear nothing, so I ring
            emotion: {score: -2, evidence: [Interviews]}
          - {id: reminder, title: A text comes, emotion: {score: 1, evidence: [Interviews]}}
    ```
    """

    name = "claim-without-evidence"
    group = "evidence"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every claim of the maps that tell how it is today."""
        spoken_of = _spoken_of(catalog)
        with_evidence: set[Key] = set()
        for journey in catalog.all(Journey):
            if not is_current(journey):
                continue
            if _has_evidence(journey, spoken_of):
                with_evidence.add(journey.key)
                yield from self._of_hypotheses(journey)
            elif count := sum(1 for _ in _claims_of(journey)):
                claimed = "1 claim" if count == 1 else f"{count} claims"
                none = "it has no" if count == 1 else "none has"
                yield self.problem(
                    journey.spot.of("id", "title", "name"),
                    f"“{journey.called}” makes {claimed} about the customer, and {none} evidence.",
                    "Begin with what weighs most, and name what shows it there, for example "
                    "`evidence: [interviews-2026-08]`.",
                )
        for journey, stage, part, claim in _weighty(catalog):
            if claim.evidence or part.side == "company" or journey.key not in with_evidence:
                continue
            if not _is_backed(journey, stage, part, spoken_of):
                yield self.problem(*_said(claim, part), MEND)

    def _of_hypotheses(self, journey: Journey) -> Iterator[Problem]:
        for hypothesis in journey.hypotheses:
            if hypothesis.status != "open" and not hypothesis.evidence:
                yield self.problem(
                    hypothesis.spot.of("status"),
                    f"The hypothesis “{hypothesis.title}” is said to be `{hypothesis.status}` and "
                    "has no evidence.",
                    MEND,
                )


def _claims_of(journey: Journey) -> Iterator[tuple[Stage, Experience, Thing]]:
    """Give what a map claims and where; nothing of what the customer does not see."""
    for stage, part in parts_of(journey):
        if part.side == "customer":
            for claim in claims(part):
                yield stage, part, claim


def _has_evidence(journey: Journey, spoken_of: set[Key | None]) -> bool:
    """Tell whether any claim of a map has evidence, or the step or stage that it stands in."""
    return any(
        claim.evidence or _is_backed(journey, stage, part, spoken_of)
        for stage, part, claim in _claims_of(journey)
    )


def _is_backed(
    journey: Journey, stage: Stage, part: Experience, spoken_of: set[Key | None]
) -> bool:
    """Tell whether a step or its stage names evidence, or evidence or an insight names it."""
    if part.evidence or stage.evidence:
        return True
    kind = "stage" if part is stage else "step"
    return bool(spoken_of) and inner_key(kind, journey, part.id) in spoken_of


def _spoken_of(catalog: Catalog) -> set[Key | None]:
    """Give the steps and stages that insights and quotes in the registry of evidence name."""
    found = {
        catalog.meant(ref)
        for insight in catalog.all(Insight)
        for ref in (*insight.steps, *insight.stages)
    }
    return found | {
        catalog.meant(quote.step)
        for source in catalog.all(Evidence)
        for quote in source.quotes
        if quote.step
    }


def _weighty(catalog: Catalog) -> Iterator[tuple[Journey, Stage, Experience, Weighty]]:
    """Give the claims of all maps that weigh much, each with where it stands."""
    for journey, scored in scored_parts(catalog):
        for one in scored:
            if abs(one.score) > STRONG:
                yield journey, one.stage, one.part, one.emotion
    for journey, parts in parts_that_say(catalog, "pain_points"):
        for stage, part in parts:
            for pain in part.pain_points:
                if pain.severity is not None and pain.severity.rank >= SEVERE:
                    yield journey, stage, part, pain
    for journey, parts in parts_that_say(catalog, "moment_of_truth"):
        for stage, part in parts:
            if part.moment_of_truth and part.moment_of_truth.handling:
                yield journey, stage, part, part.moment_of_truth


def _said(claim: Weighty, part: Experience) -> tuple[Place, str]:
    """Give where a claim stands and what it says."""
    if isinstance(claim, Emotion):
        score = claim.score.text if claim.score else ""
        return (
            claim.spot.of("score"),
            f"“{part.title}” has the score {score} and no evidence for it.",
        )
    if isinstance(claim, PainPoint):
        severity = claim.severity.text if claim.severity else ""
        return (
            claim.spot.of("id", "title", "name"),
            f"The pain point “{claim.title}” is said to be `{severity}` and has no evidence.",
        )
    return (
        claim.spot.of("handling"),
        f"The moment of truth at “{part.title}” is said to be `{claim.handling}` and has no "
        "evidence.",
    )
