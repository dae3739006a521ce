"""The parts of journeys where something is met, as rows of a table."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.encounters import Encounter
from mkdocs_journeys.catalog.gathered import Found, worst_first
from mkdocs_journeys.catalog.moves import owner_of
from mkdocs_journeys.model.step import Step
from mkdocs_journeys.pages.answers import AnswerFacts, answer_of
from mkdocs_journeys.pages.link import Link, link_to, mentioned
from mkdocs_journeys.pages.part import EmotionFacts, emotions_of


@dataclass(frozen=True, slots=True, kw_only=True)
class EncounterFacts:
    """One part of a journey where something is met.

    ``way`` is ``there``, ``variant`` or ``behind`` (see the catalog's ``Encounter``); ``state``
    and ``status`` are those of the map; ``handling`` is empty where no moment of truth stands.
    """

    part: Link
    stage: Link | None
    journey: Link
    state: str
    status: str
    way: str
    owner: Link | None
    emotions: tuple[EmotionFacts, ...]
    handling: str


def encounter_facts(
    catalog: Catalog, encounters: tuple[Encounter, ...]
) -> tuple[EncounterFacts, ...]:
    """Give the rows of a table of encounters, in their order."""
    return tuple(_row(catalog, one) for one in encounters)


def pain_points_of(catalog: Catalog, encounters: tuple[Encounter, ...]) -> tuple[AnswerFacts, ...]:
    """Give the pain points where the customer meets something, worst first, unscored last."""
    answers = [
        answer_of(
            catalog,
            Found(thing=pain, journey=one.journey, stage=one.stage, part=one.part),
        )
        for one in encounters
        if one.way == "there"
        for pain in one.part.pain_points
    ]
    return tuple(sorted(answers, key=lambda one: worst_first(one.priority)))


def _row(catalog: Catalog, one: Encounter) -> EncounterFacts:
    is_step = isinstance(one.part, Step)
    owner = (
        owner_of(one.journey, one.stage, one.part) if isinstance(one.part, Step) else one.part.owner
    )
    moment = one.part.moment_of_truth
    return EncounterFacts(
        part=Link(text=one.part.title, to=one.key),
        stage=Link(text=one.stage.title) if is_step and len(one.journey.stages) > 1 else None,
        journey=link_to(catalog, one.journey.key),
        state=one.journey.state,
        status=one.journey.status,
        way=one.way,
        owner=mentioned(catalog, owner) if owner else None,
        emotions=emotions_of(catalog, one.part.emotion),
        handling=(moment.handling or "unrated") if moment else "",
    )
