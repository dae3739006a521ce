"""Opportunities: what could be better, ranked, and the chain from pain to proof."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.effects import span_of
from mkdocs_journeys.catalog.evidence_level import evidence_level
from mkdocs_journeys.catalog.priorities import (
    Quadrant,
    impact,
    numbers_of,
    opportunity_score,
    quadrant,
    ranked,
)
from mkdocs_journeys.catalog.progress import Progress, opportunity_progress
from mkdocs_journeys.diagrams.priority_matrix import PriorityMatrix, priority_matrix
from mkdocs_journeys.diagrams.roadmap import Roadmap, roadmap_of
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import later
from mkdocs_journeys.model.improvement import Initiative, Opportunity
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.values import Day
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.chain import ChainFacts, chain_of
from mkdocs_journeys.pages.choices import Choices, by_things, by_words, keys_of, narrowing
from mkdocs_journeys.pages.link import Link, all_mentioned, link_to, links_to, mentioned
from mkdocs_journeys.pages.page import Later, Page
from mkdocs_journeys.pages.standing import StandingFacts, standing_of
from mkdocs_journeys.pages.used_by import UsedByGroup, used_by
from mkdocs_journeys.pages.work_lists import work_lists

PROGRESS_WORDS: dict[Progress, str] = {
    "delivery": later("In delivery"),
    "planned": later("Planned"),
    "idea": later("Idea"),
    "done": later("Done"),
    "closed": later("Closed"),
}
"""How far an opportunity has come, in the order in which a reader asks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """How much the two values count, each as a share from 0 to 1."""

    customer: float
    business: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Arising:
    """The stages of one journey that an opportunity arises in."""

    journey: Link
    stages: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityRow:
    """One opportunity in the list.

    ``number`` is its own, in the list and in the matrix; ``place`` counts from 1 and is shared by
    equal scores, None where it has none; ``score`` is impact minus effort, from -4 to 4.
    ``start`` and ``end`` are those of its initiatives, ``after`` is what these wait for.
    ``arising`` names the stages of today's maps, those of future ones where there are no others.
    """

    opportunity: Opportunity
    number: str
    place: int | None
    impact: float | None
    score: float | None
    quadrant: Quadrant | None
    progress: Progress
    owner: Link | None
    arising: tuple[Arising, ...]
    has_initiatives: bool
    start: Day | None
    end: Day | None
    after: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunitiesFacts:
    """All opportunities, best score first and those without one last."""

    rows: tuple[OpportunityRow, ...]
    weight: Weight
    matrix: PriorityMatrix
    roadmap: Roadmap
    narrowing: tuple[Choices, ...]
    lists: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityPageFacts:
    """All that the page of an opportunity tells."""

    row: OpportunityRow
    weight: Weight
    standing: StandingFacts
    where: tuple[Link, ...]
    insights: tuple[Link, ...]
    alignment: tuple[Link, ...]
    chain: ChainFacts
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
    return Page(
        key=page_key("opportunities"),
        title=_("Opportunities"),
        template="opportunities",
        facts=Later(_all_facts, catalog, rows),
        above=HOME,
        lede=_("What could be better, ranked by impact minus effort."),
        hides=("navigation", "toc") if rows else (),
        is_listed=bool(rows),
    )


def _all_facts(catalog: Catalog, rows: tuple[OpportunityRow, ...]) -> OpportunitiesFacts:
    return OpportunitiesFacts(
        rows=rows,
        weight=weight_of(catalog),
        matrix=priority_matrix(catalog),
        roadmap=roadmap_of(catalog),
        narrowing=narrowing(
            by_things(catalog, "owner", _("Owner"), (keys_of((row.owner,)) for row in rows)),
            by_words(
                "status",
                _("Status"),
                (row.progress for row in rows),
                order=PROGRESS_WORDS,
                titles={word: _(said) for word, said in PROGRESS_WORDS.items()},
            ),
        ),
        lists=work_lists(catalog),
    )


def _opportunity_page(catalog: Catalog, row: OpportunityRow) -> Page:
    opportunity = row.opportunity
    return Page(
        key=opportunity.key,
        title=opportunity.called,
        template="opportunity",
        facts=Later(_facts, catalog, row),
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


def _facts(catalog: Catalog, row: OpportunityRow) -> OpportunityPageFacts:
    opportunity = row.opportunity
    key = opportunity.key
    where = (*catalog.related(key, "stage"), *catalog.related(key, "step"))
    return OpportunityPageFacts(
        row=row,
        weight=weight_of(catalog),
        standing=standing_of(
            catalog,
            opportunity,
            status=opportunity.status,
            evidence=evidence_level(catalog, opportunity.evidence),
        ),
        where=tuple(_place(catalog, each) for each in catalog.in_order(where)),
        insights=links_to(catalog, catalog.related(key, "insight")),
        alignment=all_mentioned(catalog, opportunity.alignment),
        chain=chain_of(catalog, (key,), catalog.related(key, "initiative")),
        used_by=used_by(catalog, key),
    )


def _ranked(catalog: Catalog) -> tuple[OpportunityRow, ...]:
    found = ranked(catalog)
    scores = [opportunity_score(catalog, one) for one in found]
    return tuple(
        _row(catalog, one, number, None if score is None else scores.index(score) + 1)
        for one, number, score in zip(found, numbers_of(found), scores, strict=True)
    )


def _row(
    catalog: Catalog, opportunity: Opportunity, number: str, place: int | None
) -> OpportunityRow:
    key = opportunity.key
    start, end = span_of(catalog, opportunity)
    initiatives = catalog.related(key, "initiative")
    worth, effort = impact(catalog, opportunity), opportunity.effort
    return OpportunityRow(
        opportunity=opportunity,
        number=number,
        place=place,
        impact=worth,
        score=opportunity_score(catalog, opportunity),
        quadrant=quadrant(worth, effort) if worth is not None and effort is not None else None,
        progress=opportunity_progress(catalog, opportunity),
        owner=mentioned(catalog, opportunity.owner) if opportunity.owner else None,
        arising=_arising(catalog, key),
        has_initiatives=bool(initiatives),
        start=start,
        end=end,
        after=links_to(catalog, _waited_for(catalog, initiatives)),
    )


def _waited_for(catalog: Catalog, initiatives: Iterable[Key]) -> tuple[Key, ...]:
    """Give what initiatives of an opportunity wait for that is not done, in order, each once."""
    works = [one for key in initiatives if (one := catalog.entry(Initiative, key.id))]
    firsts = (catalog.meant(ref) for one in works for ref in one.depends_on)
    found = [(key, catalog.entry(Initiative, key.id)) for key in firsts if key]
    return catalog.in_order(
        key for key, first in found if first and first.status not in ("done", "dropped")
    )


def _arising(catalog: Catalog, key: Key) -> tuple[Arising, ...]:
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
    groups: dict[Key, list[Key]] = {}
    for each in catalog.in_order(found):
        journey = catalog.journey_of(each)
        if journey:
            groups.setdefault(journey.key, []).append(each)
    current = [one for one in groups if _is_current(catalog, one)]
    return tuple(
        Arising(journey=link_to(catalog, one), stages=links_to(catalog, groups[one]))
        for one in current or groups
    )


def _is_current(catalog: Catalog, key: Key) -> bool:
    journey = catalog.journey_of(key)
    return journey is not None and journey.state == "current"


def _place(catalog: Catalog, key: Key) -> Link:
    journey = catalog.journey_of(key)
    return link_to(catalog, key, note=journey.title if journey else "")
