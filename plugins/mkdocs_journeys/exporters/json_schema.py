"""JSON Schema 2020-12 of the YAML, so that editors complete and check maps while they are typed.

Says what the loader says about single files, from the same declarations. It cannot look up
mentions (``project_schema.py`` adds the ids of one handbook), and other words for a key
(``phases`` for ``stages``) are not in it: the loader understands them with a finding. Values are
as YAML 1.2 tools read them, where text without quotes may arrive as a number or a truth value.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mkdocs_journeys.exporters.leaves import NUMBER, Form, leaf_of, limit, longest
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.fields import Thing, To
from mkdocs_journeys.model.handbook import Accepted, Handbook
from mkdocs_journeys.model.kinds import INNER_KINDS, KINDS
from mkdocs_journeys.model.shapes import Shape, shapes_of
from mkdocs_journeys.model.step import Experience

DIALECT = "https://json-schema.org/draft/2020-12/schema"

FILES: dict[str, type[Thing]] = {
    **{kind.key_kind: kind for kind in KINDS},
    "handbook": Handbook,
    "accepted": Accepted,
}
"""What a file may hold: the kinds by their names in mentions, then the two files of settings."""

ID_NOT_NEEDED = (Entry, Experience)
"""Things whose id comes from the file's name or from their position when it is not written."""

AS_TYPED = ("string", "number", "boolean")
"""What a YAML tool may make of text without quotes."""

NULL: Form = {"type": "null"}


def schema() -> dict[str, Any]:
    """Give the schema of one YAML file of any kind; every thing stands below ``$defs``."""
    return {
        "$schema": DIALECT,
        "title": "One file of a handbook of customer journeys",
        "anyOf": [{"$ref": _ref(_file_name(kind))} for kind in FILES],
        "$defs": _definitions(FILES),
    }


def schema_of(kind: str) -> dict[str, Any]:
    """Give the schema of one file of a kind of `FILES`; only what it needs is below ``$defs``."""
    return {
        "$schema": DIALECT,
        "title": f"One file of the kind {kind}",
        "$ref": _ref(_file_name(kind)),
        "$defs": _definitions([kind]),
    }


def fields_of_text(thing: type[Thing]) -> tuple[Shape, Shape]:
    """Give the fields to which a number and plain words go that stand in place of a thing.

    Mostly they are one; a number in place of an emotion is its score. Asking with one of each
    tells.
    """
    by_attribute = {shape.attribute: shape for shape in shapes_of(thing)}
    number, words = (by_attribute[next(iter(thing.from_text(text)))] for text in ("0", "words"))
    return number, words


def mentions_in(kinds: Iterable[str]) -> dict[str, To]:
    """Give what files of some kinds mention, by its name below ``$defs``, sorted by name."""
    found = {
        mention_name(shape.to): shape.to
        for thing in _things(kinds)
        for shape in shapes_of(thing)
        if shape.to
    }
    return dict(sorted(found.items()))


def mention_name(to: To) -> str:
    """Give the name below ``$defs`` of a mention: ``mention-of-persona-or-text``."""
    return "mention-of-" + "-or-".join((*to.kinds, *(("text",) if to.label else ())))


def _things(kinds: Iterable[str]) -> list[type[Thing]]:
    """Give the things in files of some kinds, by name."""
    things: set[type[Thing]] = set()
    todo = [FILES[kind] for kind in kinds]
    while todo:
        thing = todo.pop()
        if thing not in things:
            things.add(thing)
            todo.extend(shape.thing for shape in shapes_of(thing) if shape.thing)
    return sorted(things, key=lambda one: one.__name__)


def _definitions(kinds: Iterable[str]) -> dict[str, Any]:
    """Define the files of some kinds, all things in them by name, and what they mention."""
    kinds = tuple(kinds)
    files = {_file_name(kind): _file(FILES[kind]) for kind in kinds}
    things = {thing.__name__: _thing(thing) for thing in _things(kinds)}
    return files | things | {name: {"type": list(AS_TYPED)} for name in mentions_in(kinds)}


def _file_name(kind: str) -> str:
    return f"{kind}-file"


def _ref(name: str) -> str:
    return f"#/$defs/{name}"


