"""What each small value looks like to others: as JSON Schema, and in words for the reference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin

from pydantic import StringConstraints

from mkdocs_journeys.model.fields import ID_PATTERN
from mkdocs_journeys.model.shapes import Shape
from mkdocs_journeys.model.values import (
    FREQUENCIES,
    SEVERITIES,
    Day,
    Frequency,
    Number,
    Period,
    Severity,
)

Form = dict[str, Any]
"""A JSON Schema of one way to write a value."""

NUMBER = r"^[+-]?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?$"
WHOLE = r"^[+-]?(0|[1-9][0-9]{0,14})(\.0{1,15})?$"
DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$"
PERIOD = (
    r"^(P(?=[0-9])([0-9]{1,3}Y)?([0-9]{1,4}M)?([0-9]{1,4}W)?([0-9]{1,5}D)?"
    r"|[0-9]{1,4}\s+(year|month|week|day)s?)$"
)
RANK = r"^([1-4]|(0?[1-9]|10)/10)$"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A small value: what an author writes, in words, and its forms as JSON Schema."""

    takes: str
    forms: tuple[Form, ...]


def leaf_of(shape: Shape) -> Leaf:
    """Give what a shape's leaf looks like; an unknown type of leaf is a KeyError."""
    least, most = limit(shape, "ge"), limit(shape, "le")
    bare = get_args(shape.leaf)[0] if get_origin(shape.leaf) is Annotated else shape.leaf
    if bare is int:
        return _number("integer", "whole number", WHOLE, least, most)
    if bare is Number:
        return _number("number", "number", NUMBER, least, most)
    return _LEAVES[bare]


def limit(shape: Shape, name: str) -> Any:
    """Find a limit such as ``ge`` or ``min_length`` of the field; None without one.

    The length of a list, not of a text in it: that is `longest`. Pydantic keeps the limits of
    a ``Field`` inside its own metadata, however deep.
    """
    todo = [declared for declared in shape.limits if not isinstance(declared, StringConstraints)]
    while todo:
        declared = todo.pop(0)
        todo.extend(getattr(declared, "metadata", ()))
        value = getattr(declared, name, None)
        if value is not None:
            return value
    return None


def longest(shape: Shape) -> int | None:
    """Give how many characters a text may have, or None where nothing limits it."""
    texts = [declared for declared in shape.limits if isinstance(declared, StringConstraints)]
    return texts[0].max_length if texts else None


def _number(type_: str, word: str, pattern: str, least: Any, most: Any) -> Leaf:
    bounds = {
        name: bound for name, bound in (("minimum", least), ("maximum", most)) if bound is not None
    }
    takes = word
    if least is not None and most is not None:
        takes = f"{word} from {least} to {most}" if least != most else f"`{least}`"
    elif least is not None:
        takes = f"{word}, {least} or more"
    # A pattern cannot compare: a number in quotes is held to its spelling only.
    return Leaf(takes=takes, forms=({"type": type_} | bounds, _pattern(pattern)))


def _pattern(pattern: str) -> Form:
    return {"type": "string", "pattern": pattern}


def _rank(words: tuple[str, ...]) -> Leaf:
    return Leaf(
        takes=f"{', '.join(f'`{word}`' for word in words)}; or 1 to 4, or `7/10`",
        forms=(
            {"enum": list(words)},
            {"type": "integer", "minimum": 1, "maximum": 4},
            _pattern(RANK),
        ),
    )


_LEAVES: dict[Any, Leaf] = {
    str: Leaf(
        takes="id: small letters, digits, single hyphens; at most 64",
        forms=(
            {"type": "string", "pattern": f"^{ID_PATTERN}$", "maxLength": 64},
            {"type": "integer", "minimum": 0},
        ),
    ),
    bool: Leaf(
        takes="`true` or `false`",
        forms=({"type": "boolean"}, {"enum": ["true", "false", "True", "False"]}),
    ),
    Day: Leaf(takes="date: `2026-11-21`, or a month: `2026-08`", forms=(_pattern(DAY),)),
    Period: Leaf(takes="period: `3 months`, or `P3M`", forms=(_pattern(PERIOD),)),
    Severity: _rank(SEVERITIES),
    Frequency: _rank(FREQUENCIES),
}
