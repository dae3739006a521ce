"""The right word for a key, where it can be written without asking its author."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as ByName

from mkdocs_journeys.load.tree import Mapping, Node, Scalar
from mkdocs_journeys.load.wording import a
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.shapes import Shape, shapes_by_key, shapes_of
from mkdocs_journeys.nearest import all_near, did_you_mean
from mkdocs_journeys.problems import Edit, Place

Keys = ByName[str, tuple[Shape, str]]
"""Every key that a thing understands, with its field and the right word for it."""


def instead_of_slip(key: Scalar, node: Mapping, keys: Keys, file: str) -> tuple[Edit, ...]:
    """Give the edit that mends a slip of the pen in a key.

    None where two fields are near, and where another key of the thing says the same or may
    mean to.
    """
    found = _meant(key.text, keys)
    if found is None:
        return ()
    field, right = found
    others = (_meant(other.text, keys) for other, _ in node.entries if other is not key)
    if any(other and other[0] is field for other in others):
        return ()
    return (Edit(Place(file, key.span), right),)


def instead_of_other_word(key: Scalar, node: Mapping, keys: Keys, file: str) -> tuple[Edit, ...]:
    """Give the edit that writes the right word for a key; none where both words stand there."""
    field, right = keys[key.text]
    said = [other for other, _ in node.entries if keys.get(other.text, (None,))[0] is field]
    return (Edit(Place(file, key.span), right),) if len(said) == 1 else ()


def instead_of_unknown(thing: type[Thing], key: Scalar, value: Node, keys: Keys) -> str:
    """Say what to write instead of a key that a thing does not have."""
    is_bare = isinstance(value, Scalar) and value.is_empty and value.span[:2] == key.span[2:]
    if is_bare:
        return "If the comma in front of it belongs to the text, put the whole text in quotes."
    part = next((part for part in _parts(thing) if key.text in shapes_by_key(part)), None)
    otherwise = "Rows of your own are welcome below `rows:`; to leave it out, delete the line."
    if part is not None:
        otherwise = f"{a(part.noun).capitalize()} has one: write it there, or delete the line."
    return did_you_mean(key.text, keys, otherwise)


def _parts(thing: type[Thing]) -> Iterator[type[Thing]]:
    """Give the parts that a thing goes on in, stages and then steps; none for most things."""
    for shape in shapes_of(thing):
        if shape.words.list_only and shape.thing is not None:
            yield shape.thing
            yield from _parts(shape.thing)


def _meant(key: str, keys: Keys) -> tuple[Shape, str] | None:
    """Give the field that a key says or can only be a slip of, and the right word for it."""
    if key in keys:
        return keys[key]
    near = all_near(key, keys)
    # The singular and the plural of one field are near each other.
    is_certain = len({keys[one][0].attribute for one in near}) == 1
    return keys[near[0]] if is_certain else None
