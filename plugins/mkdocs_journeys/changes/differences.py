"""What differs between the fields of one thing on both sides, field by field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeVar

from slugify import slugify

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.changes.alike import MENTION, alike
from mkdocs_journeys.changes.meaning import meaning, unequal, words_of
from mkdocs_journeys.changes.names import Names
from mkdocs_journeys.changes.shown import called, choice, naming, shown
from mkdocs_journeys.changes.sides import Pair
from mkdocs_journeys.model.fields import Ref, Thing
from mkdocs_journeys.model.shapes import Shape, shapes_of
from mkdocs_journeys.problems import Place

T = TypeVar("T", bound=Thing)

Sort = Literal["wording", "detail", "evidence"]
Fields = frozenset[tuple[type[Thing], str]]
"""Fields by class and attribute; those of a class are those of its subclasses too."""

_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Difference:
    """One field, or one entry of a list, that is not the same on both sides.

    ``pair`` is the thing with a name that it belongs to, ``fields`` lead on from there, ``label``
    says the same in words. ``is_list`` is true for what came or went among others, ``is_named``
    where a change of a name of its own tells of the field. ``before`` and ``after`` are plain
    text, empty where there is nothing. The sort *wording* is a text with the same figures in other
    words, *evidence* a source of a claim, *detail* anything else.
    """

    pair: Pair[Any]
    sort: Sort
    fields: tuple[str, ...]
    label: str
    is_list: bool
    is_named: bool
    before: str
    after: str
    base: Place
    head: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Spots:
    """A thing inside of a thing with a name, on both sides, with what leads there."""

    pair: Pair[Any]
    base: Thing
    head: Thing
    fields: tuple[str, ...] = ()
    label: str = ""

    def place(self, attribute: str) -> tuple[Place, Place]:
        """Give the places of a field, else of what names the thing that lacks it."""
        here = (attribute, "id", "title", "name", self.base.text_field)
        return self.base.spot.of(*here), self.head.spot.of(*here)


class Differences:
    """Walks through things on both sides. Leaves out the fields that other changes tell of."""

    def __init__(self, names: Names, told: Fields, named: Fields) -> None:
        """Take the names on both sides, the fields to leave out, and those with a name."""
        self._names = names
        self._told = told
        self._named = named

    def of(self, spots: Spots, *, leave_out: Sequence[str] = ()) -> Iterator[Difference]:
        """Give what differs in a thing and in all that stands inside it."""
        for shape in shapes_of(type(spots.head)):
            if shape.attribute in leave_out or stands_in(
                type(spots.head), shape.attribute, self._told
            ):
                continue
            before = getattr(spots.base, shape.attribute)
            after = getattr(spots.head, shape.attribute)
            if before != after and not self.same(before, after):
                yield from self._field(spots, shape, before, after)

    def same(self, before: Any, after: Any) -> bool:
        """Tell whether a value of base and one of head say the same."""
        names = self._names
        return meaning(before, names, names.base) == meaning(after, names, names.head)

    def pairs(
        self, before: Sequence[T], after: Sequence[T]
    ) -> tuple[list[tuple[T, T]], list[T], list[T]]:
        """Match things without names of their own: those that say the same, then by their words.

        Gives the pairs that are not the same, what is in base only, and what is in head only.
        """
        left, free = unequal(before, after, self._names)
        names = self._names
        words = [_first_words(one, names, names.base) for one in left]
        others = [_first_words(one, names, names.head) for one in free]
        pairs = [(left[one], free[other]) for one, other in alike(words, others)]
        taken = {id(thing) for pair in pairs for thing in pair}
        return (
            pairs,
            [one for one in left if id(one) not in taken],
            [one for one in free if id(one) not in taken],
        )

    def _is_named(self, spots: Spots, attribute: str) -> bool:
        top = (*spots.fields, attribute)[0]
        thing: type[Thing] = type(spots.pair.head.thing)
        return stands_in(thing, top, self._named)

    def _words_for(self, spots: Spots, shape: Shape, sort: Sort) -> str:
        """Name a field in words: a thing inside another by itself where it is about its words."""
        is_itself = spots.label and shape.attribute == spots.head.text_field
        return spots.label if is_itself or sort == "evidence" else _label(spots.label, shape)

    def _field(self, spots: Spots, shape: Shape, before: Any, after: Any) -> Iterator[Difference]:
        if shape.by_key:
            yield from self._by_key(spots, shape, before or {}, after or {})
        elif shape.item == "thing" and shape.many:
            yield from self._things(spots, shape, before or (), after or ())
        elif shape.item == "thing" and before is not None and after is not None:
            yield from self.of(
                Spots(
                    pair=spots.pair,
                    base=before,
                    head=after,
                    fields=(*spots.fields, shape.attribute),
                    label=_label(spots.label, shape),
                )
            )
        elif shape.many and shape.item in ("text", "mention"):
            yield from self._list(spots, shape, before or (), after or ())
        else:
            sort: Sort = (
                "wording" if shape.item == "text" and is_wording(before, after) else "detail"
            )
            yield self._difference(spots, shape, sort, before, after)

    def _list(self, spots: Spots, shape: Shape, before: Any, after: Any) -> Iterator[Difference]:
        left, free = unequal(before, after, self._names)
        pairs = alike(left, free) if shape.item == "text" else []
        for one, other in pairs:
            sort: Sort = "wording" if is_wording(left[one], free[other]) else "detail"
            yield self._difference(spots, shape, sort, left[one], free[other])
        left = [item for number, item in enumerate(left) if number not in {one for one, _ in pairs}]
        free = [item for number, item in enumerate(free) if number not in {one for _, one in pairs}]
        if shape.attribute == "evidence":
            for item in left:
                yield self._difference(spots, shape, "evidence", item, None)
            for item in free:
                yield self._difference(spots, shape, "evidence", None, item)
        elif left or free:
            yield self._difference(spots, shape, "detail", tuple(left), tuple(free))

    def _things(self, spots: Spots, shape: Shape, before: Any, after: Any) -> Iterator[Difference]:
        pairs, left, free = self.pairs(before, after)
        for base, head in pairs:
            name = called(head, self._names.head)
            yield from self.of(
                Spots(
                    pair=spots.pair,
                    base=base,
                    head=head,
                    fields=(*spots.fields, shape.attribute, slugify(name) or name),
                    label=f"{_label(spots.label, shape, is_one=True)} “{short(name)}”",
                )
            )
        for one in left:
            yield self._difference(spots, shape, "detail", one, None)
        for one in free:
            yield self._difference(spots, shape, "detail", None, one)

    def _by_key(self, spots: Spots, shape: Shape, before: Any, after: Any) -> Iterator[Difference]:
        for key in sorted(before.keys() | after.keys()):
            one, other = before.get(key), after.get(key)
            if self.same(one, other):
                continue
            words = shown(one, self._names.base), shown(other, self._names.head)
            named = f"{shape.attribute}.{key}"
            base, head = spots.place(named if one or other else shape.attribute)
            yield Difference(
                pair=spots.pair,
                sort="wording" if is_wording(*words) else "detail",
                fields=(*spots.fields, shape.attribute, slugify(key) or key),
                label=f"{_label(spots.label, shape, is_one=True)} “{short(key)}”",
                is_list=False,
                is_named=self._is_named(spots, shape.attribute),
                before=words[0],
                after=words[1],
                base=base,
                head=head,
            )

    def _difference(
        self, spots: Spots, shape: Shape, sort: Sort, before: Any, after: Any
    ) -> Difference:
        base, head = spots.place(shape.attribute)
        return Difference(
            pair=spots.pair,
            sort=sort,
            fields=(*spots.fields, shape.attribute),
            label=self._words_for(spots, shape, sort),
            is_list=shape.many,
            is_named=self._is_named(spots, shape.attribute),
            before=choice(before) if shape.choices else shown(before, self._names.base),
            after=choice(after) if shape.choices else shown(after, self._names.head),
            base=_own_place(before) or base,
            head=_own_place(after) or head,
        )


@cache
def stands_in(thing: type[Thing], attribute: str, fields: Fields) -> bool:
    """Tell whether a field is among these."""
    return any((one, attribute) in fields for one in thing.__mro__)


def is_wording(before: object, after: object) -> bool:
    """Tell whether two texts differ in words alone: both are there, with the same figures."""
    if not isinstance(before, str) or not isinstance(after, str) or not before or not after:
        return False
    return Counter(_FIGURE.findall(before)) == Counter(_FIGURE.findall(after))


def short(text: str, most: int = 60) -> str:
    """Cut a text for a sentence; what is cut off shows as an ellipsis."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _label(around: str, shape: Shape, *, is_one: bool = False) -> str:
    """Name a field in words, or one entry of its list."""
    own = shape.key.replace("_", " ")
    if is_one and (shape.words.one or shape.thing):
        own = (shape.words.one or (shape.thing.noun if shape.thing else "")).replace("_", " ")
    return f"{around}: {own}" if around else own


def _own_place(value: Any) -> Place | None:
    """Give the place of a mention or a thing, of the only one in a list too; else None."""
    if isinstance(value, tuple) and len(value) == 1:
        value = value[0]
    if isinstance(value, Ref):
        return value.place
    if isinstance(value, Thing):
        return value.spot.of("id", "title", "name", value.text_field)
    return None


def _first_words(thing: Thing, names: Names, catalog: Catalog) -> str:
    """Give what a thing without a name is known by, the same on both sides."""
    value = naming(thing)
    if isinstance(value, Ref):
        return MENTION + names.meant(catalog, value)
    return words_of(called(thing, catalog))
