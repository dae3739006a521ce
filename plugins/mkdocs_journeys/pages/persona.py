"""The page of a persona: how well we know them first, then what is true of them."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.divergence import divergences
from mkdocs_journeys.catalog.evidence_level import evidence_level
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.reviews import review_of
from mkdocs_journeys.catalog.travels import journeys_of
from mkdocs_journeys.catalog.unmet import unmet_needs
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.persona import Persona, Validation
from mkdocs_journeys.model.values import Day
from mkdocs_journeys.pages.address import page_key
from mkdocs_journeys.pages.lines import LineFacts, line
from mkdocs_journeys.pages.link import Link, all_mentioned, link_to
from mkdocs_journeys.pages.moment_rows import MomentRow
from mkdocs_journeys.pages.page import Later, Page
from mkdocs_journeys.pages.part import QuoteFacts, quotes_of
from mkdocs_journeys.pages.people import PictureFacts, picture
from mkdocs_journeys.pages.persona_voice import (
    SpokenFacts,
    VariantAt,
    moments_for,
    spoken,
    variants_for,
)
from mkdocs_journeys.pages.proof import ProofFacts, proof, sections
from mkdocs_journeys.pages.standing import StandingFacts, standing_of
from mkdocs_journeys.pages.traits import ChannelLiking, TraitGroup, likings, trait_groups
from mkdocs_journeys.pages.used_by import UsedByGroup, used_by


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFacts:
    """One check against real people, and who did it."""

    check: Validation
    by: Link | None
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedFacts:
    """A need that is not met at a step; ``score`` is from -2 to 2, None where nobody scored it."""

    need: str
    where: Link
    journey: Link
    score: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DivergenceFacts:
    """A stage that another persona feels differently about; both scores are from -2 to 2."""

    stage: Link
    journey: Link
    score: float
    other: Link
    others_score: float
    steps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaFacts:
    """All that the page of a persona tells; what is not known is empty."""

    persona: Persona
    standing: StandingFacts
    portrait: PictureFacts | None
    segments: tuple[Link, ...]
    quote: QuoteFacts | None
    checks: tuple[CheckFacts, ...]
    last_check: Day | None
    groups: tuple[TraitGroup, ...]
    more_groups: tuple[TraitGroup, ...]
    channels: tuple[ChannelLiking, ...]
    journeys: tuple[LineFacts, ...]
    moments: tuple[MomentRow, ...]
    needs: tuple[NeedFacts, ...]
    divergences: tuple[DivergenceFacts, ...]
    quotes: tuple[SpokenFacts, ...]
    variants: tuple[VariantAt, ...]
    proof: ProofFacts
    used_by: tuple[UsedByGroup, ...]


def persona_page(catalog: Catalog, persona: Persona) -> Page:
    """Give the page of a persona."""
    return Page(
        key=persona.key,
        title=persona.called,
        template="persona",
        facts=Later(_facts, catalog, persona),
        above=page_key("personas"),
        source=persona.spot.file,
        lede=persona.role or "",
        words=_words(catalog, persona),
    )


def _facts(catalog: Catalog, persona: Persona) -> PersonaFacts:
    key = persona.key
    own_quote = quotes_of(catalog, (persona.quote,) if persona.quote else ())
    groups, more_groups = trait_groups(catalog, persona)
    return PersonaFacts(
        persona=persona,
        standing=standing_of(
            catalog,
            persona,
            review=review_of(catalog, persona),
            evidence=evidence_level(catalog, persona.evidence),
        ),
        portrait=picture(catalog, persona.image),
        segments=all_mentioned(catalog, persona.segment),
        quote=own_quote[0] if own_quote else None,
        checks=tuple(_check(catalog, one) for one in persona.validation),
        last_check=max((one.date for one in persona.validation if one.date), default=None),
        groups=groups,
        more_groups=more_groups,
        channels=likings(catalog, persona),
        journeys=tuple(line(catalog, one, key) for one in journeys_of(catalog, key)),
        moments=moments_for(catalog, key),
        needs=_needs(catalog, key),
        divergences=_divergences(catalog, key),
        quotes=spoken(catalog, key),
        variants=variants_for(catalog, key),
        proof=proof(catalog, persona),
        used_by=used_by(catalog, key),
    )


def _check(catalog: Catalog, check: Validation) -> CheckFacts:
    # Declared as plain text, but most authors write the id of a team.
    key = Key("stakeholder", check.by or "")
    known = link_to(catalog, key) if key in catalog.known else None
    by = known or (Link(text=check.by) if check.by else None)
    return CheckFacts(check=check, by=by, sources=all_mentioned(catalog, check.evidence))


def _needs(catalog: Catalog, persona: Key) -> tuple[NeedFacts, ...]:
    return tuple(
        NeedFacts(
            need=one.need,
            where=Link(
                text=one.part.title,
                to=inner_key(
                    "stage" if one.part is one.stage else "step", one.journey, one.part.id
                ),
            ),
            journey=Link(text=one.journey.title, to=one.journey.key),
            score=one.score,
        )
        for one in unmet_needs(catalog, persona)
    )


def _divergences(catalog: Catalog, persona: Key) -> tuple[DivergenceFacts, ...]:
    return tuple(
        DivergenceFacts(
            stage=Link(text=one.stage.title, to=inner_key("stage", one.journey, one.stage.id)),
            journey=Link(text=one.journey.title, to=one.journey.key),
            score=one.score,
            other=link_to(catalog, one.other),
            others_score=one.others_score,
            steps=one.parts,
        )
        for one in divergences(catalog, persona)
    )


def _words(catalog: Catalog, persona: Persona) -> str:
    """Collect the words that somebody looks for a persona by: code, role, story and traits."""
    quotes = quotes_of(catalog, (persona.quote,) if persona.quote else ())
    said = [persona.code, persona.role, persona.summary, persona.bio]
    said += [one.quote.text for one in quotes]
    said += [thing.title for _, things in sections(persona) for thing in things if thing.title]
    said += persona.tags
    return "\n".join(text for text in said if text)
