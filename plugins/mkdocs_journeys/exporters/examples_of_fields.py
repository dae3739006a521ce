"""What may stand in a field, as a short example that the loader takes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args, get_origin

from mkdocs_journeys.exporters.json_schema import fields_of_text
from mkdocs_journeys.exporters.leaves import limit
from mkdocs_journeys.model.fields import Thing, To, Url
from mkdocs_journeys.model.shapes import Shape, shapes_of
from mkdocs_journeys.model.values import Day, Frequency, Number, Period, Severity

WORDS = "your words"
OWN_NAME = "a name of yours"

_LEAVES: dict[Any, str] = {
    str: "some-id",
    bool: "true",
    Day: "2026-11-21",
    Period: "3 months",
    Severity: "high",
    Frequency: "often",
}
_PLAIN = re.compile(r"[^\W\d_]([\w ’'.,!?()/%–-]*[\w’'.!?)%])?")
_COMMAS = re.compile(r"[,\[\]{}]")

DEEP = 2
"""So many things inside each other are shown; further in, only what is required."""


def example_of_field(shape: Shape, known: Mapping[str, str], depth: int = 0) -> str:
    """Give what may stand behind the key of a field; ``known`` has an id of each kind."""
    one = _one(shape, known, depth)
    if shape.many:
        count = limit(shape, "min_length") or 1
        one = f"[{', '.join([one] * count)}]"
    return f"{{{OWN_NAME}: {one}}}" if shape.by_key else one


def plain_or_quoted(text: str, *, in_brackets: bool = False) -> str:
    """Give a text as YAML wants it on one line: bare where that is safe, else in quotes."""
    if not text.isprintable():
        return f'"{"".join(_escaped(sign) for sign in text)}"'
    if _PLAIN.fullmatch(text) and not (in_brackets and _COMMAS.search(text)):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _escaped(sign: str) -> str:
    if sign.isprintable():
        return f"\\{sign}" if sign in '"\\' else sign
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"


def _one(shape: Shape, known: Mapping[str, str], depth: int) -> str:
    if shape.thing:
        return _thing(shape.thing, known, depth)
    if shape.to:
        return _mention(shape.to, known)
    if shape.choices:
        return str(shape.default or shape.choices[0])
    if shape.item == "leaf":
        return _leaf(shape)
    if shape.limits and shape.limits[0] in get_args(Url)[1:]:
        return "https://example.com/"
    return plain_or_quoted(shape.words.example or WORDS, in_brackets=True)


def _mention(to: To, known: Mapping[str, str]) -> str:
    found = next((known[kind] for kind in to.kinds if kind in known), "")
    return found or (WORDS if to.label else "some-id")


def _leaf(shape: Shape) -> str:
    bare = get_args(shape.leaf)[0] if get_origin(shape.leaf) is not None else shape.leaf
    if bare in (int, Number):
        least = limit(shape, "ge")
        return str(least if least is not None and least > 0 else 1)
    return _LEAVES[bare]


def _thing(thing: type[Thing], known: Mapping[str, str], depth: int) -> str:
    """Give a thing by its short form where it has one, else by what it needs."""
    if thing.text_field:
        number, _ = fields_of_text(thing)
        return _one(number, known, depth)
    shapes = [one for one in shapes_of(thing) if one.attribute not in Thing.model_fields]
    needed = [one for one in shapes if one.required]
    if depth < DEEP:
        needed = needed or shapes[:2]
    inside = ", ".join(f"{one.key}: {example_of_field(one, known, depth + 1)}" for one in needed)
    return f"{{{inside}}}"
