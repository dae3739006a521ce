"""The page of a segment: who belongs to it, what it is worth, and what we know of its life."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.evidence_level import evidence_level
from mkdocs_journeys.catalog.travels import journeys_of
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.persona import Segment
from mkdocs_journeys.pages.address import page_key
from mkdocs_journeys.pages.lines import LineFacts, line
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.people import PersonFacts, person
from mkdocs_journeys.pages.persona_voice import VariantAt, variants_for
from mkdocs_journeys.pages.standing import StandingFacts, standing_of
from mkdocs_journeys.pages.used_by import UsedByGroup, used_by


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentFacts:
    """All that the page of a segment tells.

    ``journeys`` are the maps that name the segment, ``through_personas`` those that one of its
    personas travels and that do not name it.
    """

    segment: Segment
    standing: StandingFacts
    personas: tuple[PersonFacts, ...]
    journeys: tuple[LineFacts, ...]
    through_personas: tuple[LineFacts, ...]
    variants: tuple[VariantAt, ...]
    used_by: tuple[UsedByGroup, ...]


def segment_page(catalog: Catalog, segment: Segment) -> Page:
    """Give the page of a segment."""
    return Page(
        key=segment.key,
        title=segment.called,
        template="segment",
        facts=_facts(catalog, segment),
        above=page_key("segments"),
        source=segment.spot.file,
        lede=segment.summary or "",
        words="\n".join(
            text
            for text in (segment.code, segment.summary, segment.definition, *segment.tags)
            if text
        ),
    )


def _facts(catalog: Catalog, segment: Segment) -> SegmentFacts:
    personas = catalog.related(segment.key, "persona")
    uses = catalog.used_by(segment.key)
    named = catalog.in_order(use.home for use in uses if use.field == "segments")
    travelled = {
        journey.key: (journey, persona)
        for persona in personas
        for journey in journeys_of(catalog, persona)
        if journey.key not in named
    }
    return SegmentFacts(
        segment=segment,
        standing=standing_of(catalog, segment, evidence=evidence_level(catalog, segment.evidence)),
        personas=tuple(person(catalog, key) for key in personas),
        journeys=tuple(
            line(catalog, journey) for key in named if (journey := catalog.entry(Journey, key.id))
        ),
        through_personas=tuple(
            line(catalog, *travelled[key]) for key in catalog.in_order(travelled)
        ),
        variants=variants_for(catalog, segment.key),
        used_by=used_by(catalog, segment.key),
    )
