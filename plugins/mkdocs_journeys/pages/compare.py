"""The current map beside the future one that answers it: what changes, and who brings it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import mean_emotion
from mkdocs_journeys.catalog.encounters import scores_at
from mkdocs_journeys.catalog.evidence_level import EvidenceLevel, journey_level
from mkdocs_journeys.catalog.gap import Answer, current_of, gap
from mkdocs_journeys.catalog.gathered import moments
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.moves import channel_switches
from mkdocs_journeys.diagrams.two_curves import CurveOnWay, curve_on_way
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import Step
from mkdocs_journeys.pages.answers import InitiativeFacts, initiatives_in_short
from mkdocs_journeys.pages.link import Link
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.standing import StandingFacts, standing_of

CHANGES = ("changed", "added", "removed", "kept")


@dataclass(frozen=True, slots=True, kw_only=True)
class StepThen:
    """One step with its score: the mean of those who travel the map, None without scores."""

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
class SideFacts:
    """One of the two maps in figures; ``mean`` from -2 to 2 is None without scores."""

    journey: Journey
    mean: float | None
    steps: int
    moments: int
    winning: int
    channel_switches: int
    evidence: EvidenceLevel
    curve: CurveOnWay


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareFacts:
    """All that the comparison tells; ``counts`` pairs each kind of change with its number."""

    before: SideFacts
    after: SideFacts
    standing: StandingFacts
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
    return Page(
        key=Key("compare", future.id),
        title=f"{current.title}: current and future",
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
            rows=rows,
            counts=tuple((word, counts[word]) for word in CHANGES if counts[word]),
            wishes=tuple(row for row in rows if row.is_wish),
            initiatives=tuple(initiatives[key] for key in keys),
        ),
        above=future.key,
        source=future.spot.file,
        lede="What customers live through today, what shall be, and who brings it.",
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
        channel_switches=channel_switches(catalog, journey),
        evidence=journey_level(catalog, journey),
        curve=curve_on_way(catalog, journey),
    )


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
        link=Link(text=step.title, to=inner_key("step", journey, step.id)),
        score=fmean(scores) if scores else None,
    )