def _file(thing: type[Thing]) -> Form:
    """Allow one thing, or a list of them; in a list no file name can give the id."""
    one: Form = {"$ref": _ref(thing.__name__)}
    if thing is Handbook:
        return one
    entry = one
    if issubclass(thing, Entry):
        entry = {"type": "object", "required": ["id"], "properties": {"id": {"not": NULL}}} | one
    return {"anyOf": [one, {"type": "array", "items": entry}]}


def _thing(thing: type[Thing]) -> Form:
    says = {
        "title": thing.noun.capitalize(),
        "description": (thing.__doc__ or "").partition("\n")[0],
    }
    forms = [*_text_forms(thing), _mapping(thing)]
    return says | (forms[0] if len(forms) == 1 else {"anyOf": forms})


def _mapping(thing: type[Thing]) -> Form:
    properties: dict[str, Any] = {}
    required: list[str] = []
    either: dict[str, Form] = {}
    for shape in shapes_of(thing):
        needed = shape.required and not (shape.is_id and issubclass(thing, ID_NOT_NEEDED))
        properties[shape.key] = _property(shape, needed=needed)
        if shape.words.one:
            properties[shape.words.one] = properties[shape.key]
            either[shape.words.one] = {"properties": {shape.key: False}}
        if needed:
            required.append(shape.key)
    return (
        {"type": "object", "properties": properties}
        | ({"required": required} if required else {})
        # A key and its singular say the same: one of them.
        | ({"dependentSchemas": either} if either else {})
        | {"additionalProperties": False}
    )


def _text_forms(thing: type[Thing]) -> list[Form]:
    """Give the forms of plain text in the thing's place: those of the field that it goes to."""
    if not thing.text_field:
        return []
    number, words = fields_of_text(thing)
    if number == words:
        return _item(words)
    only_words = {"type": ["string", "boolean"], "not": {"type": "string", "pattern": NUMBER}}
    return [*_item(number), *(form | only_words for form in _item(words))]


def _property(shape: Shape, *, needed: bool) -> Form:
    forms = _one_or_many(shape)
    if shape.by_key:
        # A key without a value is an empty text.
        inner = _any_of([*forms, NULL] if shape.item == "text" else forms)
        forms = [{"type": "object", "additionalProperties": inner}]
    if not needed:
        # A key with nothing behind it says nothing.
        forms = [*forms, NULL]
    described: Form = {"description": _description(shape)} | _any_of(forms)
    if shape.default and isinstance(shape.default, str | int):
        described["default"] = shape.default
    if shape.words.example:
        described["examples"] = [shape.words.example]
    return described


def _one_or_many(shape: Shape) -> list[Form]:
    item = _item(shape)
    if not shape.many:
        return item
    least, most = limit(shape, "min_length"), limit(shape, "max_length")
    listed = {"type": "array", "items": _any_of(item)}
    if least is not None:
        listed |= {"minItems": least, "maxItems": most}
    return [listed] if shape.words.list_only else [*item, listed]


def _item(shape: Shape) -> list[Form]:
    if shape.thing:
        return [{"$ref": _ref(shape.thing.__name__)}]
    if shape.to:
        return [{"$ref": _ref(mention_name(shape.to))}]
    if shape.choices:
        return [{"enum": list(shape.choices)}]
    if shape.item == "leaf":
        return list(leaf_of(shape).forms)
    if spelled := limit(shape, "pattern"):
        return [{"type": "string", "pattern": spelled}]
    most = longest(shape)
    text: Form = {"type": list(AS_TYPED)}
    return [text if most is None else text | {"maxLength": most}]


def _any_of(forms: list[Form]) -> Form:
    """Join forms; those that only name a type become one."""
    if len(forms) == 2 and forms[1] == NULL and isinstance(forms[0].get("type"), list):
        return forms[0] | {"type": [*forms[0]["type"], "null"]}
    return forms[0] if len(forms) == 1 else {"anyOf": forms}


def _description(shape: Shape) -> str:
    return f"{shape.words.meaning} {_mention(shape.to)}" if shape.to else shape.words.meaning


def _mention(to: To) -> str:
    kinds = ", ".join(kind.replace("-", " ") for kind in to.kinds)
    within = " (inside its journey; from elsewhere `journey/id`)"
    inner = within if set(to.kinds) & set(INNER_KINDS) else ""
    return f"Mentions by id: {kinds}{inner}{'; or plain text' if to.label else ''}."
