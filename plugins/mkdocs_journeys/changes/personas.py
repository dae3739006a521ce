"""Who travels which map, and how well personas are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.evidence_level import LEVELS, evidence_level
from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.change_kind import ChangeKind
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.meaning import unequal
from mkdocs_journeys.changes.shown import counted
from mkdocs_journeys.changes.sides import Pair, entry_side
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.persona import Persona


class PersonaUnlinked(ChangeKind):
    """Says that a persona no longer travels a journey.

    A persona that is gone altogether is told once, for itself.

    ## Why it matters
    What the map said of her is said of nobody, or of somebody else.

    ## Level
    Significant. Breaking when something else in the map still points at her: a feeling, a pain
    point, a variant.
    """

    name = "persona-unlinked"
    level = "significant"
    mirror = "persona-linked"
    tells = ((Journey, "personas"),)

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at whose journeys the maps are."""
        for pair in comparison.pairs(Journey):
            for ref in _only_here(comparison, pair, is_head=False):
                key = comparison.base.meant(ref)
                now = key and comparison.names.in_head(key)
                if key and not now:
                    continue
                name = comparison.base.title(key) if key else ref.text
                left = _other_mentions(comparison.head, now, pair.head.key) if now else 0
                mentions = counted(left, "mention")
                names = "names" if left == 1 else "name"
                still = f"; {mentions} in the map still {names} them" if left else ""
                yield self.change(
                    comparison,
                    pair,
                    f"{name} no longer travels it{still}",
                    before=name,
                    fields=("personas", key.id if key else ref.text),
                    base=ref.place,
                    level="breaking" if left else None,
                )


class PersonaLinked(ChangeKind):
    """Says that a persona travels a journey now.

    A persona that is new altogether is told once, for itself.

    ## Why it matters
    The company claims that it goes like this for her too.

    ## Level
    Significant.
    """

    name = "persona-linked"
    level = "significant"
    mirror = "persona-unlinked"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at whose journeys the maps are."""
        for pair in comparison.pairs(Journey):
            for ref in _only_here(comparison, pair, is_head=True):
                key = comparison.head.meant(ref)
                if key and not comparison.names.in_base(key):
                    continue
                name = comparison.head.title(key) if key else ref.text
                yield self.change(
                    comparison,
                    pair,
                    f"{name} travels it now",
                    after=name,
                    fields=("personas", key.id if key else ref.text),
                    head=ref.place,
                )


class PersonaLeftWithoutJourney(ChangeKind):
    """Says that a persona who travelled a journey travels none any more.

    ## Why it matters
    What she goes through is looked at nowhere, and she is easily forgotten.

    ## Level
    Significant.
    """

    name = "persona-left-without-journey"
    level = "significant"
    mirror = "persona-found-journey"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the personas on both sides."""
        for pair in _personas(comparison):
            before = _titles(comparison.base, _journeys(comparison.base, pair.base.key))
            if before and not _journeys_or_lost(comparison, pair, is_head=True):
                what = f"The persona is left without a journey, it was {before}"
                yield self.change(comparison, pair, what, before=before)


class PersonaFoundJourney(ChangeKind):
    """Says that a persona who travelled no journey travels one now.

    ## Why it matters
    At last somebody looks at what she goes through.

    ## Level
    Minor: that she travels it is told at the journey.
    """

    name = "persona-found-journey"
    level = "minor"
    mirror = "persona-left-without-journey"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the personas on both sides."""
        for pair in _personas(comparison):
            after = _titles(comparison.head, _journeys(comparison.head, pair.head.key))
            if after and not _journeys_or_lost(comparison, pair, is_head=False):
                what = f"The persona has a journey now, {after}"
                yield self.change(comparison, pair, what, after=after)


class PersonaDowngraded(ChangeKind):
    """Says that a persona is known less well: the level of its evidence fell.

    ## Why it matters
    What was found in research is an assumption again, and should be read as one.

    ## Level
    Significant.
    """

    name = "persona-downgraded"
    level = "significant"
    mirror = "persona-upgraded"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the personas on both sides."""
        for pair, before, after in _levels(comparison):
            if after < before:
                yield _level(self, comparison, pair, before, after, "fell")


class PersonaUpgraded(ChangeKind):
    """Says that a persona is known better: the level of its evidence rose.

    ## Why it matters
    What was an assumption may be relied on.

    ## Level
    Minor.
    """

    name = "persona-upgraded"
    level = "minor"
    mirror = "persona-downgraded"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the personas on both sides."""
        for pair, before, after in _levels(comparison):
            if after > before:
                yield _level(self, comparison, pair, before, after, "rose")


def _only_here(comparison: Comparison, pair: Pair[Journey], *, is_head: bool) -> list[Ref]:
    """Give the mentions of personas who travel the map on this side only."""
    before, after = pair.base.thing.personas, pair.head.thing.personas
    return unequal(before, after, comparison.names)[1 if is_head else 0]


def _other_mentions(catalog: Catalog, persona: Key, journey: Key) -> int:
    return sum(1 for use in catalog.used_by(persona) if use.home == journey)


def _personas(comparison: Comparison) -> Iterator[Pair[Entry]]:
    for number, persona in enumerate(comparison.head.all(Persona)):
        before = comparison.names.in_base(persona.key)
        there = comparison.base.entry(Persona, before.id) if before else None
        if there:
            yield Pair(
                base=entry_side(comparison.base, there, number),
                head=entry_side(comparison.head, persona, number),
            )


def _journeys(catalog: Catalog, persona: Key) -> tuple[Key, ...]:
    """Give the maps that a persona travels, in the order of the handbook."""
    keys = dict.fromkeys(
        use.home
        for use in catalog.used_by(persona)
        if use.field == "personas" and use.user == use.home and use.home.kind == "journey"
    )
    return tuple(keys)


def _journeys_or_lost(
    comparison: Comparison, pair: Pair[Entry], *, is_head: bool
) -> tuple[Key, ...]:
    """Give the maps that a persona travels on one side, and those that cannot be read there."""
    here, there = (pair.head, pair.base) if is_head else (pair.base, pair.head)
    travelled = _journeys(there.catalog, there.key)
    lost = (key for key in travelled if comparison.names.is_lost(here.catalog, key))
    return (*_journeys(here.catalog, here.key), *lost)


def _titles(catalog: Catalog, keys: tuple[Key, ...]) -> str:
    return ", ".join(catalog.title(key) for key in keys)


def _levels(comparison: Comparison) -> Iterator[tuple[Pair[Entry], int, int]]:
    for pair in _personas(comparison):
        before = evidence_level(comparison.base, pair.base.thing.evidence)
        after = evidence_level(comparison.head, pair.head.thing.evidence)
        yield pair, LEVELS.index(before), LEVELS.index(after)


def _level(
    kind: ChangeKind, comparison: Comparison, pair: Pair[Entry], before: int, after: int, way: str
) -> Change:
    was, now = LEVELS[before], LEVELS[after]
    return kind.change(
        comparison,
        pair,
        f"The evidence for the persona {way}, {was} → {now}",
        before=was,
        after=now,
        fields=("evidence",),
    )
