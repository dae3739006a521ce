"""What a source says and what our loader kept of it, word for word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.load.loaded import Loaded
from mkdocs_journeys.model.fields import Ref, Thing
from mkdocs_journeys.rules.judge import judge

TODAY = date(2026, 11, 21)


def loaded_without_errors(maps: Path) -> Loaded:
    """Load a folder of maps; raise AssertionError with the findings of level error."""
    loaded = load(maps, "maps")
    problems = judge(look_up(loaded, TODAY))
    errors = [f"{one.place}: {one.what}" for one in problems if one.level == "error"]
    assert errors == [], "\n".join(errors)
    assert not loaded.unreadable
    return loaded


def lost(source: Iterable[str], things: Iterable[Thing]) -> list[str]:
    """Give the texts of a source that the things do not say, as often as they are missing."""
    kept = Counter(text for thing in things for text in texts_of(thing))
    return sorted((Counter(text.strip() for text in source) - kept).elements())


def texts_of(value: Any) -> Iterator[str]:
    """Give each text of a value as typed: names of rows too, and paragraphs one by one."""
    if isinstance(value, Thing):
        for attribute in value.model_fields_set - {"spot"}:
            # An id that comes from a position or the file's name is not the author's word.
            if attribute != "id" or value.spot.has("id"):
                yield from texts_of(getattr(value, attribute))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from texts_of(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts_of(inner)
    elif isinstance(value, Ref):
        yield value.text
    elif isinstance(value, bool):
        yield str(value).lower()
    elif value is not None:
        # Small values keep what was typed in their `text`.
        text = str(getattr(value, "text", value))
        yield from (paragraph.strip() for paragraph in text.split("\n\n"))


def leaves(data: Any) -> Iterator[str]:
    """Give the texts of JSON or YAML that was read as text, empty ones left out."""
    if isinstance(data, dict):
        for inner in data.values():
            yield from leaves(inner)
    elif isinstance(data, list):
        for inner in data:
            yield from leaves(inner)
    elif isinstance(data, bool):
        yield str(data).lower()
    elif data not in (None, ""):
        yield str(data)
