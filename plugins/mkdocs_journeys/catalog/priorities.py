"""What to look at first: pain points by how much they hurt, opportunities by their worth."""

from __future__ import annotations

import re
from typing import Literal

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.improvement import Opportunity
from mkdocs_journeys.model.pain_point import PainPoint

Quadrant = Literal["do-now", "bet", "fill-in", "think-twice"]

MIDDLE = 3.0
"""The middle of the scales of impact and effort, which both run from 1 to 5."""


def share(text: str | None) -> float | None:
    """Read a share from the front of free text, from 0 to 1: ``68% of installs`` is 0.68.

    None where the text does not begin with a percentage, or with ``1 in 3``.
    """
    percent = re.match(r"\s*(\d{1,3}(?:\.\d{1,3})?)\s*%", text or "")
    if percent:
        return min(float(percent[1]) / 100, 1.0)
    one_in = re.match(r"\s*(\d{1,4}) in (\d{1,6})\b", text or "")
    return min(int(one_in[1]) / int(one_in[2]), 1.0) if one_in and int(one_in[2]) else None


def pain_priority(pain: PainPoint) -> float | None:
    """Give severity times frequency (ranks 1 to 4) times reach, from 0 to 16.

    Reach counts as 1 when it is not given; without severity or frequency there is no priority.
    Source: the project's vocabulary, after failure mode and effects analysis (severity by
    occurrence).
    """
    if pain.severity is None or pain.frequency is None:
        return None
    reach = share(pain.reach)
    return pain.severity.rank * pain.frequency.rank * (1.0 if reach is None else reach)


def impact(catalog: Catalog, opportunity: Opportunity) -> float | None:
    """Give the weighted mean of customer and business value, from 1 to 5.

    The weights are those of handbook.yml, else one half each. A value that is not given is left
    out of the mean; without either there is no impact.
    """
    weights = catalog.settings.opportunity_weights
    customer = weights.customer_value.value if weights else 0.5
    business = weights.business_value.value if weights else 0.5
    pairs = ((opportunity.customer_value, customer), (opportunity.business_value, business))
    given = [(value, weight) for value, weight in pairs if value is not None]
    total = sum(weight for _, weight in given)
    return sum(value * weight for value, weight in given) / total if total else None


def opportunity_score(catalog: Catalog, opportunity: Opportunity) -> float | None:
    """Give impact minus effort, from -4 to 4, or None where one of them is not known."""
    worth = impact(catalog, opportunity)
    if worth is None or opportunity.effort is None:
        return None
    return worth - opportunity.effort


def quadrant(impact: float, effort: float) -> Quadrant:
    """Say what impact and effort together ask for; the middle counts to the better side.

    Source: the impact and effort matrix of Lean Six Sigma, with the project's own words.
    """
    if impact >= MIDDLE:
        return "do-now" if effort <= MIDDLE else "bet"
    return "fill-in" if effort <= MIDDLE else "think-twice"


def ranked(catalog: Catalog) -> tuple[Opportunity, ...]:
    """Give all opportunities, best score first and those without one last.

    Of equal scores the one with more impact comes first, then the order of the files holds.
    """
    return tuple(sorted(catalog.all(Opportunity), key=lambda one: _best_first(catalog, one)))


def numbers_of(opportunities: tuple[Opportunity, ...]) -> tuple[str, ...]:
    """Give each opportunity a short number that it has alone: ``4`` for the code *O-04*.

    Where not all of them have a code with a number of its own, they are counted from 1.
    """
    codes = [re.search(r"([1-9]\d{0,2})\D*$", one.code or "") for one in opportunities]
    found = [code[1] for code in codes if code]
    if len(set(found)) == len(opportunities):
        return tuple(found)
    return tuple(str(place) for place in range(1, len(opportunities) + 1))


def _best_first(catalog: Catalog, opportunity: Opportunity) -> tuple[float, float]:
    score = opportunity_score(catalog, opportunity)
    if score is None:
        return 9.0, 0.0
    return -score, -(impact(catalog, opportunity) or 0.0)
