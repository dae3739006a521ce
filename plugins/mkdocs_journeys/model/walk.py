"""Everything that stands inside a thing, in the order of declaration."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from mkdocs_journeys.model.fields import Ref, Thing
from mkdocs_journeys.model.shapes import Shape, shapes_of


@cache
def _shapes_with(thing: type[Thing], item: str) -> tuple[Shape, ...]:
    return tuple(shape for shape in shapes_of(thing) if shape.item == item)


@cache
def _attributes_with_things(thing: type[Thing]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Give the attributes with things in the order of declaration, and once more as a set."""
    attributes = tuple(shape.attribute for shape in _shapes_with(thing, "thing"))
    return attributes, frozenset(attributes)


def parts(thing: Thing) -> tuple[Thing, ...]:
    """Give the things written directly inside this one; none where there are none."""
    attributes, any_of_them = _attributes_with_things(type(thing))
    written = thing.model_fields_set
    # Asked at once for all of them: most things have no other inside.
    if any_of_them.isdisjoint(written):
        return ()
    found: list[Thing] = []
    for attribute in attributes:
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
        attributes, any_of_them = _attributes_towards(type(one), sorts)
        written = one.model_fields_set
        if any_of_them.isdisjoint(written):
            continue
        found: list[Thing] = []
        for attribute in attributes:
            if attribute in written:
                _gather(getattr(one, attribute), found)
        waiting.extend(reversed(found))


@cache
def _attributes_towards(
    thing: type[Thing], sorts: tuple[type[Thing], ...]
) -> tuple[tuple[str, ...], frozenset[str]]:
    """Give the attributes with things of some sorts, or with things that have such inside."""
    attributes = tuple(
        shape.attribute
        for shape in _shapes_with(thing, "thing")
        if shape.thing
        and (issubclass(shape.thing, sorts) or _attributes_towards(shape.thing, sorts)[0])
    )
    return attributes, frozenset(attributes)


@cache
def _mentioning(thing: type[Thing]) -> tuple[tuple[tuple[str, Shape], ...], frozenset[str]]:
    """Give the attributes with mentions, each with its shape, and once more as a set."""
    shapes = _shapes_with(thing, "mention")
    return tuple((shape.attribute, shape) for shape in shapes), frozenset(
        shape.attribute for shape in shapes
    )


def mentions(thing: Thing) -> Sequence[tuple[Shape, Ref]]:
    """Give the mentions written directly in this thing, each with the field it stands in."""
    shapes, any_of_them = _mentioning(type(thing))
    written = thing.model_fields_set
    # Asked at once for all of them: most things mention nothing.
    if any_of_them.isdisjoint(written):
        return ()
    found: list[tuple[Shape, Ref]] = []
    for attribute, shape in shapes:
        if attribute in written:
            value = getattr(thing, attribute)
            if isinstance(value, Ref):
                found.append((shape, value))
            elif value:
                found.extend([(shape, ref) for ref in value])
    return found


def _gather(value: object, found: list[Thing]) -> None:
    if isinstance(value, tuple):
        found.extend(value)
    elif isinstance(value, Thing):
        found.append(value)
    elif isinstance(value, dict):
        for one in value.values():
            _gather(one, found)
