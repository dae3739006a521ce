"""Everything that customers said, wherever it is written down, each sentence once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import travellers
from mkdocs_journeys.catalog.gathered import quotes
from mkdocs_journeys.model.evidence import Evidence
from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.model.quote import Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A quote with all that is known of it.

    ``at`` is the step, stage, journey or persona that it stands at, None for one that only a
    piece of evidence holds. ``personas`` are whom it speaks for: as written, else those who
    travel the journey. ``sources`` are the pieces of evidence, ``labels`` sources outside the
    registry as typed.
    """

    quote: Quote
    at: Key | None
    personas: tuple[Key, ...]
    sources: tuple[Key, ...]
    labels: tuple[str, ...] = ()


def all_said(catalog: Catalog) -> tuple[Said, ...]:
    """Give every quote: those of journeys in order, of personas, of evidence.

    The same words written at several places come once, with the sources of all of them.
    """
    found: dict[str, Said] = {}
    for said in _written(catalog):
        words = " ".join(said.quote.text.split()).casefold()
        first = found.setdefault(words, said)
        if first is not said:
            found[words] = replace(
                first,
                at=first.at or said.at,
                personas=first.personas or said.personas,
                sources=tuple(dict.fromkeys((*first.sources, *said.sources))),
                labels=tuple(dict.fromkeys((*first.labels, *said.labels))),
            )
    return tuple(found.values())


def _written(catalog: Catalog) -> Iterator[Said]:
    for journey in catalog.all(Journey):
        lines = travellers(catalog, journey)
        for one in quotes((journey,)):
            yield _said(catalog, one.thing, one.key, lines)
        for quote in journey.quotes:
            yield _said(catalog, quote, journey.key, lines)
    for persona in catalog.all(Persona):
        if persona.quote:
            yield _said(catalog, persona.quote, persona.key, (persona.key,))
    for evidence in catalog.all(Evidence):
        for quote in evidence.quotes:
            said = _said(catalog, quote, None, ())
            yield replace(said, sources=tuple(dict.fromkeys((evidence.key, *said.sources))))


def _said(catalog: Catalog, quote: Quote, at: Key | None, lines: tuple[Key, ...]) -> Said:
    persona = catalog.meant(quote.persona)
    meant: list[tuple[Ref, Key | None]] = [(ref, catalog.meant(ref)) for ref in quote.evidence]
    return Said(
        quote=quote,
        at=catalog.meant(quote.step) or at,
        personas=(persona,) if persona else lines,
        sources=tuple(key for _, key in meant if key),
        labels=tuple(ref.text for ref, key in meant if key is None),
    )
