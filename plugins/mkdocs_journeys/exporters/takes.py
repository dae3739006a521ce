"""What a field takes, in the words of a table in Markdown."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs_journeys.exporters.leaves import leaf_of, limit, longest
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.shapes import Shape

SHORT = 200
"""Up to so many characters, a text is one line."""


def takes(shape: Shape, link: Callable[[type[Thing]], str]) -> str:
    """Say what may stand in a field; ``link`` gives the link to a thing's own table."""
    one = _one(shape, link)
    if shape.many:
        count = limit(shape, "min_length")
        listed = f"list of {count}" if count else "list" if shape.words.list_only else "one or many"
        one = f"{listed}: {one}"
    return f"names of your own, each with {one}" if shape.by_key else one


def default_of(shape: Shape) -> str:
    """Say what holds where a field is not written; nothing where that is nothing."""
    if shape.required:
        return "*required*"
    if shape.item == "thing" or shape.by_key or shape.default in (None, ()):
        return ""
    if isinstance(shape.default, tuple):
        return escape(", ".join(str(one) for one in shape.default))
    if isinstance(shape.default, bool):
        return f"`{str(shape.default).lower()}`"
    return f"`{shape.default}`"


def other_words(shape: Shape) -> str:
    """Give the other words that are understood, for the field and for its choices."""
    keys = [f"`{word}`" for word in shape.words.also]
    choices = [f"`{word}` for `{right}`" for word, right in shape.words.choices_also.items()]
    return ", ".join([*keys, *choices])


def escape(text: str) -> str:
    """Keep a text from ending a cell of a table."""
    return text.replace("|", "\\|").replace("\n", " ")


def slug(heading: str) -> str:
    """Give the anchor that Markdown makes of a heading of plain words."""
    return heading.lower().replace(" ", "-")


def _one(shape: Shape, link: Callable[[type[Thing]], str]) -> str:
    if shape.thing:
        text = link(shape.thing)
        return f"{text}, or plain text" if shape.thing.text_field else text
    if shape.to:
        kinds = ", ".join(kind.replace("-", " ") for kind in shape.to.kinds)
        return f"mention: {kinds}{', or plain text' if shape.to.label else ''}"
    if shape.choices:
        return ", ".join(f"`{choice}`" for choice in shape.choices)
    if shape.item == "leaf":
        return escape(leaf_of(shape).takes)
    if like := limit(shape, "like"):
        return f"a text like `{like}`"
    most = longest(shape)
    return f"one line, at most {most}" if most and most <= SHORT else "text"
