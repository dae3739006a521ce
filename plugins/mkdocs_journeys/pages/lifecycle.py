"""The life of a customer with us: every stage of it, and one page for each across all maps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from statistics import fmean

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import Feeling, feelings, felt_parts
from mkdocs_journeys.catalog.encounters import scores_at
from mkdocs_journeys.catalog.gathered import HANDLINGS, moments, pain_points
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.ways import numbers_of
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.handbook import Lifecycle
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.step import Stage
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.entries import lifecycle_stages
from mkdocs_journeys.pages.link import Link, all_mentioned
from mkdocs_journeys.pages.page import Later, Page
from mkdocs_journeys.pages.used_by import UsedByGroup, used_by

MOST_PAINS = 3
"""So many pain points of a stage stand beside the others, the worst first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepAcross:
    """One step with its number in its journey; ``score`` is from -2 to 2, None without one."""

    step: Link
    number: str
    score: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageAcross:
    """One stage of a journey beside the others. ``mean`` is from -2 to 2, None without scores.

    ``moments`` pair a question with how it is handled; ``pains`` are the worst, ``pains_left``
    counts the rest.
    """

    stage: Link
    goal: str
    mean: float | None
    steps: tuple[StepAcross, ...]
    moments: tuple[tuple[Link, str], ...]
    pains: tuple[tuple[PainPoint, Key], ...]
    pains_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyAcross:
    """The stages of one journey that lie in a lifecycle stage; ``mean`` is that of all of them.

    ``scores`` are those of its steps there, in order, None where nobody scored one.
    """

    journey: Link
    state: str
    status: str
    personas: tuple[Link, ...]
    mean: float | None
    scores: tuple[float | None, ...]
    stages: tuple[StageAcross, ...]

    @property
    def is_today(self) -> bool:
        """Whether it tells how it is, rather than how it shall be or was."""
        return self.state == "current" and self.status != "retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class LifecycleStageFacts:
    """One lifecycle stage; ``journeys`` is empty where no map touches it yet.

    ``mean``, ``handled`` (moments of truth by how they are handled, worst first) and ``pains``
    are those of today's maps.
    """

    key: Key
    lifecycle: Lifecycle
    number: int
    mean: float | None
    handled: tuple[tuple[str, int], ...]
    pains: int
    journeys: tuple[JourneyAcross, ...]
    sisters: tuple[Link, ...]
    used_by: tuple[UsedByGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LifecycleFacts:
    """All lifecycle stages in order; ``covered`` counts those that a map of today touches."""

    stages: tuple[LifecycleStageFacts, ...]
    covered: int


def lifecycle_pages(catalog: Catalog) -> Iterator[Page]:
    """Give the page of the lifecycle and one for each stage; none where handbook.yml has none."""
    stages = tuple(lifecycle_stages(catalog))
    if not stages:
        return

    # Both the page of all and those of each want them.
    @cache
    def all_facts() -> tuple[LifecycleStageFacts, ...]:
        return tuple(_facts(catalog, one, number) for number, one in enumerate(stages, 1))

    yield Page(
        key=page_key("lifecycle"),
        title=_("Lifecycle"),
        template="lifecycle",
        facts=Later(
            lambda: LifecycleFacts(
                stages=all_facts(),
                covered=sum(any(one.is_today for one in stage.journeys) for stage in all_facts()),
            )
        ),
        above=HOME,
        lede=_("The life of a customer with us, from the first word to the last."),
    )
    for number, lifecycle in enumerate(stages):
        yield Page(
            key=Key("lifecycle", lifecycle.id),
            title=lifecycle.called,
            template="lifecycle_stage",
            facts=Later(lambda number: all_facts()[number], number),
            above=page_key("lifecycle"),
            lede=lifecycle.summary or "",
            words=lifecycle.summary or "",
            hides=("navigation",),
        )


def _facts(catalog: Catalog, lifecycle: Lifecycle, number: int) -> LifecycleStageFacts:
    key = Key("lifecycle", lifecycle.id)
    uses = catalog.used_by(key)
    stages = frozenset(use.user for use in uses if use.user.kind == "stage")
    journeys = catalog.in_order(use.home for use in uses if use.home.kind == "journey")
    found = [one for each in journeys if (one := catalog.entry(Journey, each.id))]
    across = tuple(_across(catalog, journey, stages) for journey in found)
    today = [journey for journey, one in zip(found, across, strict=True) if one.is_today]
    scores = [
        feeling.score
        for journey in today
        for feeling in _felt(catalog, journey, stages)
        if feeling.score is not None
    ]
    handled = Counter(
        how
        for one in across
        if one.is_today
        for stage in one.stages
        for _question, how in stage.moments
    )
    return LifecycleStageFacts(
        key=key,
        lifecycle=lifecycle,
        number=number,
        mean=fmean(scores) if scores else None,
        handled=tuple(
            (how or "unrated", handled[how or "unrated"])
            for how in HANDLINGS
            if handled[how or "unrated"]
        ),
        pains=sum(
            len(stage.pains) + stage.pains_left
            for one in across
            if one.is_today
            for stage in one.stages
        ),
        journeys=across,
        sisters=tuple(
            Link(
                text=one.called,
                to=Key("lifecycle", one.id),
                note="here" if one.id == lifecycle.id else "",
            )
            for one in lifecycle_stages(catalog)
        ),
        used_by=used_by(catalog, key),
    )


def _felt(catalog: Catalog, journey: Journey, stages: frozenset[Key]) -> Iterator[Feeling]:
    for feeling in feelings(catalog, journey):
        if not feeling.who and inner_key("stage", journey, feeling.stage.id) in stages:
            yield feeling


def _across(catalog: Catalog, journey: Journey, stages: frozenset[Key]) -> JourneyAcross:
    felt = [one.score for one in _felt(catalog, journey, stages) if one.score is not None]
    own = [one for one in journey.stages if inner_key("stage", journey, one.id) in stages]
    scores = [scores_at(catalog, journey, part) for one in own for part in felt_parts(one)]
    return JourneyAcross(
        journey=Link(text=journey.title, to=journey.key),
        state=journey.state,
        status=journey.status,
        personas=all_mentioned(catalog, journey.personas),
        mean=fmean(felt) if felt else None,
        scores=tuple(fmean(one) if one else None for one in scores),
        stages=tuple(_stage(catalog, journey, stage) for stage in own),
    )


def _stage(catalog: Catalog, journey: Journey, stage: Stage) -> StageAcross:
    key = inner_key("stage", journey, stage.id)
    scores = [
        one.score for one in _felt(catalog, journey, frozenset((key,))) if one.score is not None
    ]
    pains = [one for one in pain_points((journey,)) if one.stage is stage]
    numbers = numbers_of(journey)
    return StageAcross(
        stage=Link(text=stage.title, to=key),
        goal=stage.customer_goal or "",
        mean=fmean(scores) if scores else None,
        steps=tuple(
            StepAcross(
                step=Link(text=step.title, to=inner_key("step", journey, step.id)),
                number=str(numbers[step.id]),
                score=fmean(found) if (found := scores_at(catalog, journey, step)) else None,
            )
            for step in stage.steps
        ),
        moments=tuple(
            (
                Link(text=one.thing.question or one.part.title, to=one.key),
                one.thing.handling or "unrated",
            )
            for one in moments((journey,))
            if one.stage is stage
        ),
        pains=tuple((one.thing, one.key) for one in pains[:MOST_PAINS]),
        pains_left=len(pains[MOST_PAINS:]),
    )
