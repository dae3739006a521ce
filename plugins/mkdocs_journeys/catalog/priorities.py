"""What to look at first: pain points by how much they hurt, opportunities by their worth."""

from __future__ import annotations

import re

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.improvement import Opportunity
from mkdocs_journeys.model.pain_point import PainPoint


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
