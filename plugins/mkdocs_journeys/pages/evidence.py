"""Evidence: the register of what was heard, seen and counted, and all that leans on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.claims import Claim, claims_by_evidence
from mkdocs_journeys.catalog.evidence_level import is_stale, last_fresh_day
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import later
from mkdocs_journeys.model.evidence import Evidence
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.choices import Choices, by_things, by_words, keys_of, narrowing
from mkdocs_journeys.pages.link import Link, link_to, mentioned
from mkdocs_journeys.pages.page import Later, Page
from mkdocs_journeys.pages.part import QuoteFacts
from mkdocs_journeys.pages.standing import StandingFacts, standing_of
from mkdocs_journeys.pages.used_by import UsedByGroup, used_by

TELLS = {
    "why": later("Why (qualitative)"),
    "how-much": later("How much (quantitative)"),
}
FRESHNESS = {"fresh": later("Fresh"), "stale": later("Stale")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """How long evidence holds: ``last`` is its last fresh day, None where it never goes stale."""

    last: date | None
    is_stale: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFacts:
    """One claim that leans on evidence: what it is (*pain point*), its words, where it stands."""

    what: str
    words: str
    at: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceQuote:
    """A quote of this evidence with whom and which step it is about."""

    said: QuoteFacts
    persona: Link | None
    step: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePageFacts:
    """All that the page of a piece of evidence tells.

    ``file`` is a name without its folders. ``claims`` are grouped by the entry they live in.
    """

    evidence: Evidence
    standing: StandingFacts
    freshness: Freshness
    file: str
    quotes: tuple[EvidenceQuote, ...]
    metric: Link | None
    claims: tuple[tuple[Link, tuple[ClaimFacts, ...]], ...]
    used_by: tuple[UsedByGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """One piece of evidence in the register; ``supports`` counts the claims that lean on it.

    ``tells`` is a key of ``TELLS``, or empty where the kind does not say.
    """

    evidence: Evidence
    owner: Link | None
    supports: int
    freshness: Freshness
    tells: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFacts:
    """All evidence, newest first, and what it can be chosen by."""

    rows: tuple[EvidenceRow, ...]
    narrowing: tuple[Choices, ...]


ClaimsOf = Callable[[], dict[Key, tuple[Claim, ...]]]
"""Tells what stands on each piece of evidence; worked out when it is first asked."""


def evidence_pages(catalog: Catalog) -> Iterator[Page]:
    """Give the register of evidence and the page of each piece."""
    claims = cache(lambda: claims_by_evidence(catalog))
    pages = [_evidence_page(catalog, evidence, claims) for evidence in catalog.all(Evidence)]
    yield Page(
        key=page_key("evidence"),
        title=_("Evidence"),
        template="register",
        facts=Later(_register_facts, catalog, claims),
        above=HOME,
        lede=_("Where we know it from. What stands on none of these is shown as an assumption."),
        is_listed=bool(pages),
    )
    yield from pages


def _register_facts(catalog: Catalog, claims: ClaimsOf) -> RegisterFacts:
    rows = [
        EvidenceRow(
            evidence=one,
            owner=mentioned(catalog, one.owner) if one.owner else None,
            supports=len(claims().get(one.key, ())),
            freshness=_freshness(catalog, one),
            tells="why" if one.is_qualitative else "how-much",
        )
        for one in catalog.all(Evidence)
    ]
    rows.sort(key=lambda row: row.evidence.date.last if row.evidence.date else date.min)
    return RegisterFacts(rows=tuple(reversed(rows)), narrowing=_narrowing(catalog, rows))


def _narrowing(catalog: Catalog, rows: list[EvidenceRow]) -> tuple[Choices, ...]:
    return narrowing(
        by_words(
            "tells",
            _("Tells"),
            (row.tells for row in rows),
            order=TELLS,
            titles={word: _(said) for word, said in TELLS.items()},
        ),
        by_words(
            "freshness",
            _("Freshness"),
            ("stale" if row.freshness.is_stale else "fresh" for row in rows),
            order=FRESHNESS,
            titles={word: _(said) for word, said in FRESHNESS.items()},
        ),
        by_words(
            "kind",
            _("Kind"),
            (row.evidence.kind for row in rows),
            order=sorted({row.evidence.kind for row in rows}),
        ),
        by_things(catalog, "owner", _("Owner"), (keys_of([row.owner]) for row in rows)),
    )


def _evidence_page(catalog: Catalog, evidence: Evidence, claims: ClaimsOf) -> Page:
    quotes = evidence.quotes
    trial = evidence.experiment
    return Page(
        key=evidence.key,
        title=evidence.called,
        template="evidence",
        facts=Later(_facts, catalog, evidence, claims),
        above=page_key("evidence"),
        source=evidence.spot.file,
        lede=evidence.summary or "",
        words="\n".join(
            text
            for text in (
                evidence.code,
                evidence.summary,
                evidence.method,
                trial.result if trial else "",
                *(one.text for one in quotes),
                *evidence.tags,
            )
            if text
        ),
    )


def _facts(catalog: Catalog, evidence: Evidence, claims: ClaimsOf) -> EvidencePageFacts:
    trial = evidence.experiment
    return EvidencePageFacts(
        evidence=evidence,
        standing=standing_of(catalog, evidence),
        freshness=_freshness(catalog, evidence),
        file=re.split(r"[/\\]", evidence.file or "")[-1],
        quotes=tuple(
            EvidenceQuote(
                said=QuoteFacts(quote=one, said_by=one.said_by or "", source=None),
                persona=mentioned(catalog, one.persona) if one.persona else None,
                step=mentioned(catalog, one.step) if one.step else None,
            )
            for one in evidence.quotes
        ),
        metric=mentioned(catalog, trial.metric) if trial and trial.metric else None,
        claims=_grouped(catalog, claims().get(evidence.key, ())),
        used_by=used_by(catalog, evidence.key),
    )


def _freshness(catalog: Catalog, evidence: Evidence) -> Freshness:
    return Freshness(last=last_fresh_day(catalog, evidence), is_stale=is_stale(catalog, evidence))


def _grouped(
    catalog: Catalog, claims: tuple[Claim, ...]
) -> tuple[tuple[Link, tuple[ClaimFacts, ...]], ...]:
    return tuple(
        (link_to(catalog, home), tuple(_claim(catalog, one) for one in group))
        for home, group in groupby(claims, key=lambda one: one.home)
    )


def _claim(catalog: Catalog, claim: Claim) -> ClaimFacts:
    title = catalog.title(claim.at)
    words = claim.words if claim.words != title else ""
    if claim.what == "emotion" and words.startswith("-"):
        words = f"\N{MINUS SIGN}{words[1:]}"
    return ClaimFacts(what=claim.what, words=words, at=Link(text=title, to=claim.at))
