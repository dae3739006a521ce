"""How much of what maps could say they do say: counts, by the team that answers for the map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.evidence_level import claims
from mkdocs_journeys.catalog.fixes import opportunities_for
from mkdocs_journeys.catalog.gathered import Found, moments, pain_points, parts_of, quotes
from mkdocs_journeys.catalog.overview import live_journeys
from mkdocs_journeys.catalog.priorities import pain_priority
from mkdocs_journeys.catalog.reviews import review_of
from mkdocs_journeys.model.evidence import Evidence
from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.quote import Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Counts over some maps; none is larger than the count of what it is a part of.

    ``claims`` are scores, pain points, moments and quotes, at stages and steps.
    ``pain_points_scored`` have severity and frequency, ``pain_points_answered`` an opportunity.
    ``quotes_consented`` say so, or lean on evidence that does. ``reviews_due`` are overdue or due
    within 30 days; a map that was never reviewed is in ``never_reviewed`` instead.
    """

    journeys: int = 0
    stages: int = 0
    steps: int = 0
    claims: int = 0
    claims_with_evidence: int = 0
    moments: int = 0
    moments_rated: int = 0
    pain_points: int = 0
    pain_points_scored: int = 0
    pain_points_answered: int = 0
    quotes: int = 0
    quotes_consented: int = 0
    reviews_due: int = 0
    never_reviewed: int = 0

    def __add__(self, other: Coverage) -> Coverage:
        """Count two sets of maps together."""
        names = [field.name for field in fields(self)]
        return Coverage(**{name: getattr(self, name) + getattr(other, name) for name in names})


def coverage(catalog: Catalog) -> Coverage:
    """Give the counts over all maps that are not retired; all zero where there are none."""
    return sum((_of(catalog, one) for one in live_journeys(catalog)), Coverage())


def coverage_by_owner(catalog: Catalog) -> tuple[tuple[str, Coverage], ...]:
    """Give the counts for each owner of a map by title, in order; without an owner last, as ''.

    A map without an owner of its own is that of the handbook's owner, where there is one.
    """
    found: dict[str, Coverage] = defaultdict(Coverage)
    for journey in live_journeys(catalog):
        owner = _called(catalog, journey.owner or catalog.settings.owner)
        found[owner] += _of(catalog, journey)
    return tuple(sorted(found.items(), key=lambda pair: (not pair[0], pair[0].casefold(), pair)))


def _called(catalog: Catalog, ref: Ref | None) -> str:
    key = catalog.meant(ref)
    return catalog.title(key) if key else ref.text if ref else ""


def _of(catalog: Catalog, journey: Journey) -> Coverage:
    parts = tuple(part for _, part in parts_of(journey))
    claimed = [claim for part in parts for claim in claims(part)]
    decisive = moments((journey,))
    pains = pain_points((journey,))
    said = (*journey.quotes, *(one.thing for one in quotes((journey,))))
    review = review_of(catalog, journey)
    return Coverage(
        journeys=1,
        stages=len(journey.stages),
        steps=len(journey.all_steps),
        claims=len(claimed),
        claims_with_evidence=_count(claim.evidence for claim in claimed),
        moments=len(decisive),
        moments_rated=_count(one.thing.handling for one in decisive),
        pain_points=len(pains),
        pain_points_scored=_count(pain_priority(one.thing) is not None for one in pains),
        pain_points_answered=_count(_is_answered(catalog, one) for one in pains),
        quotes=len(said),
        quotes_consented=_count(_is_consented(catalog, one) for one in said),
        reviews_due=int(review is not None and review.standing != "fresh"),
        never_reviewed=int(review is None),
    )


def _count(answers: Iterable[object]) -> int:
    return sum(1 for one in answers if one)


def _is_answered(catalog: Catalog, found: Found[PainPoint]) -> bool:
    return bool(found.thing.opportunities or opportunities_for(catalog, found.journey, found.thing))


def _is_consented(catalog: Catalog, quote: Quote) -> bool:
    """Tell whether the person agreed; a quote's own word counts before that of its evidence."""
    if quote.consent is not None:
        return quote.consent
    keys = [catalog.meant(ref) for ref in quote.evidence]
    sources = [catalog.entry(Evidence, key.id) for key in keys if key]
    return any(one.consent for one in sources if one)
