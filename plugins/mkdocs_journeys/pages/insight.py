"""Insights: what the evidence taught us, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.evidence_level import EvidenceLevel, evidence_level
from mkdocs_journeys.model.evidence import Insight
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.answers import InitiativeFacts, initiatives_for
from mkdocs_journeys.pages.link import Link, all_mentioned, links_to
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.standing import StandingFacts, standing_of
from mkdocs_journeys.pages.used_by import UsedByGroup, used_by


@dataclass(frozen=True, slots=True, kw_only=True)
class InsightFacts:
    """All that the page of an insight tells."""

    insight: Insight
    standing: StandingFacts
    steps: tuple[Link, ...]
    stages: tuple[Link, ...]
    sources: tuple[Link, ...]
    opportunities: tuple[Link, ...]
    initiatives: tuple[InitiativeFacts, ...]
    used_by: tuple[UsedByGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InsightRow:
    """One insight in the list."""

    insight: Insight
    evidence: EvidenceLevel
    opportunities: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InsightsFacts:
    """All insights in the order of their files, and the themes there are, by name."""

    rows: tuple[InsightRow, ...]
    themes: tuple[str, ...]


def insight_pages(catalog: Catalog) -> Iterator[Page]:
    """Give the list of insights and the page of each."""
    yield insights_page(catalog)
    for insight in catalog.all(Insight):
        yield insight_page(catalog, insight)


def insights_page(catalog: Catalog) -> Page:
    """Give the page that lists all insights."""
    rows = tuple(
        InsightRow(
            insight=one,
            evidence=evidence_level(catalog, one.evidence),
            opportunities=links_to(catalog, catalog.related(one.key, "opportunity")),
        )
        for one in catalog.all(Insight)
    )
    return Page(
        key=page_key("insights"),
        title="Insights",
        template="insights",
        facts=InsightsFacts(
            rows=rows,
            themes=tuple(sorted({row.insight.theme for row in rows if row.insight.theme})),
        ),
        above=HOME,
        lede="What the evidence taught us.",
        is_listed=bool(rows),
    )


def insight_page(catalog: Catalog, insight: Insight) -> Page:
    """Give the page of an insight."""
    opportunities = catalog.related(insight.key, "opportunity")
    return Page(
        key=insight.key,
        title=insight.called,
        template="insight",
        facts=InsightFacts(
            insight=insight,
            standing=standing_of(
                catalog, insight, evidence=evidence_level(catalog, insight.evidence)
            ),
            steps=all_mentioned(catalog, insight.steps),
            stages=all_mentioned(catalog, insight.stages),
            sources=all_mentioned(catalog, insight.evidence),
            opportunities=links_to(catalog, opportunities),
            initiatives=initiatives_for(catalog, opportunities),
            used_by=used_by(catalog, insight.key),
        ),
        above=page_key("insights"),
        source=insight.spot.file,
        lede=insight.summary or "",
        words="\n".join(
            text for text in (insight.code, insight.summary, insight.theme, *insight.tags) if text
        ),
    )
