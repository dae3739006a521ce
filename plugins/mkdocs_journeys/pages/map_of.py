"""From a journey to its map: which lanes it has, and what stands in each cell."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import felt_parts, travellers
from mkdocs_journeys.catalog.evidence_level import stage_level
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.moves import channels_of, first_channel
from mkdocs_journeys.catalog.ways import numbers_of, ways_in_words
from mkdocs_journeys.model.emotion import Emotion
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import Experience, Stage, Step
from mkdocs_journeys.pages.lanes import lanes_of
from mkdocs_journeys.pages.link import Link, in_row, mentioned
from mkdocs_journeys.pages.map_facts import (
    CurvePoint,
    Family,
    MapFacts,
    MomentFact,
    OpportunityFact,
    PainFact,
    QuoteFact,
    StageColumn,
    StepFact,
)
from mkdocs_journeys.pages.measures import measures_of, once


def map_of(catalog: Catalog, journey: Journey) -> MapFacts:
    """Give the map of a journey; lanes in which nothing stands are left out."""
    lines = travellers(catalog, journey)
    numbers = {id_: str(number) for id_, number in numbers_of(journey).items()}
    columns = tuple(
        _column(catalog, journey, stage, number, numbers, lines)
        for number, stage in enumerate(journey.stages, 1)
    )
    families = {step.family for column in columns for step in column.steps if step.family}
    order: tuple[Family, ...] = ("digital", "human", "physical", "outside")
    return MapFacts(
        title=journey.title,
        state=journey.state,
        lanes=lanes_of(catalog, journey, columns),
        stages=columns,
        travellers=tuple(catalog.title(key) for key in lines),
        families=tuple(family for family in order if family in families),
    )


def _column(
    catalog: Catalog,
    journey: Journey,
    stage: Stage,
    number: int,
    numbers: dict[str, str],
    lines: tuple[Key, ...],
) -> StageColumn:
    key = inner_key("stage", journey, stage.id)
    before = journey.stages[number - 2].chapter if number > 1 else None
    parts = (stage, *stage.steps)
    return StageColumn(
        number=str(number),
        title=stage.title,
        anchor=stage.id,
        to=key,
        customer_goal=stage.customer_goal or "",
        timing=stage.timing or stage.duration or stage.wait or "",
        chapter=stage.chapter or "" if stage.chapter != before else "",
        evidence=stage_level(catalog, stage),
        formerly=stage.formerly,
        steps=tuple(_step(catalog, journey, stage, step, numbers) for step in stage.steps),
        points=tuple(_points(catalog, stage, numbers, lines)),
        moments=tuple(_moments(journey, stage, parts, numbers)),
        thoughts=tuple(Link(text=thought.text) for part in parts for thought in part.thoughts),
        quotes=tuple(_quotes(catalog, parts)),
        pain_points=tuple(_pains(catalog, journey, stage, parts)),
        opportunities=tuple(_opportunities(catalog, journey, parts)),
        metrics=once(fact for part in parts for fact in measures_of(catalog, part.metrics)),
        entries=tuple(_entries(catalog, parts)),
    )


def _step(
    catalog: Catalog, journey: Journey, stage: Stage, step: Step, numbers: dict[str, str]
) -> StepFact:
    channel, family, icon = first_channel(catalog, step)
    more = len(channels_of(catalog, step)) - 1
    return StepFact(
        number=numbers[step.id],
        title=step.title,
        anchor=step.id,
        to=Key("step-of-stage", f"{journey.id}/{stage.id}/{step.id}"),
        channel=f"{channel} and {more} more" if more > 0 else channel,
        family=family,
        icon=icon,
        is_moment=step.moment_of_truth is not None,
        is_unseen=step.side == "company",
        notes=tuple(_notes(catalog, journey, step, numbers)),
        opens=mentioned(catalog, step.journey) if step.journey else None,
        formerly=step.formerly,
    )


def _notes(
    catalog: Catalog, journey: Journey, step: Step, numbers: dict[str, str]
) -> Iterator[str]:
    if step.optional:
        yield "optional"
    if step.only_for:
        yield f"only for {step.only_for}"
    for ref in step.alongside:
        key = catalog.meant(ref)
        if key:
            yield f"alongside {numbers.get(key.id.partition('/')[2], key.id)}"
    yield from ways_in_words(catalog, journey, step)


def _points(
    catalog: Catalog, stage: Stage, numbers: dict[str, str], lines: tuple[Key, ...]
) -> Iterator[CurvePoint]:
    parts = felt_parts(stage)
    for position, part in enumerate(parts):
        at = f"Step {numbers[part.id]}" if part is not stage else stage.title
        x = (position + 0.5) / len(parts) * 100
        _, family, _ = first_channel(catalog, part)
        if not part.emotion:
            # A gap in every line: the curve says so instead of inventing a feeling.
            for silent in range(max(1, len(lines))):
                yield CurvePoint(x=x, at=at, line=silent, family=family)
        for emotion in part.emotion:
            for line, who in _lines(catalog, emotion, lines):
                yield CurvePoint(
                    x=x,
                    at=at,
                    score=emotion.score.value if emotion.score else None,
                    word=", ".join(emotion.words),
                    line=line,
                    who=who,
                    when=emotion.when or "",
                    family=family,
                    is_moment=part.moment_of_truth is not None,
                    is_assumption=not emotion.evidence,
                )


def _lines(
    catalog: Catalog, emotion: Emotion, lines: tuple[Key, ...]
) -> Iterator[tuple[int | None, str]]:
    if emotion.who is None:
        yield from ((line, "") for line in range(max(1, len(lines))))
        return
    key = catalog.meant(emotion.who)
    if key in lines:
        yield lines.index(key), ""
    else:
        yield None, catalog.title(key) if key else emotion.who.text


def _moments(
    journey: Journey, stage: Stage, parts: tuple[Experience, ...], numbers: dict[str, str]
) -> Iterator[MomentFact]:
    for part in parts:
        if moment := part.moment_of_truth:
            is_stage = part is stage
            yield MomentFact(
                question=moment.question or part.title,
                handling=moment.handling or "unrated",
                at="" if is_stage else f"step {numbers[part.id]}",
                to=inner_key("stage" if is_stage else "step", journey, part.id),
            )


def _quotes(catalog: Catalog, parts: tuple[Experience, ...]) -> Iterator[QuoteFact]:
    for part in parts:
        for quote in part.quotes:
            source = catalog.meant(quote.evidence[0]) if quote.evidence else None
            yield QuoteFact(
                text=quote.text, said_by=quote.said_by or "", to=source, lang=quote.lang or ""
            )


def _pains(
    catalog: Catalog, journey: Journey, stage: Stage, parts: tuple[Experience, ...]
) -> Iterator[PainFact]:
    for part in parts:
        for pain in part.pain_points:
            yield PainFact(
                title=pain.title,
                severity=pain.severity.word if pain.severity else "",
                frequency=pain.frequency.word if pain.frequency else "",
                reach=pain.reach or "",
                to=inner_key("stage", journey, stage.id),
                is_assumption=not pain.evidence,
            )


def _opportunities(
    catalog: Catalog, journey: Journey, parts: tuple[Experience, ...]
) -> Iterator[OpportunityFact]:
    seen: set[str] = set()
    for part in parts:
        for use in part.opportunities:
            key = catalog.meant(use.opportunity)
            if key is None:
                label = use.title or (use.opportunity.text if use.opportunity else "")
                yield OpportunityFact(title=label)
            elif key.id not in seen:
                seen.add(key.id)
                yield opportunity_fact(catalog, key)
        for pain in part.pain_points:
            keys = [catalog.meant(ref) for ref in pain.opportunities]
            if pain.id:
                pain_key = inner_key("pain-point", journey, pain.id)
                keys += catalog.related(pain_key, "opportunity")
            for key in keys:
                if key and key.id not in seen:
                    seen.add(key.id)
                    yield opportunity_fact(catalog, key)


def opportunity_fact(catalog: Catalog, key: Key) -> OpportunityFact:
    """Give an opportunity of the registry with the team's own number, where it has one."""
    thing = catalog.known[key].thing
    return OpportunityFact(
        title=catalog.title(key), code=getattr(thing, "code", None) or "", to=key
    )


