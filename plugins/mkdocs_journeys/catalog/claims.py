"""Every claim that leans on a piece of evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.emotion import Emotion
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.journey import Hypothesis, Journey, Objective
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.step import Experience, MomentOfTruth, Stage
from mkdocs_journeys.model.walk import parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claim: what sort of thing says it, its words, and where it stands.

    ``at`` is the innermost thing with an address, ``home`` the entry that it lives in.
    """

    thing: Thing
    words: str
    at: Key
    home: Key

    @property
    def what(self) -> str:
        """Give what sort of thing the claim is, for example *pain point*."""
        return self.thing.noun


def claims_by_evidence(catalog: Catalog) -> dict[Key, tuple[Claim, ...]]:
    """Give every claim by the evidence that it mentions, in the order of the handbook.

    Each claim once for each piece of evidence; evidence that nothing leans on is not in it.
    """
    found: dict[Key, list[Claim]] = defaultdict(list)
    for entry in catalog.loaded.entries:
        for thing, at in _walk(entry, entry.key, entry):
            for source in dict.fromkeys(catalog.meant(ref) for ref in thing.evidence):
                if source and source != entry.key:
                    claim = Claim(thing=thing, words=_words(thing), at=at, home=entry.key)
                    found[source].append(claim)
    return {source: tuple(claims) for source, claims in found.items()}


def _walk(thing: Thing, at: Key, home: Entry) -> Iterator[tuple[Thing, Key]]:
    """Give a thing and all inside it, each with the innermost address around it."""
    yield thing, at
    for part in parts(thing):
        yield from _walk(part, _address(part, home) or at, home)


def _address(thing: Thing, home: Entry) -> Key | None:
    if not isinstance(home, Journey):
        return None
    if isinstance(thing, Experience):
        return Key("stage" if isinstance(thing, Stage) else "step", f"{home.id}/{thing.id}")
    for kind, sort in (
        ("pain-point", PainPoint),
        ("objective", Objective),
        ("hypothesis", Hypothesis),
    ):
        if isinstance(thing, sort) and thing.id:
            return Key(kind, f"{home.id}/{thing.id}")
    return None


def _words(thing: Thing) -> str:
    """Give a claim in its own words, as short as it says itself."""
    if isinstance(thing, Entry):
        return thing.called
    if isinstance(thing, Emotion):
        score = thing.score.text if thing.score else ""
        return " ".join(word for word in (score, ", ".join(thing.words)) if word)
    if isinstance(thing, MomentOfTruth):
        return thing.question or ""
    text = getattr(thing, thing.text_field, "") if thing.text_field else ""
    return text if isinstance(text, str) else ""
