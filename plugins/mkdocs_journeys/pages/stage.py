"""The page of a stage: its steps one by one, what happens behind them, and what we do about it."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import Feeling, feelings, travellers
from mkdocs_journeys.catalog.evidence_level import stage_level
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.ways import numbers_of
from mkdocs_journeys.diagrams.flow import flow_of_stage
from mkdocs_journeys.diagrams.graph import Graph
from mkdocs_journeys.model.improvement import Opportunity
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import Stage
from mkdocs_journeys.pages.answers import InitiativeFacts, initiatives_for
from mkdocs_journeys.pages.lanes import LANES
from mkdocs_journeys.pages.link import Link, all_mentioned, mentioned
from mkdocs_journeys.pages.map_facts import Lane, MapFacts
from mkdocs_journeys.pages.map_of import map_of
from mkdocs_journeys.pages.measures import AgainstTarget, against_targets
from mkdocs_journeys.pages.page import Later, Page
from mkdocs_journeys.pages.part import PartFacts, findable, part_of
from mkdocs_journeys.pages.standing import StandingFacts
from mkdocs_journeys.pages.used_by import UsedByGroup, used_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Sister:
    """One stage of the journey in the row of all stages.

    ``scores`` are those of one traveller, from -2 to 2, in order.
    """

    link: Link
    number: str
    is_here: bool
    scores: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """An opportunity of this stage with what is done about it."""

    link: Link
    owner: Link | None
    status: str
    initiatives: tuple[InitiativeFacts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BehindRow:
    """One lane of the service blueprint: its entries for each part that has a blueprint."""

    lane: Lane
    cells: tuple[tuple[Link, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StageFacts:
    """All that the page of a stage tells; ``number`` counts from 1 in the journey.

    ``says_more`` is true where the stage itself says what no other part of the page shows.
    ``behind`` are the lanes behind its steps, and behind the stage as a whole where it has some.
    """

    journey: Journey
    stage: Stage
    number: int
    standing: StandingFacts
    sisters: tuple[Sister, ...]
    map: MapFacts
    lowest: Feeling | None
    highest: Feeling | None
    metrics: tuple[AgainstTarget, ...]
    whole: PartFacts
    says_more: bool
    steps: tuple[PartFacts, ...]
    behind: tuple[BehindRow, ...]
    flow: Graph | None
    lifecycle: tuple[Link, ...]
    work: tuple[Work, ...]
    before: Link | None
    after: Link | None
    used_by: tuple[UsedByGroup, ...]


SHOWN_ELSEWHERE = {
    *("spot", "id", "title", "code", "summary", "customer_goal", "chapter", "lifecycle"),
    *("owner", "evidence", "quotes", "blueprint", "metrics", "steps", "formerly"),
}
"""What a stage says in the head of its page and in parts of their own."""


def stage_page(catalog: Catalog, journey: Journey, stage: Stage) -> Page:
    """Give the page of one stage of a journey."""
    return Page(
        key=inner_key("stage", journey, stage.id),
        title=stage.title,
        template="stage",
        facts=Later(_facts, catalog, journey, stage),
        above=journey.key,
        source=journey.spot.file,
        hides=("navigation",),
        lede=stage.customer_goal or "",
        words="\n".join(text for text in (journey.title, stage.code, findable(stage)) if text),
    )


def _facts(catalog: Catalog, journey: Journey, stage: Stage) -> StageFacts:
    number = journey.stages.index(stage) + 1
    numbers = numbers_of(journey)
    felt = [
        feeling
        for feeling in feelings(catalog, journey)
        if feeling.score is not None and not feeling.who
    ]
    here = [feeling for feeling in felt if feeling.stage is stage]
    owner = stage.owner or journey.owner
    steps = tuple(
        part_of(catalog, journey, stage, step, str(numbers[step.id])) for step in stage.steps
    )
    whole = part_of(catalog, journey, stage, stage)
    return StageFacts(
        journey=journey,
        stage=stage,
        number=number,
        standing=StandingFacts(
            owner=mentioned(catalog, owner) if owner else None,
            status=journey.status if journey.status != "published" else "",
            state=journey.state,
            evidence=stage_level(catalog, stage),
            sources=whole.sources,
            confidence=stage.confidence or "",
        ),
        sisters=_sisters(catalog, journey, stage, felt),
        map=map_of(catalog, journey),
        lowest=min(here, key=lambda one: one.score or 0.0, default=None),
        highest=max(here, key=lambda one: one.score or 0.0, default=None),
        metrics=tuple(
            against_targets(
                catalog, (use for part in (stage, *stage.steps) for use in part.metrics)
            )
        ),
        whole=whole,
        says_more=not stage.model_fields_set <= SHOWN_ELSEWHERE,
        steps=steps,
        behind=_behind((*steps, whole)),
        flow=flow_of_stage(catalog, journey, stage) if len(stage.steps) > 1 else None,
        lifecycle=all_mentioned(catalog, stage.lifecycle),
        work=_work(catalog, (whole, *steps)),
        before=_neighbour(journey, number - 2),
        after=_neighbour(journey, number),
        used_by=used_by(catalog, inner_key("stage", journey, stage.id)),
    )


def _sisters(
    catalog: Catalog, journey: Journey, here: Stage, felt: list[Feeling]
) -> tuple[Sister, ...]:
    # One curve: with a second person in it, it would jump to and fro.
    first = next(iter(travellers(catalog, journey)), None)
    return tuple(
        Sister(
            link=Link(text=stage.title, to=inner_key("stage", journey, stage.id)),
            number=str(number),
            is_here=stage is here,
            scores=tuple(
                one.score or 0.0 for one in felt if one.stage is stage and one.persona == first
            ),
        )
        for number, stage in enumerate(journey.stages, 1)
    )


def _behind(parts: tuple[PartFacts, ...]) -> tuple[BehindRow, ...]:
    told = [{lane.name: entries for lane, entries in part.blueprint} for part in parts]
    told = [one for one in told if one]
    return tuple(
        BehindRow(lane=lane, cells=tuple(one.get(lane.name, ()) for one in told))
        for lane in LANES
        if any(lane.name in one for one in told)
    )


def _work(catalog: Catalog, parts: tuple[PartFacts, ...]) -> tuple[Work, ...]:
    links = [
        link
        for part in parts
        for link in (
            *part.opportunities,
            *(each for pain in part.pain_points for each in pain.opportunities),
        )
    ]
    keys: list[Key] = [link.to for link in links if link.to]
    found = []
    for key in catalog.in_order(keys):
        opportunity = catalog.entry(Opportunity, key.id)
        found.append(
            Work(
                link=Link(text=catalog.title(key), to=key),
                owner=(
                    mentioned(catalog, opportunity.owner)
                    if opportunity and opportunity.owner
                    else None
                ),
                status=opportunity.status if opportunity else "",
                initiatives=initiatives_for(catalog, (key,)),
            )
        )
    return tuple(found)


def _neighbour(journey: Journey, position: int) -> Link | None:
    if not 0 <= position < len(journey.stages):
        return None
    stage = journey.stages[position]
    return Link(text=stage.title, to=inner_key("stage", journey, stage.id))
