"""What a value says, whatever way it is written."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from typing import Any, TypeVar

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.changes.names import Names
from mkdocs_journeys.model.fields import Ref, Thing
from mkdocs_journeys.model.shapes import shapes_of
from mkdocs_journeys.model.values import Day, Frequency, Number, Period, Severity

T = TypeVar("T")

_MARKED = re.compile(r"^(?:[-*+>#|]|\d+[.)]|\t| {4})| {2}$|\\$", re.MULTILINE)
"""A line whose end means something in Markdown: an item, a quote, a heading, a row, a break."""


def meaning(value: Any, names: Names, catalog: Catalog) -> Hashable:
    """Give what a value of one side says: equal on both sides exactly where it says the same.

    A list is what stands in it, in any order and however often; numbers, ranks, days and periods
    count by their value, mentions by what they lead to, texts however they are wrapped.
    """
    if isinstance(value, str):
        return words_of(value)
    if isinstance(value, Ref):
        return names.meant(catalog, value)
    if isinstance(value, Number):
        return value.value
    if isinstance(value, Severity | Frequency):
        return value.rank
    if isinstance(value, Day):
        return value.first, value.last
    if isinstance(value, Period):
        return value.months, value.days
    if isinstance(value, tuple):
        return frozenset(meaning(one, names, catalog) for one in value)
    if isinstance(value, dict):
        return frozenset((key, meaning(one, names, catalog)) for key, one in value.items())
    if isinstance(value, Thing):
        return tuple(
            meaning(getattr(value, shape.attribute), names, catalog)
            for shape in shapes_of(type(value))
        )
    return value  # type: ignore[no-any-return]  # truths, whole numbers and None


def unequal(before: Sequence[T], after: Sequence[T], names: Names) -> tuple[list[T], list[T]]:
    """Give what of two lists has no equal in the other, each once.

    What stands there letter by letter on both sides is the same, even where it leads nowhere any
    more: a link that broke is not an edit.
    """
    mine = {meaning(one, names, names.base): one for one in reversed(before)}
    theirs = {meaning(one, names, names.head): one for one in reversed(after)}
    left = [one for said, one in reversed(mine.items()) if said not in theirs]
    free = [one for said, one in reversed(theirs.items()) if said not in mine]
    return [one for one in left if one not in free], [one for one in free if one not in left]


def words_of(text: str) -> str:
    """Give a text as it reads: a paragraph is one line, however it is wrapped.

    Lines that Markdown keeps apart stay apart, and all of them in a text with a block of code.
    """
    if "\n" not in text:
        return " ".join(text.split()) if "  " in text else text.strip()
    if "```" in text or "~~~" in text:
        return "\n".join(line.rstrip() for line in text.strip().split("\n"))
    blocks = re.split(r"\n[ \t]*\n+", text.strip("\n"))
    return "\n\n".join(
        "\n".join(line.rstrip() for line in block.split("\n"))
        if _MARKED.search(block)
        else " ".join(block.split())
        for block in blocks
        if block.strip()
    )