def _entries(
    catalog: Catalog, parts: tuple[Experience, ...]
) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """Give the cells of the lanes of texts: the blueprint, and the rows of the team's own."""
    for lane in ("physical_evidence", "frontstage", "backstage", "support", "fail_points"):
        links = tuple(
            link for part in parts if part.blueprint for link in _blueprint(catalog, part, lane)
        )
        if links:
            yield lane.replace("_", "-"), links
    for lane in ("needs", "questions", "highlights", "considerations"):
        links = tuple(Link(text=text) for part in parts for text in getattr(part, lane))
        if links:
            yield lane, links
    titles = dict.fromkeys(title for part in parts for title in part.rows)
    for title in titles:
        texts = (text for part in parts for text in part.rows.get(title, ()))
        yield f"row:{title}", in_row(catalog, title, texts)


def _blueprint(catalog: Catalog, part: Experience, lane: str) -> Iterator[Link]:
    assert part.blueprint is not None
    for item in getattr(part.blueprint, lane):
        if isinstance(item, str):
            yield Link(text=item)
        elif lane == "fail_points":
            yield Link(text=item.title, note=item.mitigation or "")
        elif item.who is None:
            yield Link(text=item.does or "")
        else:
            who = mentioned(catalog, item.who)
            yield Link(text=who.text, to=who.to, note=item.does or "")
