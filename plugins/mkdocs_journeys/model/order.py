"""Where a thing says its fields, where that is not the author's choice."""

from __future__ import annotations

from functools import cache

from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.shapes import Shape, shapes_by_key, shapes_of

FIRST = (("id",), ("title", "name"))
"""What a thing with an id begins with: how it is called."""

ANYWHERE = len(FIRST)
"""The rank of all between, which stay in the order that their author gave them."""

LAST = ANYWHERE + 1
"""The rank of what goes on for pages: stages, steps and readings."""


@cache
def order_of(thing: type[Thing]) -> dict[str, int]:
    """Give the rank of each key of a thing that is understood, other words included.

    From 0; keys of one rank may stand in any order.
    """
    rank = {shape.attribute: _rank(thing, shape) for shape in shapes_of(thing)}
    return {word: rank[shape.attribute] for word, (shape, _) in shapes_by_key(thing).items()}


def _rank(thing: type[Thing], shape: Shape) -> int:
    if "id" in thing.model_fields:
        for rank, names in enumerate(FIRST):
            if shape.attribute in names:
                return rank
    return LAST if _goes_on(thing, shape) else ANYWHERE


def _goes_on(thing: type[Thing], shape: Shape) -> bool:
    """Tell whether a field holds so much that nobody finds what stands behind it."""
    parts = shape.words.list_only and shape.thing is not None
    return parts or (issubclass(thing, Entry) and shape.attribute == "readings")
