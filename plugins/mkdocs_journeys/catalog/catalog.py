"""All that a handbook knows, looked up in both directions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple, TypeVar

from mkdocs_journeys.catalog.known import Known
from mkdocs_journeys.load.loaded import Loaded
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.fields import Ref, Thing
from mkdocs_journeys.model.handbook import Handbook
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.problems import Place, Problem

E = TypeVar("E", bound=Entry)


class Use(NamedTuple):
    """One mention: who mentions whom, in which field.

    ``user`` is the innermost thing with a name that the mention stands in, ``home`` the entry
    that this thing lives in (the same for a top-level thing).
    """

    user: Key
    home: Key
    target: Key
    field: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """What exists, who mentions whom. Knows both sides of a mention; reads no files.

    ``in_rows`` says what a text in a row of mentions means, by the row's title and the text.
    ``things`` are all that stand in the entries at any depth, each entry first and what is in it
    in its order. ``today`` is the day as of which everything is said: there is no clock below it.
    """

    loaded: Loaded
    today: date
    known: Mapping[Key, Known]
    former: Mapping[Key, Key]
    meanings: Mapping[Place, Key]
    in_rows: Mapping[tuple[str, str], Key]
    uses: tuple[Use, ...]
    things: tuple[Thing, ...]
    problems: tuple[Problem, ...]
    _used_by: Mapping[Key, Sequence[Use]] = field(repr=False)
    worked_out: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
    """What was worked out once and is known now; for this class and ``catalog/once.py`` alone."""

    @property
    def settings(self) -> Handbook:
        """Give the company's settings."""
        return self.loaded.settings

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Give the entries of a kind in the order of their files; empty where there are none."""
        # Nearly every rule asks for one kind or two.
        found: tuple[E, ...] | None = self.worked_out.get(kind)
        if found is None:
            found = tuple([entry for entry in self.loaded.entries if isinstance(entry, kind)])
            self.worked_out[kind] = found
        return found

    def entry(self, kind: type[E], id_: str) -> E | None:
        """Give one entry, or None where there is none or it cannot be read."""
        found = self.known.get(Key(kind.key_kind, id_))
        return found.thing if found and isinstance(found.thing, kind) else None

    def meant(self, ref: Ref | None) -> Key | None:
        """Give what a mention leads to, or None for a label that is shown as text."""
        return self.meanings.get(ref.place) if ref else None

    def identity(self, ref: Ref | None) -> str:
        """Give one word for all mentions of one thing; a label is the same by its letters.

        Nothing for no mention.
        """
        key = self.meant(ref)
        return str(key) if key else ref.text.casefold() if ref else ""

    def title(self, key: Key) -> str:
        """Give what a known thing is called."""
        return self.known[key].title

    def used_by(self, key: Key) -> tuple[Use, ...]:
        """Give the mentions of a thing, in the order of kinds and files; empty where none."""
        return tuple(self._used_by.get(key, ()))

    def related(self, key: Key, kind: str) -> tuple[Key, ...]:
        """Give the things of a kind that mention this one or are mentioned by it, once each.

        A link may be written at either end; both ends together are their union. Sorted by the
        order in which things became known.
        """
        uses_of = self._uses_of()
        found = {use.target for use in uses_of.get(key, ()) if use.target.kind == kind}
        for use in self.used_by(key):
            found.update(end for end in (use.user, use.home) if end.kind == kind)
        return self.in_order(found)

    def _uses_of(self) -> Mapping[Key, Sequence[Use]]:
        """Give the mentions by who makes them; put off, because who only checks never asks."""
        found: dict[Key, list[Use]] | None = self.worked_out.get("uses of")
        if found is None:
            found = self.worked_out["uses of"] = {}
            for use in self.uses:
                found.setdefault(use.user, []).append(use)
        return found

    def in_order(self, keys: Iterable[Key]) -> tuple[Key, ...]:
        """Sort known things by the order in which they stand in the handbook, each once."""
        return tuple(sorted(set(keys), key=lambda key: self.known[key].order))

    def journey_of(self, key: Key) -> Journey | None:
        """Give the journey that a stage, step or pain point lives in."""
        return self.entry(Journey, key.id.partition("/")[0])
