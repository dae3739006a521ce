"""The right word for a key, where it can be written without asking its author."""

from __future__ import annotations

from collections.abc import Mapping as ByName

from mkdocs_journeys.load.tree import Mapping, Scalar
from mkdocs_journeys.model.shapes import Shape
from mkdocs_journeys.nearest import all_near
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


def _meant(key: str, keys: Keys) -> tuple[Shape, str] | None:
    """Give the field that a key says or can only be a slip of, and the right word for it."""
    if key in keys:
        return keys[key]
    near = all_near(key, keys)
    # The singular and the plural of one field are near each other.
    is_certain = len({keys[one][0].attribute for one in near}) == 1
    return keys[near[0]] if is_certain else None
