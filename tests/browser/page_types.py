"""One page of each kind in the example handbook."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import pytest

PAGE_TYPES = {
    "home": "",
    "journeys": "journeys/",
    "journey": "journeys/switch-to-fibre/",
    "journey of one stage": "journeys/report-a-fault-on-paper/",
    "journey of titles": "journeys/pay-by-prepaid/",
    "future journey": "journeys/switch-to-fibre-future/",
    "stage": "journeys/switch-to-fibre/wait-install/",
    "compare": "compare/switch-to-fibre-future/",
    "personas": "personas/",
    "persona": "personas/priya/",
    "segments": "segments/",
    "segment": "segments/movers/",
    "lifecycle": "lifecycle/",
    "lifecycle stage": "lifecycle/join/",
    "touchpoints": "touchpoints/",
    "touchpoint": "touchpoints/engineer-visit/",
    "channels": "channels/",
    "channel": "channels/phone/",
    "stakeholders": "stakeholders/",
    "stakeholder": "stakeholders/care-team/",
    "moments": "moments/",
    "pain points": "pain-points/",
    "quotes": "quotes/",
    "opportunities": "opportunities/",
    "opportunity": "opportunities/evening-slots/",
    "roadmap": "roadmap/",
    "initiatives": "initiatives/",
    "initiative": "initiatives/live-tracker/",
    "metrics": "metrics/",
    "metric": "metrics/install-csat/",
    "evidence register": "evidence/",
    "evidence": "evidence/interviews-2026-08/",
    "insights": "insights/",
    "insight": "insights/silence-worse-than-delay/",
    "objectives": "objectives/",
    "reviews": "reviews/",
    "health": "health/",
    "how to read": "how-to-read/",
    "glossary": "glossary/",
    "page written by hand": "about-our-work/pattern-library/",
}

LISTS = {kind: path for kind, path in PAGE_TYPES.items() if path.count("/") <= 1}
THINGS = {kind: path for kind, path in PAGE_TYPES.items() if kind not in LISTS}
"""Two halves, so that two processes share the work."""


DAILY = ("home", "journey", "stage", "persona")
"""What is judged every day; the rest takes two minutes more, which `make test-long` has."""


def looks(kinds: Iterable[str], daily: Collection[str] = ()) -> list[Any]:
    """Give kinds of pages to a test of looks, for `make test-long` but those that are ``daily``."""
    return [
        pytest.param(kind, marks=() if kind in daily else (pytest.mark.long,)) for kind in kinds
    ]
