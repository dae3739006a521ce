"""What the maps say for a persona: the words of real people, moments, and steps of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import travellers
from mkdocs_journeys.catalog.gathered import moments, parts_of, quotes
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.travels import journeys_of, scores_by_part
from mkdocs_journeys.catalog.unmet import concerns, score_at
from mkdocs_journeys.model.evidence import Evidence
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.quote import Quote
from mkdocs_journeys.pages.link import Link, link_to
from mkdocs_journeys.pages.moment_rows import MomentRow, moment_row
from mkdocs_journeys.pages.part import QuoteFacts, VariantFacts, part_of, quotes_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenFacts:
    """Somebody's words that speak for a persona, and where they stand.

    ``source`` is None for words that lean on nothing but the map.
    """

    said: QuoteFacts
    where: Link
    source: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantAt:
    """A step as this persona lives it, and the step that it varies."""

    variant: VariantFacts
    where: Link
    journey: Link


def moments_for(catalog: Catalog, persona: Key) -> tuple[MomentRow, ...]:
    """Give the moments of truth that a persona meets today, worst handled first.

    Moments of steps that name somebody else as the one who acts are not hers. None from future
    or retired maps.
    """
    journeys = tuple(
        one
        for one in journeys_of(catalog, persona)
        if one.state == "current" and one.status != "retired"
    )
    scores = {one.id: scores_by_part(catalog, one, persona) for one in journeys}
    return tuple(
        moment_row(catalog, one, score_at(scores[one.journey.id], one.stage, one.part))
        for one in moments(journeys)
        if concerns(catalog, one.part, persona)
    )


def spoken(catalog: Catalog, persona: Key) -> tuple[SpokenFacts, ...]:
    """Give the quotes that speak for a persona, from maps and from evidence, each text once.

    A quote speaks for whom it names in ``persona``; one that names nobody speaks for the persona
    who travels its map alone.
    """
    found: dict[str, SpokenFacts] = {}
    for quote, where, source in _quotes(catalog, persona):
        for said in quotes_of(catalog, (quote,)):
            spoken_words = SpokenFacts(said=said, where=where, source=source or said.source)
            found.setdefault(quote.text.casefold(), spoken_words)
    return tuple(found.values())


def _quotes(catalog: Catalog, persona: Key) -> Iterator[tuple[Quote, Link, Link | None]]:
    named = catalog.in_order(use.home for use in catalog.used_by(persona) if use.field == "persona")
    keys = {one.key for one in journeys_of(catalog, persona)}
    keys.update(key for key in named if key.kind == "journey")
    maps = (catalog.entry(Journey, key.id) for key in catalog.in_order(keys))
    for journey in filter(None, maps):
        is_alone = travellers(catalog, journey) == (persona,)
        at_map = [(quote, Link(text=journey.title, to=journey.key)) for quote in journey.quotes]
        at_parts = [
            (one.thing, Link(text=one.part.title, to=one.key)) for one in quotes((journey,))
        ]
        for quote, where in (*at_map, *at_parts):
            if catalog.meant(quote.persona) == persona or (is_alone and quote.persona is None):
                yield quote, where, None
    for key in named:
        evidence = catalog.entry(Evidence, key.id) if key.kind == "evidence" else None
        for quote in evidence.quotes if evidence else ():
            if catalog.meant(quote.persona) == persona:
                step = catalog.meant(quote.step)
                yield quote, link_to(catalog, step or key), link_to(catalog, key)


def variants_for(catalog: Catalog, who: Key) -> tuple[VariantAt, ...]:
    """Give the steps that are told differently for a persona or segment, in journey order."""
    keys = {use.home for use in catalog.used_by(who) if use.field == "for"}
    found = []
    for key in catalog.in_order(keys):
        journey = catalog.entry(Journey, key.id)
        for stage, part in parts_of(journey) if journey else ():
            if journey and any(catalog.meant(one.for_) == who for one in part.variants):
                kind = "stage" if part is stage else "step"
                where = Link(text=part.title, to=inner_key(kind, journey, part.id))
                found += [
                    VariantAt(
                        variant=one,
                        where=where,
                        journey=Link(text=journey.title, to=journey.key),
                    )
                    for one in part_of(catalog, journey, stage, part).variants
                    if one.who.to == who
                ]
    return tuple(found)
