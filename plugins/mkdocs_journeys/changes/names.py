"""What the things of one handbook are called in the other."""

from __future__ import annotations

from dataclasses import dataclass, field

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.kinds import INNER_KINDS


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Names:
    """Translates names between base and head; knows both catalogs and which things were renamed."""

    base: Catalog
    head: Catalog
    to_head: dict[Key, Key | None] = field(default_factory=dict)
    to_base: dict[Key, Key | None] = field(default_factory=dict)

    def remember(self, before: Key | None, after: Key | None) -> None:
        """Keep what a thing is called on both sides; None on the side where it is not."""
        if before:
            self.to_head.setdefault(before, after)
        if after:
            self.to_base.setdefault(after, before)

    def swapped(self) -> Names:
        """Give the names for the way back, from head to base."""
        return Names(base=self.head, head=self.base, to_head=self.to_base, to_base=self.to_head)

    def in_head(self, key: Key) -> Key | None:
        """Give the name in head of a thing of base, or None where it is no more."""
        return _translated(key, self.to_head, self.head)

    def in_base(self, key: Key) -> Key | None:
        """Give the name in base of a thing of head, or None where it was not yet."""
        return _translated(key, self.to_base, self.base)

    def meant(self, catalog: Catalog, ref: Ref | None) -> str:
        """Give one word for all mentions, on both sides, of a thing that is on both sides.

        Anything else is the same by its letters: a mention of what is only on one side, a label.
        Nothing for no mention.
        """
        if ref is None:
            return ""
        key = catalog.meant(ref)
        there = key and (self.in_head(key) if catalog is self.base else self.in_base(key))
        if key and there:
            return str(there if catalog is self.base else key)
        return ref.text.casefold()

    def is_lost(self, catalog: Catalog, key: Key) -> bool:
        """Tell whether nobody can say if a thing is in a handbook: its file cannot be read."""
        home = Key("journey", key.id.partition("/")[0]) if key.kind in INNER_KINDS else key
        known = catalog.known.get(home)
        if known and known.thing is None:
            return True
        return any(
            lost.key.kind == home.kind and home.id in lost.words
            for lost in catalog.loaded.unreadable
        )


def _translated(key: Key, there: dict[Key, Key | None], to: Catalog) -> Key | None:
    if key in there:
        return there[key]
    if key.kind in INNER_KINDS:
        journey, _, inner = key.id.partition("/")
        renamed = there.get(Key("journey", journey))
        key = Key(key.kind, f"{renamed.id}/{inner}") if renamed else key
    return key if key in to.known else None
