"""In which order a thing says its fields, where somebody puts them in order."""

from __future__ import annotations

from functools import cache

from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.shapes import Shape, shapes_by_key, shapes_of
from mkdocs_journeys.model.step import Experience

FIRST = ("id", "title", "name", "code", "formerly", "summary")
"""What a thing with an id begins with: how it is called, now and before, and what it is."""

BESIDE = ("tags", "owner")
PROOF = ("evidence", "confidence")
REMARKS = ("note", "rows", "audience")


@cache
def order_of(thing: type[Thing]) -> dict[str, int]:
    """Give the number of each key of a thing that is understood, other words included.

    The order of declaration, but for what things have in common: a thing with an id begins with
    ``FIRST``, what a kind or a stage has of its own follows, then tags and owner (of a kind),
    what proves it, and remarks. Last comes what goes on for pages: stages, steps and readings.
    """
    ranked = sorted(enumerate(shapes_of(thing)), key=lambda one: (_group(thing, one[1]), one[0]))
    number = {shape.attribute: place for place, (_, shape) in enumerate(ranked)}
    return {word: number[shape.attribute] for word, (shape, _) in shapes_by_key(thing).items()}


def _group(thing: type[Thing], shape: Shape) -> tuple[int, int]:
    """Give the group that a field stands in, and its place there where that has an order."""
    name = shape.attribute
    has_id = "id" in thing.model_fields
    if has_id and name in FIRST:
        return 0, FIRST.index(name)
    if _goes_on(thing, shape):
        return 6, 0
    if name in PROOF:
        return 4, PROOF.index(name)
    if has_id and name in REMARKS:
        return 5, REMARKS.index(name)
    if issubclass(thing, Entry) and name in BESIDE:
        return 3, BESIDE.index(name)
    is_of_all_parts = issubclass(thing, Experience) and name in Experience.model_fields
    return (2, 0) if is_of_all_parts else (1, 0)


def _goes_on(thing: type[Thing], shape: Shape) -> bool:
    """Tell whether a field holds so much that nobody finds what stands behind it."""
    parts = shape.words.list_only and shape.thing is not None
    return parts or (issubclass(thing, Entry) and shape.attribute == "readings")
