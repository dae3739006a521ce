"""What each key of a mapping fills: all that reading a key has to know of a declaration."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from mkdocs_journeys.load.tree import Mapping, Node, Sequence
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.shapes import Shape, shapes_by_key, shapes_of
from mkdocs_journeys.problems import Span


class Slot(NamedTuple):
    """What a key fills: its field, and whether the key is the right word for it.

    ``is_kept_as_typed`` where one text needs no further look: so is most of what is written.
    """

    shape: Shape
    attribute: str
    is_right: bool
    is_kept_as_typed: bool


@cache
def slots_by_key(thing: type[Thing]) -> dict[str, Slot]:
    """Give what each key fills that is understood: all that reading a key has to know of it."""
    return {
        key: Slot(shape, shape.attribute, key == right, _is_kept_as_typed(shape))
        for key, (shape, right) in shapes_by_key(thing).items()
    }


@cache
def slots_by_attribute(thing: type[Thing]) -> dict[str, Slot]:
    """Give the same by attribute."""
    return {slot.attribute: slot for slot in slots_by_key(thing).values()}


def _is_kept_as_typed(shape: Shape) -> bool:
    return shape.item in ("text", "leaf") and not (
        shape.many or shape.by_key or shape.choices or shape.leaf is bool
    )


def first_word(node: Mapping, shape: Shape, slots: dict[str, Slot]) -> str:
    """Give the first key of a mapping that fills a field."""
    keys = (key.text for key, _ in node.entries)
    return next(key for key in keys if key in slots and slots[key].shape is shape)


def first_key(thing: type[Thing]) -> str:
    """Give a key to begin with: the first that is required, else the first of its own."""
    own = [shape for shape in shapes_of(thing) if shape.attribute not in Thing.model_fields]
    required = (shape.key for shape in own if shape.required and not shape.is_id)
    return next(required, own[0].key)


def spans_inside(shape: Shape, value: Node) -> Iterator[tuple[str, Span]]:
    """Give where the names and the texts inside a field stand, as ``rows.Devices.0``."""
    if (shape.item == "text" or shape.is_id) and isinstance(value, Sequence):
        yield from _spans_of_items(shape.attribute, value)
    if shape.by_key and isinstance(value, Mapping):
        for name, at in value.entries:
            yield f"{shape.attribute}.{name.text}", name.span
            if shape.item == "text":
                yield from _spans_of_items(f"{shape.attribute}.{name.text}", at)


def _spans_of_items(field: str, value: Node) -> Iterator[tuple[str, Span]]:
    """Give where each text of a list stands, as ``needs.0``: a message may be about one of them."""
    items = value.items if isinstance(value, Sequence) else (value,)
    return ((_numbered(field, number), item.span) for number, item in enumerate(items))


@lru_cache(maxsize=1024)
def _numbered(field: str, number: int) -> str:
    """Name an entry of a list. Kept: thousands of maps have the same few names."""
    return f"{field}.{number}"
