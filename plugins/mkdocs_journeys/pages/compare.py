"""The current map beside the future one that answers it: what changes, and who brings it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import fmean

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import felt_parts, mean_emotion
from mkdocs_journeys.catalog.encounters import scores_at
from mkdocs_journeys.catalog.evidence_level import EvidenceLevel, journey_level
from mkdocs_journeys.catalog.gap import Answer, current_of, gap
from mkdocs_journeys.catalog.gathered import handled, moments
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.moves import channel_switches
from mkdocs_journeys.diagrams.two_curves import (
    Lift,
    StagePair,
    TwoCurves,
    stage_pairs,
    two_curves_of,
)
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import Stage, Step
from mkdocs_journeys.pages.answers import InitiativeFacts, initiatives_in_short
from mkdocs_journeys.pages.link import Link
from mkdocs_journeys.pages.map_facts import MetricFact
from mkdocs_journeys.pages.measures import each_once, measures_of
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.standing import StandingFacts, standing_of

CHANGES = ("changed", "added", "removed", "kept")


@dataclass(frozen=True, slots=True, kw_only=True)
class StepThen:
    """One step with its score: the mean of those who travel the map, None without scores."""

    step: str
    link: Link
    score: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """How one step is in future; ``shift`` is future minus current score, None without both.

    The score of several current steps together is their mean.
    """

    change: str
    current: tuple[StepThen, ...]
    future: StepThen | None
    shift: float | None
    initiatives: tuple[InitiativeFacts, ...]
    is_wish: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricThen:
    """A figure of a stage as it is today, and what it shall be; empty where nobody said."""

    metric: Link
    today: str
    future: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StageRow:
    """What becomes of one stage. A link is None on the side that has no such stage.

    ``before`` and ``after`` are its mean emotion on either map, from -2 to 2 or None without
    scores. ``most`` is the step that gains most, or else the first that is not kept; None where
    the stage stays as it is.
    """

    number: int
    current: Link | None
    future: Link | None
    before: float | None
    after: float | None
    most: AnswerRow | None
    metrics: tuple[MetricThen, ...]
    initiatives: tuple[InitiativeFacts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideFacts:
    """One of the two maps in figures; ``mean`` from -2 to 2 is None without scores.

    ``handled`` counts its moments of truth by how they are handled, worst first.
    """

    journey: Journey
    mean: float | None
    steps: int
    moments: int
    winning: int
    handled: tuple[tuple[str, int], ...]
    channel_switches: int
    evidence: EvidenceLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareFacts:
    """All that the comparison tells; ``counts`` pairs each kind of change with its number."""

    before: SideFacts
    after: SideFacts
    standing: StandingFacts
    curves: TwoCurves
    stages: tuple[StageRow, ...]
    rows: tuple[AnswerRow, ...]
    counts: tuple[tuple[str, int], ...]
    wishes: tuple[AnswerRow, ...]
    initiatives: tuple[InitiativeFacts, ...]


def compare_pages(catalog: Catalog) -> Iterator[Page]:
    """Give a comparison for every future map that names a current one."""
    for future in catalog.all(Journey):
        current = current_of(catalog, future)
        if current is not None:
            yield _compare_page(catalog, current, future)


def _compare_page(catalog: Catalog, current: Journey, future: Journey) -> Page:
    rows = tuple(_row(catalog, current, future, one) for one in gap(catalog, future))
    counts = Counter(row.change for row in rows)
    initiatives = {each.link.to: each for row in rows for each in row.initiatives}
    keys = catalog.in_order(key for key in initiatives if key)
    pairs = stage_pairs(current, future)
    return Page(
        key=Key("compare", future.id),
        title=_("%(journey)s: current and future") % {"journey": current.title},
        template="compare",
        facts=CompareFacts(
            before=_side(catalog, current),
            after=_side(catalog, future),
            standing=standing_of(
                catalog,
                future,
                status=future.status,
                evidence=journey_level(catalog, future),
            ),
            curves=two_curves_of(catalog, current, future, pairs, _lifts(rows)),
            stages=tuple(
                _stage(catalog, (current, future), number, pair, rows)
                for number, pair in enumerate(pairs, 1)
            ),
            rows=rows,
            counts=tuple((word, counts[word]) for word in CHANGES if counts[word]),
            wishes=tuple(row for row in rows if row.is_wish),
            initiatives=tuple(initiatives[key] for key in keys),
        ),
        above=future.key,
        source=future.spot.file,
        lede=_("What customers live through today, what shall be, and who brings it."),
        words=future.title,
        hides=("navigation", "toc"),
    )


def _side(catalog: Catalog, journey: Journey) -> SideFacts:
    found = moments((journey,))
    return SideFacts(
        journey=journey,
        mean=mean_emotion(catalog, journey),
        steps=len(journey.all_steps),
        moments=len(found),
        winning=sum(one.thing.handling == "winning" for one in found),
        handled=handled(journey),
        channel_switches=channel_switches(catalog, journey),
        evidence=journey_level(catalog, journey),
    )


def _lifts(rows: Iterable[AnswerRow]) -> Iterator[Lift]:
    """Give the gain of every step that is better in future than the worst that it answers."""
    for row in rows:
        scored = [one for one in row.current if one.score is not None]
        if row.future and row.future.score is not None and scored:
            worst = min(scored, key=lambda one: one.score or 0.0)
            yield Lift(
                before=worst.step,
                after=row.future.step,
                start=worst.score or 0.0,
                by=row.future.score - (worst.score or 0.0),
                words=row.future.link.text,
            )


def _stage(
    catalog: Catalog,
    maps: tuple[Journey, Journey],
    number: int,
    pair: StagePair,
    rows: tuple[AnswerRow, ...],
) -> StageRow:
    here = [row for row in rows if _is_of(pair, row)]
    initiatives = {each.link.to: each for row in here for each in row.initiatives}
    changed = [row for row in here if row.change != "kept"]
    return StageRow(
        number=number,
        current=_stage_link(maps[0], pair.before),
        future=_stage_link(maps[1], pair.after),
        before=_stage_mean(catalog, maps[0], pair.before),
        after=_stage_mean(catalog, maps[1], pair.after),
        most=max(changed, key=lambda row: row.shift or 0.0, default=None),
        metrics=tuple(_metrics(catalog, pair)),
        initiatives=tuple(initiatives.values()),
    )


def _is_of(pair: StagePair, row: AnswerRow) -> bool:
    """Tell whether a row tells of this stage: by its future step, or by the one that goes."""
    stage = pair.after if row.future else pair.before
    own = {step.id for step in stage.steps} if stage else set()
    return any(one.step in own for one in ((row.future,) if row.future else row.current))


def _stage_link(journey: Journey, stage: Stage | None) -> Link | None:
    if stage is None:
        return None
    return Link(text=stage.title, to=inner_key("stage", journey, stage.id))


def _stage_mean(catalog: Catalog, journey: Journey, stage: Stage | None) -> float | None:
    parts = felt_parts(stage) if stage else ()
    scores = [score for part in parts for score in scores_at(catalog, journey, part)]
    return fmean(scores) if scores else None


def _metrics(catalog: Catalog, pair: StagePair) -> Iterator[MetricThen]:
    """Give the figures of the future stage, else today's, each with its value and its target."""
    today, future = (
        {fact.title: fact for fact in _measured(catalog, stage)}
        for stage in (pair.before, pair.after)
    )
    for title, fact in (future or today).items():
        now = today.get(title, fact).value
        value, _space, unit = now.partition(" ")
        # "22 to 8 calls per 100 orders" rather than the unit twice.
        is_same = bool(unit) and fact.target.endswith(f" {unit}")
        yield MetricThen(
            metric=Link(text=title, to=fact.to),
            today=value if is_same else now,
            future=fact.target,
        )


def _measured(catalog: Catalog, stage: Stage | None) -> tuple[MetricFact, ...]:
    if stage is None:
        return ()
    uses = (use for part in (stage, *stage.steps) for use in part.metrics)
    return each_once(measures_of(catalog, uses))


def _row(catalog: Catalog, current: Journey, future: Journey, answer: Answer) -> AnswerRow:
    before = tuple(_step(catalog, current, step) for step in answer.current)
    after = _step(catalog, future, answer.future) if answer.future else None
    scores = [one.score for one in before if one.score is not None]
    return AnswerRow(
        change=answer.change,
        current=before,
        future=after,
        shift=(
            after.score - fmean(scores) if scores and after and after.score is not None else None
        ),
        initiatives=initiatives_in_short(catalog, answer.initiatives),
        is_wish=answer.is_wish,
    )


def _step(catalog: Catalog, journey: Journey, step: Step) -> StepThen:
    scores = scores_at(catalog, journey, step)
    return StepThen(
        step=step.id,
        link=Link(text=step.title, to=inner_key("step", journey, step.id)),
        score=fmean(scores) if scores else None,
    )
