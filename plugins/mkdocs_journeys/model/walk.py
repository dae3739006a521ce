"""Everything that stands inside a thing, in the order of declaration."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from mkdocs_journeys.model.fields import Ref, Thing
from mkdocs_journeys.model.shapes import Shape, shapes_of


@cache
def _shapes_with(thing: type[Thing], item: str) -> tuple[Shape, ...]:
    return tuple(shape for shape in shapes_of(thing) if shape.item == item)


def parts(thing: Thing) -> Iterator[Thing]:
    """Give the things written directly inside this one."""
    written = thing.model_fields_set
    for shape in _shapes_with(type(thing), "thing"):
        if shape.attribute in written:
            yield from _flat(getattr(thing, shape.attribute))


def everything(thing: Thing) -> Iterator[Thing]:
    """Give this thing and all inside it, at any depth."""
    yield thing
    for part in parts(thing):
        yield from everything(part)


def mentions(thing: Thing) -> Iterator[tuple[Shape, Ref]]:
    """Give the mentions written directly in this thing, each with the field it stands in."""
    written = thing.model_fields_set
    for shape in _shapes_with(type(thing), "mention"):
        if shape.attribute in written:
            value = getattr(thing, shape.attribute)
            for ref in (value,) if isinstance(value, Ref) else value or ():
                yield shape, ref


def _flat(value: object) -> Iterator[Thing]:
    if isinstance(value, Thing):
        yield value
    elif isinstance(value, tuple):
        yield from value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _flat(one)
