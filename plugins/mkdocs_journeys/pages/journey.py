"""The page of a journey: the map first, then everything that leads in and out of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import Feeling, highs, lows, mean_emotion, travellers
from mkdocs_journeys.catalog.evidence_level import journey_level, stage_level, weakest_stage
from mkdocs_journeys.catalog.gap import current_of, futures_of
from mkdocs_journeys.catalog.gathered import handled, parts_of
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.moves import channel_switches, hand_offs
from mkdocs_journeys.catalog.reviews import review_of
from mkdocs_journeys.diagrams.flow import flow_of
from mkdocs_journeys.diagrams.graph import Graph
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.journey import Hypothesis, Journey, Objective
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.address import page_key
from mkdocs_journeys.pages.answers import AnswerFacts, answers_of
from mkdocs_journeys.pages.link import Link, all_mentioned, link_to, mentioned
from mkdocs_journeys.pages.map_facts import MapFacts, MetricFact
from mkdocs_journeys.pages.map_of import map_of
from mkdocs_journeys.pages.measures import each_once, measures_of
from mkdocs_journeys.pages.page import Find, Later, Page
from mkdocs_journeys.pages.part import findable
from mkdocs_journeys.pages.people import PersonFacts, PictureFacts, person, picture
from mkdocs_journeys.pages.recent_changes import RecentChanges
from mkdocs_journeys.pages.standing import StandingFacts, standing_of
from mkdocs_journeys.pages.used_by import UsedByGroup, used_by
from mkdocs_journeys.pages.views import OtherViews, other_views


@dataclass(frozen=True, slots=True, kw_only=True)
class Extreme:
    """One of the highest or lowest points: the step, the feeling in a word, and its score."""

    step: Link
    word: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveFacts:
    """An objective with the metric that shows it."""

    objective: Objective
    key: Key | None
    metric: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HypothesisFacts:
    """A hypothesis and what speaks for or against it."""

    hypothesis: Hypothesis
    key: Key | None
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyFacts:
    """All that the page of a journey tells. Numbers count from the whole map.

    ``mean`` is from -2 to 2 or None without scores; ``handled`` counts the moments of truth by
    how they are handled. ``states`` are this map, its current or future sisters, and the
    comparison, as pairs of a word and a link; empty where there is no sister. ``others`` are
    those who travel it and are no persona of the handbook, ``views`` the same steps in other
    pictures. ``weakest`` is the stage that is known least, or None where all are known alike.
    ``recent`` is what releases changed of it, None where none did.
    """

    journey: Journey
    standing: StandingFacts
    personas: tuple[PersonFacts, ...]
    others: tuple[Link, ...]
    segments: tuple[Link, ...]
    states: tuple[Link, ...]
    part_of: tuple[Link, ...]
    mean: float | None
    channel_switches: int
    hand_offs: int
    handled: tuple[tuple[str, int], ...]
    lows: tuple[Extreme, ...]
    highs: tuple[Extreme, ...]
    weakest: Link | None
    map: MapFacts
    flow: Graph
    views: OtherViews
    measures: tuple[MetricFact, ...]
    answers: tuple[AnswerFacts, ...]
    objectives: tuple[ObjectiveFacts, ...]
    hypotheses: tuple[HypothesisFacts, ...]
    contributors: tuple[Link, ...]
    participants: tuple[Link, ...]
    images: tuple[PictureFacts, ...]
    used_by: tuple[UsedByGroup, ...]
    recent: RecentChanges | None = None


def journey_page(catalog: Catalog, journey: Journey) -> Page:
    """Give the page of a journey."""
    return Page(
        key=journey.key,
        title=journey.title,
        template="journey",
        facts=Later(_facts, catalog, journey),
        above=page_key("journeys"),
        source=journey.spot.file,
        lede=journey.summary or "",
        words=_words(journey),
        finds=tuple(_finds(journey)),
        hides=("navigation", "toc"),
    )


def _facts(catalog: Catalog, journey: Journey) -> JourneyFacts:
    levels = {stage_level(catalog, stage) for stage in journey.stages}
    weakest = weakest_stage(catalog, journey) if len(levels) > 1 else None
    return JourneyFacts(
        journey=journey,
        standing=standing_of(
            catalog,
            journey,
            status=journey.status,
            review=review_of(catalog, journey),
            evidence=journey_level(catalog, journey),
        ),
        personas=tuple(person(catalog, key) for key in travellers(catalog, journey)),
        others=tuple(mentioned(catalog, ref) for ref in journey.personas if not catalog.meant(ref)),
        segments=all_mentioned(catalog, journey.segments),
        states=_states(catalog, journey),
        part_of=all_mentioned(catalog, journey.part_of),
        mean=mean_emotion(catalog, journey),
        channel_switches=channel_switches(catalog, journey),
        hand_offs=len(hand_offs(catalog, journey)),
        handled=handled(journey),
        lows=tuple(_extreme(journey, feeling) for feeling in lows(catalog, journey)),
        highs=tuple(_extreme(journey, feeling) for feeling in highs(catalog, journey)),
        weakest=link_to(catalog, inner_key("stage", journey, weakest.id)) if weakest else None,
        map=map_of(catalog, journey),
        flow=flow_of(catalog, journey),
        views=other_views(catalog, journey),
        measures=each_once(
            fact for where, part in parts_of(journey) for fact in measures_of(catalog, part.metrics)
        ),
        answers=answers_of(catalog, (journey,)),
        objectives=tuple(
            ObjectiveFacts(
                objective=one,
                key=inner_key("objective", journey, one.id) if one.id else None,
                metric=mentioned(catalog, one.metric) if one.metric else None,
            )
            for one in journey.objectives
        ),
        hypotheses=tuple(
            HypothesisFacts(
                hypothesis=one,
                key=inner_key("hypothesis", journey, one.id) if one.id else None,
                sources=all_mentioned(catalog, one.evidence),
            )
            for one in journey.hypotheses
        ),
        contributors=all_mentioned(catalog, journey.contributors),
        participants=all_mentioned(catalog, journey.method.participants) if journey.method else (),
        images=tuple(found for one in journey.images if (found := picture(catalog, one))),
        used_by=used_by(catalog, journey.key),
    )


def _states(catalog: Catalog, journey: Journey) -> tuple[Link, ...]:
    """Link this map with its sisters: the word, where it leads, and ``note`` "here" for this."""
    current = current_of(catalog, journey)
    futures = (journey,) if current else futures_of(catalog, journey)
    if not futures:
        return ()
    base = current or journey
    links = [Link(text=_("Current"), to=base.key, note="here" if base is journey else "")]
    for number, future in enumerate(futures):
        word = _("Future")
        if len(futures) > 1:
            word = _("Future %(number)s") % {"number": number + 1}
        links.append(Link(text=word, to=future.key, note="here" if future is journey else ""))
        links.append(Link(text=_("Compare"), to=Key("compare", future.id)))
    return tuple(links)


def _extreme(journey: Journey, feeling: Feeling) -> Extreme:
    kind = "stage" if feeling.part is feeling.stage else "step"
    return Extreme(
        step=Link(text=feeling.part.title, to=inner_key(kind, journey, feeling.part.id)),
        word=feeling.word,
        score=feeling.score or 0.0,
    )


def _words(journey: Journey) -> str:
    said = (
        journey.code,
        journey.summary,
        journey.customer_goal,
        journey.scenario,
        *journey.tags,
        *(quote.text for quote in journey.quotes),
        *(stage.title for stage in journey.stages),
    )
    return "\n".join(text for text in said if text)


def _finds(journey: Journey) -> Iterator[Find]:
    """Make every step findable; a stage has a page of its own for that."""
    for step in journey.all_steps:
        yield Find(title=step.title, anchor=f"step-{step.id}", words=findable(step))
