"""What YAML can do and a map does not: found, and told in plain words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from mkdocs_journeys.load.decode import invisible
from mkdocs_journeys.load.lines import Lines, after_comments
from mkdocs_journeys.load.tree import Node, Scalar
from mkdocs_journeys.load.yaml_quoting import Refusal, in_quotes, shown

COLON = re.compile(r"\s*:")
"""What stands behind a key that its author meant as one."""

_PROPERTY = re.compile(r"!<[^>\s]*>|[&!][^\s,\[\]{}]*")

# Beside the format characters (zero-width space, direction marks): fillers that draw nothing.
_FILLERS = frozenset("\u034f\u115f\u1160\u3164\uffa0")


_OR_QUOTES = "If it is text, put the whole text in quotes."


def anchors_and_tags(text: str, lines: Lines, event: Any) -> Iterator[Refusal]:
    """Refuse the anchor and the tag in front of a value, each at its own place."""
    index = event.start_mark.index
    for _ in range((event.anchor is not None) + (event.tag is not None)):
        found = _PROPERTY.match(text, index)
        if not found:
            return
        token = found.group()
        if token.startswith("&"):
            what = f"`{shown(token)}` is a YAML anchor, a name for this place; maps have none."
            mend = "Write the value out wherever it is needed."
        else:
            what = f"`{shown(token)}` is a YAML tag, a type for this value; maps have none."
            mend = "Delete it."
        yield lines.span(*found.span()), what, f"{mend} {_OR_QUOTES}"
        index = after_comments(text, found.end())


def alias(lines: Lines, event: Any) -> Refusal:
    """Refuse ``*name``, which stands for what an anchor named."""
    token = f"*{event.anchor}"
    what = f"`{shown(token)}` is a YAML alias, a copy of another place; maps have none."
    span = lines.span(event.start_mark.index, event.end_mark.index)
    return span, what, f"Write the value out. {_OR_QUOTES}"


def merge_key(key: Scalar) -> Refusal:
    """Refuse ``<<:``, which copies another mapping into this one."""
    what = "`<<` is a YAML merge key, which copies another mapping; maps have none."
    return key.span, what, "Write the keys out here."


def written_as_key(key: Node) -> Refusal:
    """Refuse a list or a mapping where a key is expected."""
    what = "A list or mapping stands here as a key; a key is a word."
    return key.span, what, "Write `key: value`; text with brackets or braces needs quotes."


def keyless_value(key: Scalar) -> Refusal:
    """Refuse ``: value``, a colon with nothing in front of it."""
    return key.span, "A colon stands here without a key.", "Write a key in front of it."


def invisible_in_key(text: str, lines: Lines, event: Any) -> Refusal | None:
    """Refuse a key with a character that cannot be seen: two such keys look the same."""
    hidden = [c for c in event.value if unicodedata.category(c) == "Cf" or c in _FILLERS]
    if not hidden:
        return None
    start, end = event.start_mark.index, event.end_mark.index
    index = text.find(hidden[0], start, end)
    span = lines.span(start, end) if index < 0 else lines.span(index, index + 1)
    what = f"An invisible character stands in this key: {invisible(hidden[0])}."
    return span, what, "Delete it, or type the key anew."


def rest_of_file(text: str, lines: Lines, index: int) -> Refusal | None:
    """Refuse what follows the first document; None when only comments do."""
    start = after_comments(text, index)
    while text.startswith("...", start) and not text[start + 3 : start + 4].strip():
        start = after_comments(text, start + 3)
    if start >= len(text):
        return None
    span = lines.span(start, lines.end_of_line(start))
    if text.startswith("---", start) or text[start] == "%":
        what = "A second YAML document starts here; a file holds one map."
        return span, what, "Move it to a file of its own."
    what = "This does not belong to what stands above it."
    return span, what, "Write `key: value` lines or list items only, all at one indentation."


def bare_key(key: Scalar, entries: Sequence[tuple[Scalar, Node]]) -> tuple[str, str]:
    """Tell of a key without colon and value in braces: what is wrong, and how to mend it.

    ``entries`` are those in front of it: the comma cut the text of the last one that has any.
    """
    pieces = [key.text]
    for earlier, value in reversed(entries):
        if not isinstance(value, Scalar) or not value.plain:
            break
        if value.text:
            whole = in_quotes(", ".join([value.text, *pieces]))
            what = (
                f"The comma ends the text of `{shown(earlier.text)}`: "
                f"`{shown(key.text)}` became a key of its own."
            )
            return what, f"Put the text in quotes: `{shown(earlier.text)}: {shown(whole)}`."
        pieces.insert(0, earlier.text)
    what = f"`{shown(key.text)}` stands in braces as a key without a value."
    return what, f"Write `{shown(key.text)}: …`, or put the whole text in quotes."
