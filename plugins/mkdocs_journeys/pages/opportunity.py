"""Opportunities: what could be better, ranked, and the chain from pain to proof."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.effects import span_of
from mkdocs_journeys.catalog.evidence_level import evidence_level
from mkdocs_journeys.catalog.fixes import found_pain_point
from mkdocs_journeys.catalog.priorities import impact, opportunity_score
from mkdocs_journeys.model.improvement import Initiative, Opportunity
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.answers import (
    AnswerFacts,
    InitiativeFacts,
    answer_of,
    initiatives_for,
)
from mkdocs_journeys.pages.link import Link, all_mentioned, link_to, links_to, mentioned
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.standing import StandingFacts, standing_of
from mkdocs_journeys.pages.used_by import UsedByGroup, used_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """How much the two values count, each as a share from 0 to 1."""

    customer: float
    business: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A metric that initiatives for the opportunity shall change, with what they expect."""

    metric: Link
    change: str
    due: str
    initiative: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityRow:
    """One opportunity in the list.

    ``place`` counts from 1, None where it has no score; ``score`` is impact minus effort, from
    -4 to 4. ``start`` and ``due`` are those of its initiatives, as typed.
    """

    opportunity: Opportunity
    place: int | None
    impact: float | None
    score: float | None
    owner: Link | None
    stages: tuple[Link, ...]
    initiatives: tuple[InitiativeFacts, ...]
    start: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunitiesFacts:
    """All opportunities, best score first and those without one last."""

    rows: tuple[OpportunityRow, ...]
    weight: Weight
    statuses: tuple[str, ...]
    owners: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityPageFacts:
    """All that the page of an opportunity tells; the chain runs from ``pains`` to ``changes``."""

    row: OpportunityRow
    weight: Weight
    standing: StandingFacts
    pains: tuple[AnswerFacts, ...]
    where: tuple[Link, ...]
    insights: tuple[Link, ...]
    alignment: tuple[Link, ...]
    changes: tuple[Change, ...]
    used_by: tuple[UsedByGroup, ...]


def opportunity_pages(catalog: Catalog) -> Iterator[Page]:
    """Give the ranked list of opportunities and the page of each."""
    rows = _ranked(catalog)
    yield _opportunities_page(catalog, rows)
    for row in sorted(rows, key=lambda one: catalog.known[one.opportunity.key].order):
        yield _opportunity_page(catalog, row)


def weight_of(catalog: Catalog) -> Weight:
    """Give the weights of handbook.yml as shares; one half each where it says nothing."""
    given = catalog.settings.opportunity_weights
    customer = given.customer_value.value if given else 0.5
    business = given.business_value.value if given else 0.5
    total = customer + business
    if not total:
        return Weight(customer=0.0, business=0.0)
    return Weight(customer=customer / total, business=business / total)


def _opportunities_page(catalog: Catalog, rows: tuple[OpportunityRow, ...]) -> Page:
    owners = {row.owner.to: row.owner for row in rows if row.owner and row.owner.to}
    statuses = {row.opportunity.status for row in rows}
    return Page(
        key=page_key("opportunities"),
        title="Opportunities",
        template="opportunities",
        facts=OpportunitiesFacts(
            rows=rows,
            weight=weight_of(catalog),
            statuses=tuple(
                word for word in ("open", "in-progress", "solved", "dismissed") if word in statuses
            ),
            owners=tuple(owners[key] for key in catalog.in_order(key for key in owners if key)),
        ),
        above=HOME,
        lede="What could be better, ranked by impact minus effort.",
        is_listed=bool(rows),
    )


def _opportunity_page(catalog: Catalog, row: OpportunityRow) -> Page:
    opportunity = row.opportunity
    key = opportunity.key
    found = (found_pain_point(catalog, each) for each in catalog.related(key, "pain-point"))
    where = (*catalog.related(key, "stage"), *catalog.related(key, "step"))
    return Page(
        key=key,
        title=opportunity.called,
        template="opportunity",
        facts=OpportunityPageFacts(
            row=row,
            weight=weight_of(catalog),
            standing=standing_of(
                catalog,
                opportunity,
                status=opportunity.status,
                evidence=evidence_level(catalog, opportunity.evidence),
            ),
            pains=tuple(answer_of(catalog, one) for one in found if one),
            where=tuple(_place(catalog, each) for each in catalog.in_order(where)),
            insights=links_to(catalog, catalog.related(key, "insight")),
            alignment=all_mentioned(catalog, opportunity.alignment),
            changes=tuple(_changes(catalog, key)),
            used_by=used_by(catalog, key),
        ),
        above=page_key("opportunities"),
        source=opportunity.spot.file,
        lede=opportunity.summary or "",
        words="\n".join(
            text
            for text in (
                opportunity.code,
                opportunity.summary,
                *opportunity.ideas,
                *opportunity.tags,
            )
            if text
        ),
    )


def _ranked(catalog: Catalog) -> tuple[OpportunityRow, ...]:
    scored = [(one, opportunity_score(catalog, one)) for one in catalog.all(Opportunity)]
    scored.sort(key=lambda pair: -9.0 if pair[1] is None else pair[1], reverse=True)
    scores = [score for _, score in scored]
    return tuple(
        _row(catalog, one, score, None if score is None else scores.index(score) + 1)
        for one, score in scored
    )


def _row(
    catalog: Catalog, opportunity: Opportunity, score: float | None, place: int | None
) -> OpportunityRow:
    key = opportunity.key
    start, due = span_of(catalog, opportunity)
    return OpportunityRow(
        opportunity=opportunity,
        place=place,
        impact=impact(catalog, opportunity),
        score=score,
        owner=mentioned(catalog, opportunity.owner) if opportunity.owner else None,
        stages=_stages(catalog, key),
        initiatives=initiatives_for(catalog, (key,)),
        start=start.text if start else "",
        due=due.text if due else "",
    )


def _stages(catalog: Catalog, key: Key) -> tuple[Link, ...]:
    """Give the stages that an opportunity arises in, by its stages, steps and pain points."""
    found: dict[Key, None] = dict.fromkeys(catalog.related(key, "stage"))
    parts = (*catalog.related(key, "step"), *catalog.related(key, "pain-point"))
    for part in parts:
        journey = catalog.journey_of(part)
        id_ = part.id.partition("/")[2]
        for stage in journey.stages if journey else ():
            ids = {one.id for one in stage.steps}
            ids |= {pain.id or "" for one in (stage, *stage.steps) for pain in one.pain_points}
            if journey and id_ in ids:
                found[Key("stage", f"{journey.id}/{stage.id}")] = None
    return tuple(_place(catalog, each) for each in catalog.in_order(found))


def _place(catalog: Catalog, key: Key) -> Link:
    journey = catalog.journey_of(key)
    return link_to(catalog, key, note=journey.title if journey else "")


def _changes(catalog: Catalog, key: Key) -> Iterator[Change]:
    for each in catalog.related(key, "initiative"):
        initiative = catalog.entry(Initiative, each.id)
        for one in initiative.expects if initiative else ():
            yield Change(
                metric=mentioned(catalog, one.metric),
                change=one.change or "",
                due=one.due.text if one.due else "",
                initiative=link_to(catalog, each),
            )
