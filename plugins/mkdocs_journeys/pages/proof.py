"""What a persona stands on: the evidence with what it supports, and what is only assumed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.evidence_level import is_stale
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.evidence import Evidence
from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.persona import ChannelUse, Persona, Scale, Trait
from mkdocs_journeys.model.values import Day
from mkdocs_journeys.pages.link import Link, mentioned
from mkdocs_journeys.pages.traits import HOW_TO_WIN, LOOKED_AT_FIRST


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofRow:
    """One source; ``n`` counts people or cases, ``supports`` are the parts that cite it."""

    source: Link
    kind: str
    is_qualitative: bool | None
    n: int | None
    date: Day | None
    is_stale: bool
    supports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofFacts:
    """All sources of a persona, and the claims without any, part by part."""

    rows: tuple[ProofRow, ...]
    assumed: tuple[tuple[str, tuple[str, ...]], ...]


def sections(persona: Persona) -> Iterator[tuple[str, tuple[Trait | PainPoint | Scale, ...]]]:
    """Give the traits of a persona part by part, with the part's title, in the page's order."""
    for name, title, _icon in (*LOOKED_AT_FIRST, *HOW_TO_WIN):
        short = _("Decides by") if name == "decision_factors" else _(title)
        yield short, getattr(persona, name)
    yield _("Scales"), persona.scales


def proof(catalog: Catalog, persona: Persona) -> ProofFacts:
    """Give what supports a persona and what does not; a source comes once, with all it supports.

    A trait without evidence of its own is only assumed, whatever stands at the persona: evidence
    is never inherited.
    """
    cited: dict[Link, list[str]] = {}
    firsts: dict[Link, Ref] = {}
    for title, ref in _citations(persona):
        source = mentioned(catalog, ref)
        firsts.setdefault(source, ref)
        if title not in cited.setdefault(source, []):
            cited[source].append(title)
    assumed = [
        (title, tuple(one.title or "" for one in things if not one.evidence))
        for title, things in sections(persona)
    ]
    channels = tuple(one.channel for one in persona.channels if not one.evidence)
    assumed.append((_("Channels"), tuple(mentioned(catalog, ref).text for ref in channels)))
    return ProofFacts(
        rows=tuple(
            _row(catalog, source, firsts[source], tuple(titles)) for source, titles in cited.items()
        ),
        assumed=tuple((title, texts) for title, texts in assumed if any(texts)),
    )


def _citations(persona: Persona) -> Iterator[tuple[str, Ref]]:
    things: list[tuple[str, tuple[Persona | Trait | PainPoint | Scale | ChannelUse, ...]]] = [
        (_("The persona as a whole"), (persona,)),
        *sections(persona),
        (_("Channels"), persona.channels),
    ]
    for title, ones in things:
        for one in ones:
            for ref in one.evidence:
                yield title, ref
    if persona.quote:
        for ref in persona.quote.evidence:
            yield _("Quote"), ref
    for check in persona.validation:
        for ref in check.evidence:
            yield _("Check"), ref


def _row(catalog: Catalog, source: Link, ref: Ref, supports: tuple[str, ...]) -> ProofRow:
    key = catalog.meant(ref)
    evidence = catalog.entry(Evidence, key.id) if key else None
    return ProofRow(
        source=source,
        kind=evidence.kind if evidence else "",
        is_qualitative=evidence.is_qualitative if evidence else None,
        n=evidence.n if evidence else None,
        date=evidence.date if evidence else None,
        is_stale=bool(evidence and is_stale(catalog, evidence)),
        supports=supports,
    )
