"""From a journey to its map: which lanes it has, and what stands in each cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import felt_parts, travellers, whose
from mkdocs_journeys.catalog.evidence_level import stage_level
from mkdocs_journeys.catalog.fixes import opportunities_at
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.moves import channels_of, first_channel, registered_channels
from mkdocs_journeys.catalog.once import worked_out_once
from mkdocs_journeys.catalog.ways import numbers_of, ways_in_words
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import Experience, Stage, Step
from mkdocs_journeys.pages.blueprint import blueprint_of
from mkdocs_journeys.pages.lanes import lanes_of
from mkdocs_journeys.pages.link import Link, mentioned
from mkdocs_journeys.pages.map_facts import (
    ChannelChoice,
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
from mkdocs_journeys.pages.map_rows import curves_of_rows, texts_of_rows
from mkdocs_journeys.pages.measures import each_once, measures_of


@worked_out_once
def map_of(catalog: Catalog, journey: Journey) -> MapFacts:
    """Give the map of a journey; lanes in which nothing stands are left out."""
    lines = travellers(catalog, journey)
    numbers = {id_: str(number) for id_, number in numbers_of(journey).items()}
    columns = tuple(
        _column(catalog, journey, stage, number, numbers, lines)
        for number, stage in enumerate(journey.stages, 1)
    )
    channels = {
        one.id: ChannelChoice(id=one.id, title=one.title, family=one.family, icon=one.icon)
        for step in journey.all_steps
        for one in registered_channels(catalog, step)
    }
    families = {channel.family for channel in channels.values()}
    order: tuple[Family, ...] = ("digital", "human", "physical", "outside", "")
    return MapFacts(
        title=journey.title,
        state=journey.state,
        lanes=lanes_of(catalog, journey, columns),
        stages=columns,
        travellers=tuple(catalog.title(key) for key in lines),
        traveller_ids=tuple(key.id for key in lines),
        families=tuple(family for family in order if family and family in families),
        channels=tuple(sorted(channels.values(), key=lambda one: order.index(one.family))),
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
        curves=tuple(curves_of_rows(catalog, journey, stage, numbers)),
        moments=tuple(_moments(journey, stage, parts, numbers)),
        thoughts=tuple(Link(text=thought.text) for part in parts for thought in part.thoughts),
        quotes=tuple(_quotes(catalog, parts)),
        pain_points=tuple(_pains(catalog, journey, stage, parts)),
        opportunities=tuple(_opportunities(catalog, journey, stage, parts)),
        metrics=each_once(fact for part in parts for fact in measures_of(catalog, part.metrics)),
        entries=(*_entries(catalog, parts), *texts_of_rows(catalog, stage)),
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
        channel=_("%(channel)s and %(count)s more") % {"channel": channel, "count": more}
        if more > 0
        else channel,
        family=family,
        icon=icon,
        channels=_channels(catalog, step),
        who=_people(catalog, step.actors),
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
        yield _("optional")
    if step.only_for:
        yield _("only for %(whom)s") % {"whom": step.only_for}
    for ref in step.alongside:
        key = catalog.meant(ref)
        if key:
            home, inner = key.id.partition("/")[::2]
            number = numbers.get(inner) if home == journey.id else None
            yield _("alongside %(step)s") % {"step": number or catalog.title(key)}
    yield from ways_in_words(catalog, journey, step)


def _points(
    catalog: Catalog, stage: Stage, numbers: dict[str, str], lines: tuple[Key, ...]
) -> Iterator[CurvePoint]:
    parts = felt_parts(stage)
    for position, part in enumerate(parts):
        at = stage.title if part is stage else _("Step %(number)s") % {"number": numbers[part.id]}
        x = (position + 0.5) / len(parts) * 100
        channels = _channels(catalog, part)
        felt: set[int | None] = set()
        for emotion in part.emotion:
            for persona, who in whose(catalog, emotion, lines):
                line = None if who else lines.index(persona) if persona else 0
                felt.add(line)
                yield CurvePoint(
                    x=x,
                    at=at,
                    score=emotion.score.value if emotion.score else None,
                    word=", ".join(emotion.words),
                    line=line,
                    who=who,
                    when=emotion.when or "",
                    channels=channels,
                    is_moment=part.moment_of_truth is not None,
                    is_assumption=not emotion.evidence,
                )
        # A gap in a line: the curve says so instead of inventing a feeling.
        for silent in range(max(1, len(lines))):
            if silent not in felt:
                yield CurvePoint(x=x, at=at, line=silent, channels=channels)


def _channels(catalog: Catalog, part: Experience) -> tuple[str, ...]:
    """Give the families and then the ids of all channels of a part."""
    found = tuple(registered_channels(catalog, part))
    families = (one.family for one in found if one.family)
    return tuple(dict.fromkeys((*families, *(one.id for one in found))))


def _people(catalog: Catalog, refs: Iterable[Ref]) -> tuple[str, ...]:
    """Give the ids of the personas that are meant, each once; empty where somebody else is too."""
    keys = [catalog.meant(ref) for ref in refs]
    ids = [key.id for key in keys if key and key.kind == "persona"]
    return tuple(dict.fromkeys(ids)) if len(ids) == len(keys) else ()


def _moments(
    journey: Journey, stage: Stage, parts: tuple[Experience, ...], numbers: dict[str, str]
) -> Iterator[MomentFact]:
    for part in parts:
        if moment := part.moment_of_truth:
            is_stage = part is stage
            yield MomentFact(
                question=moment.question or part.title,
                handling=moment.handling or "unrated",
                at="" if is_stage else _("step %(number)s") % {"number": numbers[part.id]},
                to=inner_key("stage" if is_stage else "step", journey, part.id),
            )


def _quotes(catalog: Catalog, parts: tuple[Experience, ...]) -> Iterator[QuoteFact]:
    for part in parts:
        for quote in part.quotes:
            source = catalog.meant(quote.evidence[0]) if quote.evidence else None
            yield QuoteFact(
                text=quote.text,
                said_by=quote.said_by or "",
                to=source,
                lang=quote.lang or "",
                who=_people(catalog, (quote.persona,) if quote.persona else ()),
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
                who=_people(catalog, pain.personas),
                is_assumption=not pain.evidence,
            )


def _opportunities(
    catalog: Catalog, journey: Journey, stage: Stage, parts: tuple[Experience, ...]
) -> Iterator[OpportunityFact]:
    """Give what could be done, written at either end; what the registry does not have last."""
    keys: dict[Key, None] = {}
    labels: dict[str, None] = {}
    for part in parts:
        at = inner_key("stage" if part is stage else "step", journey, part.id)
        keys.update(dict.fromkeys(opportunities_at(catalog, journey, at, part)))
        for use in part.opportunities:
            if catalog.meant(use.opportunity) is None:
                labels[use.title or (use.opportunity.text if use.opportunity else "")] = None
        refs = (ref for pain in part.pain_points for ref in pain.opportunities)
        labels.update({ref.text: None for ref in refs if catalog.meant(ref) is None})
    yield from (opportunity_fact(catalog, key) for key in keys)
    yield from (OpportunityFact(title=label) for label in labels)


def opportunity_fact(catalog: Catalog, key: Key) -> OpportunityFact:
    """Give an opportunity of the registry with the team's own number, where it has one."""
    thing = catalog.known[key].thing
    return OpportunityFact(
        title=catalog.title(key), code=getattr(thing, "code", None) or "", to=key
    )


def _entries(
    catalog: Catalog, parts: tuple[Experience, ...]
) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """Give the cells of the lanes of texts that are ours, those of the blueprint first."""
    cells: dict[str, tuple[Link, ...]] = {}
    for part in parts:
        for lane, links in blueprint_of(catalog, part):
            cells[lane.name] = (*cells.get(lane.name, ()), *links)
    yield from cells.items()
    for name in ("needs", "questions", "highlights", "considerations"):
        texts = tuple(Link(text=text) for part in parts for text in getattr(part, name))
        if texts:
            yield name, texts
