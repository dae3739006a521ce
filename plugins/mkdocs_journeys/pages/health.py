"""How healthy the handbook is: what is found, covered, unheard, unused, overdue and believed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import add
from typing import Generic, TypeVar

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.coverage import Coverage, coverage_by_owner
from mkdocs_journeys.catalog.emotions import travellers
from mkdocs_journeys.catalog.gathered import moments
from mkdocs_journeys.catalog.hypotheses import Belief, open_hypotheses
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.listening import unheard_moments
from mkdocs_journeys.catalog.orphans import orphans
from mkdocs_journeys.catalog.overview import current_journeys, live_journeys
from mkdocs_journeys.diagrams.handbook import lifecycle_of
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import spoken
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.allowed import AllowedRow, allowed_rows
from mkdocs_journeys.pages.entries import lifecycle_stages, listed
from mkdocs_journeys.pages.findings import (
    FindingsFacts,
    answering,
    findings_of,
    without_giveaways,
)
from mkdocs_journeys.pages.link import Link, link_to
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.reviews import ReviewRow, review_rows
from mkdocs_journeys.problems import Problem

T = TypeVar("T")

LONGEST = 50
"""So many rows of a list stand on the page; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortened(Generic[T]):
    """The first rows of a list, and how many more there are."""

    rows: tuple[T, ...]
    left: int = 0

    @property
    def count(self) -> int:
        """Give how many there are in all."""
        return len(self.rows) + self.left


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """What the maps of an owner say of what they could; ``owner`` is empty for nobody's."""

    owner: str
    coverage: Coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaCover:
    """One persona and how many maps tell of her in each stage of the lifecycle."""

    persona: Link
    maps: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnheardRow:
    """A moment of truth at which nobody listens to the customer."""

    question: str
    handling: str
    part: Link
    journey: Link
    owner: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BeliefRow:
    """An open hypothesis; ``days`` ago its map was last looked at, None for never."""

    hypothesis: Link
    journey: Link
    owner: Link | None
    seen: date | None
    days: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthFacts:
    """All that the page tells. ``tongue`` is the language of messages where the page has another.

    ``moments`` counts the moments of truth of current maps, ``lifecycle`` are the stages in which
    the personas of ``personas`` are counted; empty where the settings declare none.
    """

    tongue: str
    findings: FindingsFacts
    all: Coverage
    by_owner: Shortened[CoverageRow]
    lifecycle: tuple[Link, ...]
    personas: Shortened[PersonaCover]
    moments: int
    unheard: Shortened[UnheardRow]
    orphans: Shortened[Link]
    overdue: Shortened[ReviewRow]
    beliefs: Shortened[BeliefRow]
    allowed: Shortened[AllowedRow]
    reviews_page: Key


def health_pages(shown: Catalog, whole: Catalog, problems: Iterable[Problem]) -> Iterator[Page]:
    """Give the page of the handbook's health; ``problems`` are those found in the ``whole``."""
    findings = findings_of(shown, whole, problems)
    yield Page(
        key=page_key("health"),
        title=_("Health"),
        template="health",
        facts=_facts(shown, findings),
        above=HOME,
        lede=_("What our maps still lack, and who can mend it."),
        is_listed=bool(findings.total or shown.loaded.entries),
    )


def _facts(catalog: Catalog, findings: FindingsFacts) -> HealthFacts:
    owned = coverage_by_owner(catalog)
    stages = tuple(Key("lifecycle", one.id) for one in lifecycle_stages(catalog))
    overdue = [row for row in review_rows(catalog) if row.standing == "overdue"]
    return HealthFacts(
        tongue="" if spoken().tag == "en" else "en",
        findings=findings,
        all=reduce(add, (one for _owner, one in owned), Coverage()),
        by_owner=_shortened(
            [
                CoverageRow(owner=without_giveaways(catalog, owner), coverage=one)
                for owner, one in owned
            ]
        ),
        lifecycle=tuple(link_to(catalog, stage) for stage in stages),
        personas=_shortened(tuple(_covers(catalog, stages)) if stages else ()),
        moments=len(moments(current_journeys(catalog))),
        unheard=_shortened(tuple(_unheard(catalog))),
        orphans=_shortened(
            [Link(text=one.called, to=one.key, note=one.noun) for one in orphans(catalog)]
        ),
        overdue=_shortened(overdue),
        beliefs=_shortened([_belief(catalog, one) for one in open_hypotheses(catalog)]),
        allowed=_shortened(allowed_rows(catalog)),
        reviews_page=page_key("reviews"),
    )


def _shortened(rows: Sequence[T]) -> Shortened[T]:
    return Shortened(rows=tuple(rows[:LONGEST]), left=max(0, len(rows) - LONGEST))


def _covers(catalog: Catalog, stages: tuple[Key, ...]) -> Iterator[PersonaCover]:
    """Count for every persona the maps that she travels, by the lifecycle stages they touch."""
    counts = Counter(
        (persona, id_)
        for journey in live_journeys(catalog)
        for persona in travellers(catalog, journey)
        for id_ in lifecycle_of(catalog, journey)
    )
    for persona in listed(catalog, Persona):
        maps = tuple(counts[persona.key, stage.id] for stage in stages)
        yield PersonaCover(persona=Link(text=persona.called, to=persona.key), maps=maps)


def _unheard(catalog: Catalog) -> Iterator[UnheardRow]:
    for one in unheard_moments(catalog):
        yield UnheardRow(
            question=one.thing.question or one.part.title,
            handling=one.thing.handling or "",
            part=Link(text=one.part.title, to=one.key),
            journey=Link(text=one.journey.title, to=one.journey.key),
            owner=answering(catalog, one.part.owner or one.journey.owner),
        )


def _belief(catalog: Catalog, one: Belief) -> BeliefRow:
    key = inner_key("hypothesis", one.journey, one.hypothesis.id) if one.hypothesis.id else None
    return BeliefRow(
        hypothesis=Link(text=one.hypothesis.title, to=key or one.journey.key),
        journey=Link(text=one.journey.title, to=one.journey.key),
        owner=answering(catalog, one.journey.owner),
        seen=one.seen,
        days=(catalog.today - one.seen).days if one.seen else None,
    )
