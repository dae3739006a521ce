"""The chain from what hurts to what is done: pain point, opportunity, initiative."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.fixes import opportunities_for
from mkdocs_journeys.catalog.gathered import Found, pain_points
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.priorities import pain_priority
from mkdocs_journeys.model.improvement import Initiative
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.values import Day
from mkdocs_journeys.pages.link import Link, all_mentioned, links_to


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeFacts:
    """An initiative in one line; ``due`` is None where nobody said when."""

    link: Link
    status: str
    due: Day | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFacts:
    """One pain point and what answers it; ``priority`` is None where it is not scored.

    ``where`` is the step or stage that it stands at, ``journey`` the map.
    """

    pain: PainPoint
    key: Key | None
    priority: float | None
    where: Link
    journey: Link
    personas: tuple[Link, ...]
    sources: tuple[Link, ...]
    opportunities: tuple[Link, ...]
    initiatives: tuple[InitiativeFacts, ...]


def answers_of(catalog: Catalog, journeys: tuple[Journey, ...]) -> tuple[AnswerFacts, ...]:
    """Give the pain points of these journeys with what answers them, worst first."""
    return tuple(answer_of(catalog, found) for found in pain_points(journeys))


def answer_of(catalog: Catalog, found: Found[PainPoint]) -> AnswerFacts:
    """Give one pain point with what answers it."""
    pain = found.thing
    key = inner_key("pain-point", found.journey, pain.id) if pain.id else None
    known = opportunities_for(catalog, found.journey, pain)
    labels = [Link(text=ref.text) for ref in pain.opportunities if not catalog.meant(ref)]
    return AnswerFacts(
        pain=pain,
        key=key,
        priority=pain_priority(pain),
        where=Link(text=found.part.title, to=found.key),
        journey=Link(text=found.journey.title, to=found.journey.key),
        personas=all_mentioned(catalog, pain.personas),
        sources=all_mentioned(catalog, pain.evidence),
        opportunities=(*links_to(catalog, known), *labels),
        initiatives=initiatives_for(catalog, known),
    )


def initiatives_for(
    catalog: Catalog, opportunities: tuple[Key, ...]
) -> tuple[InitiativeFacts, ...]:
    """Give the initiatives for these opportunities, once each, in the order of the handbook."""
    keys = catalog.in_order(
        key for each in opportunities for key in catalog.related(each, "initiative")
    )
    return initiatives_in_short(catalog, keys)


def initiatives_in_short(
    catalog: Catalog, keys: Iterable[Key | None]
) -> tuple[InitiativeFacts, ...]:
    """Give initiatives in one line each, in the order given; unreadable ones left out."""
    found = ((key, catalog.entry(Initiative, key.id)) for key in keys if key)
    return tuple(
        InitiativeFacts(
            link=Link(text=initiative.called, to=key),
            status=initiative.status,
            due=initiative.due,
        )
        for key, initiative in found
        if initiative
    )
