"""Values as plain text, as a reader sees them."""

from __future__ import annotations

from typing import Any

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.emotion import Emotion
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.fields import Ref, Thing
from mkdocs_journeys.model.shapes import shapes_of
from mkdocs_journeys.model.values import Day, Frequency, Money, Number, Period, Severity


def shown(value: Any, catalog: Catalog) -> str:
    """Give a value as plain text in one line; nothing for None and for an empty list.

    Mentions are titles, numbers have a true minus sign, a thing is called by its first words.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Number):
        return number(value.text)
    if isinstance(value, Severity | Frequency):
        return value.word
    if isinstance(value, Day | Period):
        return value.text
    if isinstance(value, Ref):
        key = catalog.meant(value)
        return catalog.title(key) if key else value.text
    if isinstance(value, tuple):
        return ", ".join(text for one in value if (text := shown(one, catalog)))
    if isinstance(value, dict):
        return ", ".join(f"{key}: {shown(one, catalog)}" for key, one in value.items())
    if isinstance(value, Thing):
        return called(value, catalog)
    return " ".join(str(value).split())


def called(thing: Thing, catalog: Catalog) -> str:
    """Give the words that a thing is known by: its own text, else the first that it says."""
    if isinstance(thing, Entry):
        return thing.called
    if isinstance(thing, Money):
        return f"{number(thing.amount.text)} {thing.currency}"
    if isinstance(thing, Emotion) and thing.score:
        return number(thing.score.text)
    return shown(naming(thing), catalog)


def in_full(value: Any, catalog: Catalog) -> str:
    """Give a thing with all that it says; any other value as it is shown."""
    if not isinstance(value, Thing):
        return shown(value, catalog)
    values = (shown(getattr(value, one.attribute), catalog) for one in shapes_of(type(value)))
    return ": ".join(text for text in values if text)


def naming(thing: Thing) -> Any:
    """Give the value that names a thing: its own text or title, what it must have, the first.

    None for a thing that says nothing.
    """
    shapes = shapes_of(type(thing))
    first = (thing.text_field, "title")
    attributes = [one.attribute for one in shapes if one.attribute in first]
    attributes += [one.attribute for one in shapes if one.required]
    attributes += [one.attribute for one in shapes if one.attribute not in Thing.model_fields]
    values = (getattr(thing, attribute) for attribute in attributes)
    return next((value for value in values if value not in (None, "", ())), None)


def choice(value: str | None) -> str:
    """Give a choice of the model in words: ``in-review``, *in review*."""
    return (value or "").replace("-", " ")


def number(text: str) -> str:
    """Give a number as typed, with a true minus sign and without a plus."""
    return text.strip().replace("-", "−").removeprefix("+")


def counted(count: int, noun: str, nouns: str = "") -> str:
    """Give a number of things: ``1 step``, ``2 steps``."""
    return f"{count} {noun if count == 1 else nouns or noun + 's'}"


def listed(words: tuple[str, ...]) -> str:
    """Join words for a sentence: ``Priya, Marek and Grace``."""
    *first, last = words or ("",)
    return f"{', '.join(first)} and {last}" if first else last
