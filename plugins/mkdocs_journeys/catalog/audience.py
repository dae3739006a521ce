"""What everybody may read: a handbook without all that is internal, made before any page."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.load.loaded import Loaded
from mkdocs_journeys.load.pictures import picture_file
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.fields import Ref, Thing
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.picture import Picture
from mkdocs_journeys.model.quote import Quote
from mkdocs_journeys.model.registries import Stakeholder
from mkdocs_journeys.model.shapes import Shape, shapes_of
from mkdocs_journeys.model.walk import everything
from mkdocs_journeys.problems import Place

T = TypeVar("T", bound=Thing)


def shown_of(catalog: Catalog) -> Catalog:
    """Give what may be shown to those whom the handbook is published for."""
    if catalog.settings.audience == "public":
        return look_up(for_everybody(catalog), catalog.today)
    return catalog


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldNow:
    """What a handbook for everybody does not tell, so that no earlier state of it does either.

    ``internal`` are entries that are internal by now, ``quotes`` the words that still may be told:
    who is no longer quoted has perhaps said no.
    """

    internal: frozenset[Key]
    quotes: frozenset[str]


def told_now(catalog: Catalog) -> ToldNow | None:
    """Give what earlier states may tell; None in a handbook for those inside, who may see all."""
    if catalog.settings.audience != "public":
        return None
    return ToldNow(
        internal=internal_entries(catalog),
        quotes=frozenset(
            thing.text for thing in catalog.things if isinstance(thing, Quote) and thing.consent
        ),
    )


def internal_entries(catalog: Catalog) -> frozenset[Key]:
    """Give the entries that are for those inside."""
    return frozenset(entry.key for entry in catalog.loaded.entries if entry.audience == "internal")


def shown_of_then(then: Catalog, now: ToldNow | None) -> Catalog:
    """Give what of an earlier state may be shown to those for whom the handbook is now."""
    return look_up(for_everybody(then, now), then.today) if now else then


def for_everybody(catalog: Catalog, now: ToldNow | None = None) -> Loaded:
    """Give what was read without what is not for everybody, as if nobody had ever written it.

    Left out are things that say ``audience: internal`` with every mention of them, quotes
    without consent, portraits whose person refused, influence and interest of stakeholders, and
    what cannot be read (nobody knows what it says). Pages, search and data files are all made
    from the result, so that nothing of it can slip through one of them. Of an earlier state, what
    is not told ``now`` is left out too.
    """
    loaded = catalog.loaded
    internal = internal_entries(catalog) | (now.internal if now else frozenset())

    def is_internal(key: Key) -> bool:
        return catalog.known[key].home in internal

    public = _Public(
        silent={place for place, key in catalog.meanings.items() if is_internal(key)},
        texts={at for at, key in catalog.in_rows.items() if is_internal(key)},
        quotes=now.quotes if now else None,
    )
    kept = (public.entry(entry) for entry in loaded.entries if entry.key not in internal)
    entries = tuple(entry for entry in kept if entry is not None)
    return replace(
        loaded,
        entries=entries,
        unreadable=(),
        stale=(),
        settings=public.shown(loaded.settings) or loaded.settings,
        pictures=_shown_pictures(loaded.pictures, entries),
    )


@dataclass(frozen=True, slots=True)
class _Public:
    """Cuts things down; ``silent`` mentions and ``texts`` of rows lead to internal things.

    ``quotes`` are the words that may be told, None for all to which their speakers agreed.
    """

    silent: set[Place]
    texts: set[tuple[str, str]]
    quotes: Collection[str] | None

    def entry(self, entry: Entry) -> Entry | None:
        shown = self.shown(entry)
        if isinstance(shown, Stakeholder):
            return shown.model_copy(update={"influence": None, "interest": None})
        return shown

    def shown(self, thing: T) -> T | None:
        """Give a thing without what is internal in it; None where nothing of it may be told."""
        if isinstance(thing, Quote) and not self._may_be_told(thing):
            return None
        if isinstance(thing, Picture) and thing.consent is False:
            return None
        changes: dict[str, Any] = {}
        for shape in shapes_of(type(thing)):
            if shape.attribute not in thing.model_fields_set:
                continue
            before = getattr(thing, shape.attribute)
            after = self._value(shape, before)
            if after is before:
                continue
            if after is None and shape.required:
                return None
            changes[shape.attribute] = after
        if not changes:
            return thing
        copy = thing.model_copy(update=changes)
        # Worked out from the fields and kept beside them (Journey.all_steps): now out of date.
        copy.__dict__.pop("all_steps", None)
        return copy

    def _may_be_told(self, quote: Quote) -> bool:
        return bool(quote.consent) and (self.quotes is None or quote.text in self.quotes)

    def _value(self, shape: Shape, value: Any) -> Any:
        if shape.attribute == "rows" and shape.by_key:
            return self._rows(value)
        if shape.item not in ("mention", "thing"):
            return value
        if isinstance(value, dict):
            shown = {key: self._one(one) for key, one in value.items()}
            kept: Any = {key: one for key, one in shown.items() if one is not None}
            return value if all(kept.get(key) is one for key, one in value.items()) else kept
        if isinstance(value, tuple):
            items = tuple(one for one in map(self._one, value) if one is not None)
            same = len(items) == len(value) and all(map(_is, items, value))
            return value if same else items
        return self._one(value)

    def _one(self, value: Any) -> Any:
        if isinstance(value, Ref):
            return None if value.place in self.silent else value
        return self.shown(value) if isinstance(value, Thing) else value

    def _rows(self, rows: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        if not any((title, text) in self.texts for title in rows for text in rows[title]):
            return rows
        return {
            title: tuple(text for text in texts if (title, text) not in self.texts)
            for title, texts in rows.items()
        }


def _is(one: object, other: object) -> bool:
    return one is other


def _shown_pictures(
    pictures: tuple[tuple[str, str], ...], entries: Iterable[Entry]
) -> tuple[tuple[str, str], ...]:
    """Keep the pictures that something shown still points to."""
    used = {
        picture_file(thing.spot.file, thing.file)
        for entry in entries
        for thing in everything(entry)
        if isinstance(thing, Picture)
    }
    return tuple((file, path) for file, path in pictures if file in used)
