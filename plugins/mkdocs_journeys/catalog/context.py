"""Every thing of an entry, with the named thing around it that its mentions are made by."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.step import Experience, Stage
from mkdocs_journeys.model.walk import parts


def in_context(entry: Entry) -> Iterator[tuple[Thing, Key, str | None]]:
    """Give every thing in an entry, the named thing it belongs to, and its journey's id."""
    within = entry.id if isinstance(entry, Journey) else None
    # Not recursive: every thing would come up through a generator for each level above it.
    waiting: list[tuple[Thing, Key]] = [(entry, entry.key)]
    while waiting:
        thing, user = waiting.pop()
        yield thing, user, within
        if inside := parts(thing):
            waiting.extend([(one, _name_of(one, within) or user) for one in reversed(inside)])


def _name_of(part: Thing, within: str | None) -> Key | None:
    """Name a part that can be mentioned; None for any other, and outside of a journey."""
    kind = _inner_kind(type(part))
    if not kind or not within:
        return None
    id_: str | None = getattr(part, "id", None)
    return Key(kind, f"{within}/{id_}") if id_ else None


@cache
def _inner_kind(part: type[Thing]) -> str:
    """Give the kind in mentions of what lives inside a journey; nothing for any other part."""
    kinds = ((PainPoint, "pain-point"), (Stage, "stage"), (Experience, "step"))
    return next((kind for sort, kind in kinds if issubclass(part, sort)), "")
