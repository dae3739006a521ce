"""Insights: what the evidence taught us, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.evidence_level import EvidenceLevel, evidence_level
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.evidence import Insight
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.answers import InitiativeFacts, initiatives_for
from mkdocs_journeys.pages.choices import Choices, as_value, by_words, narrowing
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
    """One insight in the list; ``theme`` is that of the insight as a value for the address."""

    insight: Insight
    theme: str
    evidence: EvidenceLevel
    opportunities: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InsightsFacts:
    """All insights in the order of their files, and what they can be chosen by."""

    rows: tuple[InsightRow, ...]
    narrowing: tuple[Choices, ...]


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
            theme=as_value(one.theme),
            evidence=evidence_level(catalog, one.evidence),
            opportunities=links_to(catalog, catalog.related(one.key, "opportunity")),
        )
        for one in catalog.all(Insight)
    )
    return Page(
        key=page_key("insights"),
        title=_("Insights"),
        template="insights",
        facts=InsightsFacts(
            rows=rows,
            narrowing=_narrowing(rows),
        ),
        above=HOME,
        lede=_("What the evidence taught us."),
        is_listed=bool(rows),
    )


def _narrowing(rows: tuple[InsightRow, ...]) -> tuple[Choices, ...]:
    themes = {row.theme: row.insight.theme for row in rows if row.theme and row.insight.theme}
    return narrowing(
        by_words(
            "theme",
            _("Theme"),
            (row.theme for row in rows),
            order=sorted(themes),
            titles=themes,
            everything=_("All themes"),
        ),
        by_words("sounds", _("Sounds"), (row.insight.sentiment or "" for row in rows)),
        by_words("signal", _("Signal"), (row.insight.signal or "" for row in rows)),
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
