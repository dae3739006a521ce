"""Two handbooks side by side: what belongs together, and what of it is not the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.changes.all_differences import Quoted, all_differences, all_quoted
from mkdocs_journeys.changes.broken import Broken, broken_links
from mkdocs_journeys.changes.differences import Difference, Differences, Fields
from mkdocs_journeys.changes.feelings import FeltPair, felt_pairs
from mkdocs_journeys.changes.map_pair import MapPair, joined, map_pair, parts_of, remember
from mkdocs_journeys.changes.matching import match
from mkdocs_journeys.changes.names import Names
from mkdocs_journeys.changes.sides import Both, Pair, Side, entry_side, inside
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.kinds import KINDS
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.step import Experience

T = TypeVar("T", bound=Thing)
E = TypeVar("E", bound=Entry)

NO_FIELDS: Fields = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Comparison:
    """Two handbooks side by side. Knows what differs; gives it no name and no level.

    ``entries`` are those that are not the same, or on one side only, in the order of kinds and
    then of base; ``maps`` are the journeys among them that are on both sides, ``parts`` the stages
    and steps in them that are on both sides and not the same, ``felt`` and ``quoted`` what is felt
    and said there. ``differences`` are those of single fields. ``broken`` are the mentions that
    led somewhere in base and lead nowhere in head, ``mended`` those the other way.
    """

    base: Catalog
    head: Catalog
    names: Names
    entries: tuple[Both[Entry], ...]
    maps: tuple[MapPair, ...]
    parts: tuple[Pair[Experience], ...]
    felt: tuple[FeltPair, ...]
    quoted: tuple[Quoted, ...]
    differences: tuple[Difference, ...]
    broken: tuple[Broken, ...]
    mended: tuple[Broken, ...]

    def pairs(self, kind: type[E]) -> tuple[Pair[E], ...]:
        """Give the entries of a kind that are on both sides and not the same."""
        return tuple(
            one
            for one in self.entries
            if isinstance(one, Pair) and isinstance(one.head.thing, kind)
        )

    def added(self, kind: type[E]) -> tuple[Side[E], ...]:
        """Give the entries of a kind that are in head only."""
        return tuple(
            one.head  # type: ignore[misc]  # as asked for
            for one in self.entries
            if one.base is None and one.head and isinstance(one.head.thing, kind)
        )

    def removed(self, kind: type[E]) -> tuple[Side[E], ...]:
        """Give the entries of a kind that are in base only."""
        return tuple(
            one.base  # type: ignore[misc]  # as asked for
            for one in self.entries
            if one.head is None and one.base and isinstance(one.base.thing, kind)
        )

    @property
    def pain_points(self) -> tuple[Pair[PainPoint], ...]:
        """Give the pain points of journeys that are on both sides."""
        return tuple(
            pain for pair in self.maps for pain in pair.pain_points if isinstance(pain, Pair)
        )


def side_by_side(
    base: Catalog, head: Catalog, told: Fields = NO_FIELDS, named: Fields = NO_FIELDS
) -> Comparison:
    """Match two handbooks and leave out what is the same.

    ``told`` are the fields that are left out of ``differences``, because they are looked at in
    another way; ``named`` those whose differences have a name of their own.

    Entries that were read once for both sides (the very same value) cost one look each. What a
    file holds that cannot be read on the other side is left out too: nobody knows what became
    of it.
    """
    names = Names(base=base, head=head)
    _remember_lifecycle(names)
    entries = _entries(base, head, names)
    for one in entries:
        remember(one, names)
    journeys = [
        Pair(base=one.base, head=one.head, by=one.by)
        for one in entries
        if isinstance(one, Pair)
        if _is_journey(one.base) and _is_journey(one.head)
    ]
    maps = tuple(map_pair(journey, names) for journey in journeys)
    parts = parts_of(maps)
    felt = tuple(one for part in parts for one in felt_pairs(part, names))
    differences = Differences(names, told, named)
    quoted = tuple(all_quoted(differences, entries, parts))
    return Comparison(
        base=base,
        head=head,
        names=names,
        entries=entries,
        maps=maps,
        parts=parts,
        felt=felt,
        quoted=quoted,
        differences=tuple(all_differences(differences, entries, maps, parts, felt, quoted)),
        broken=broken_links(names, [*_lifecycle(base, head), *_renamed(entries, maps)]),
        mended=broken_links(
            names.swapped(), [*_lifecycle(head, base), *_renamed(entries, maps, back=True)]
        ),
    )


def _is_journey(side: Side[Entry]) -> bool:
    return isinstance(side.thing, Journey)


def _remember_lifecycle(names: Names) -> None:
    """Match the parts of the lifecycle, which settings name, by their ids now and formerly."""
    before = {stage.id: stage for stage in names.base.settings.lifecycle}
    after = {stage.id: stage for stage in names.head.settings.lifecycle}
    pairs = [(id_, id_) for id_ in before if id_ in after]
    pairs += [(old, id_) for id_, stage in after.items() for old in stage.formerly if old in before]
    pairs += [(id_, old) for id_, stage in before.items() for old in stage.formerly if old in after]
    for one, other in pairs:
        names.remember(Key("lifecycle", one), Key("lifecycle", other))
    for id_ in before:
        names.remember(Key("lifecycle", id_), None)
    for id_ in after:
        names.remember(None, Key("lifecycle", id_))


def _entries(base: Catalog, head: Catalog, names: Names) -> tuple[Both[Entry], ...]:
    before, after = _first_of_each(base), _first_of_each(head)
    found: dict[str, list[Both[Entry]]] = defaultdict(list)
    gone: dict[str, list[Side[Entry]]] = defaultdict(list)
    new: dict[str, list[Side[Entry]]] = defaultdict(list)
    for number, (key, entry) in enumerate(before.items()):
        there = after.get(key)
        if there is entry:
            continue
        if there is None:
            if not names.is_lost(head, key):
                gone[key.kind].append(entry_side(base, entry, number))
        elif there != entry:
            one, other = entry_side(base, entry, number), entry_side(head, there, number)
            found[key.kind].append(Pair(base=one, head=other))
    for number, (key, entry) in enumerate(after.items()):
        if key not in before and not names.is_lost(base, key):
            new[key.kind].append(entry_side(head, entry, number))
    for kind in new.keys() | gone.keys():
        found[kind].extend(joined(match(gone[kind], new[kind], inside=_titles_inside)))
    return tuple(one for kind in KINDS for one in found[kind.key_kind])


def _first_of_each(catalog: Catalog) -> dict[Key, Entry]:
    """Give the entries by their names; of two with one name, which is a finding, the first."""
    found: dict[Key, Entry] = {}
    for entry in catalog.loaded.entries:
        found.setdefault(entry.key, entry)
    return found


def _titles_inside(side: Side[Entry]) -> frozenset[str]:
    """Give the titles of a journey's steps, else of its stages; nothing for other kinds."""
    journey = side.thing
    if not isinstance(journey, Journey):
        return frozenset()
    things: Iterable[Experience] = journey.all_steps or journey.stages
    return frozenset(thing.title.casefold() for thing in things)


def _lifecycle(catalog: Catalog, other: Catalog) -> Iterator[Key]:
    """Give the parts of the lifecycle where the two sides do not say the same of it."""
    if catalog.settings.lifecycle != other.settings.lifecycle:
        yield from (Key("lifecycle", stage.id) for stage in catalog.settings.lifecycle)


def _renamed(
    entries: Iterable[Both[Entry]], maps: Iterable[MapPair], *, back: bool = False
) -> Iterator[Key]:
    """Give the things of base (``back``: of head) that are gone or called otherwise.

    With a journey that is gone, all that stood in it is gone.
    """
    named: list[Both[Thing]] = [*entries]
    for one in entries:
        gone = (one.head if back else one.base) if not (one.base and one.head) else None
        if gone and isinstance(gone.thing, Journey):
            held = inside(gone.catalog, gone.thing)
            for side in held.everything:
                yield side.key
    for pair in maps:
        named += (*pair.stages, *pair.steps, *pair.pain_points, *pair.objectives, *pair.hypotheses)
    for thing in named:
        there, here = (thing.base, thing.head) if back else (thing.head, thing.base)
        if here and (there is None or (there.name, there.title) != (here.name, here.title)):
            yield here.key
