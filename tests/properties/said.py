"""What a thing says, told in the words of its author."""

from __future__ import annotations

from typing import Any

from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.shapes import shapes_of

Said = dict[str, Any]
"""What a thing says, by attribute: text, truth values and whole numbers, tuples, and more such."""


def said(thing: Thing) -> Said:
    """Give what a thing that was read says, in the words of its author."""
    data: Said = {}
    for shape in shapes_of(type(thing)):
        attribute = shape.attribute
        if attribute not in thing.model_fields_set:
            continue
        if attribute == "id" and not isinstance(thing, Entry) and not thing.spot.has("id"):
            continue  # called by its position
        if isinstance(thing, Entry) and attribute == "id":
            continue  # the file's name
        data[attribute] = _plain(getattr(thing, attribute))
    if isinstance(thing, Journey) and thing.spot.has("steps"):
        data["steps"] = data.pop("stages")[0]["steps"]
    return data


def _plain(value: Any) -> Any:
    if isinstance(value, Thing):
        return said(value)
    if isinstance(value, tuple):
        return tuple(_plain(one) for one in value)
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    # A mention, and what is read from text, keep what was typed.
    return getattr(value, "text", value)
