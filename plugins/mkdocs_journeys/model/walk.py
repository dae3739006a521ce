"""Everything that stands inside a thing, in the order of declaration."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from mkdocs_journeys.model.fields import Ref, Thing
from mkdocs_journeys.model.shapes import Shape, shapes_of


@cache
def _shapes_with(thing: type[Thing], item: str) -> tuple[Shape, ...]:
    return tuple(shape for shape in shapes_of(thing) if shape.item == item)


@cache
def _attributes_with_things(thing: type[Thing]) -> tuple[str, ...]:
    return tuple(shape.attribute for shape in _shapes_with(thing, "thing"))


def parts(thing: Thing) -> tuple[Thing, ...]:
    """Give the things written directly inside this one; none where there are none."""
    found: list[Thing] = []
    written = thing.model_fields_set
    for attribute in _attributes_with_things(type(thing)):
        if attribute in written:
            _gather(getattr(thing, attribute), found)
    return tuple(found)


def everything(thing: Thing) -> Iterator[Thing]:
    """Give this thing and all inside it, at any depth."""
    # Not recursive: every thing would come up through a generator for each level above it.
    waiting = [thing]
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(reversed(parts(one)))


def all_of(thing: Thing, sorts: tuple[type[Thing], ...]) -> Iterator[Thing]:
    """Give the things of some sorts in this one and at any depth; looks where they can stand."""
    waiting = [thing]
    while waiting:
        one = waiting.pop()
        if isinstance(one, sorts):
            yield one
        found: list[Thing] = []
        for attribute in _attributes_towards(type(one), sorts):
            if attribute in one.model_fields_set:
                _gather(getattr(one, attribute), found)
        waiting.extend(reversed(found))


@cache
def _attributes_towards(thing: type[Thing], sorts: tuple[type[Thing], ...]) -> tuple[str, ...]:
    """Give the attributes with things of some sorts, or with things that have such inside."""
    return tuple(
        shape.attribute
        for shape in _shapes_with(thing, "thing")
        if shape.thing
        and (issubclass(shape.thing, sorts) or _attributes_towards(shape.thing, sorts))
    )


def mentions(thing: Thing) -> Iterator[tuple[Shape, Ref]]:
    """Give the mentions written directly in this thing, each with the field it stands in."""
    written = thing.model_fields_set
    for shape in _shapes_with(type(thing), "mention"):
        if shape.attribute in written:
            value = getattr(thing, shape.attribute)
            for ref in (value,) if isinstance(value, Ref) else value or ():
                yield shape, ref


def _gather(value: object, found: list[Thing]) -> None:
    if isinstance(value, tuple):
        found.extend(value)
    elif isinstance(value, Thing):
        found.append(value)
    elif isinstance(value, dict):
        for one in value.values():
            _gather(one, found)
