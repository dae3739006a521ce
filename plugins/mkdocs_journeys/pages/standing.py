"""The status line of a page: who answers for it, how far it is, how well it is known."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.evidence_level import EvidenceLevel
from mkdocs_journeys.catalog.reviews import Review
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.pages.link import Link, all_mentioned, mentioned


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingFacts:
    """What the status line says; an empty text or None is left out of it."""

    owner: Link | None = None
    state: str = ""
    status: str = ""
    review: Review | None = None
    evidence: EvidenceLevel | None = None
    sources: tuple[Link, ...] = ()
    confidence: str = ""


def standing_of(
    catalog: Catalog,
    entry: Entry,
    *,
    status: str = "",
    review: Review | None = None,
    evidence: EvidenceLevel | None = None,
) -> StandingFacts:
    """Give the status line of an entry; what its kind does not have is left out."""
    return StandingFacts(
        owner=mentioned(catalog, entry.owner) if entry.owner else None,
        status=status,
        review=review,
        evidence=evidence,
        sources=all_mentioned(catalog, entry.evidence),
        confidence=entry.confidence or "",
    )
