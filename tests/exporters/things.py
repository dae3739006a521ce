"""Everything that the model declares."""

from __future__ import annotations

from mkdocs_journeys.exporters.json_schema import FILES
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.shapes import shapes_of


def all_things() -> list[type[Thing]]:
    """Give every thing that may stand in a file, files first, then outside in."""
    found: list[type[Thing]] = []
    todo = list(FILES.values())
    while todo:
        thing = todo.pop(0)
        if thing not in found:
            found.append(thing)
            todo.extend(shape.thing for shape in shapes_of(thing) if shape.thing)
    return found
