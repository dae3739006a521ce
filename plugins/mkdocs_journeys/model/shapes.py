"""What the declarations say, in a form that the loader, the schema and the reference can read."""

from __future__ import annotations

import types
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from mkdocs_journeys.model.fields import Id, Ref, Thing, To, Words

Item = Literal["text", "leaf", "mention", "thing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One field: the attribute it fills, the keys it may be written under, and what goes in.

    ``many`` is true for a list, ``by_key`` for a mapping with keys of the author's own; both at
    once is a mapping of lists. ``item`` tells of one entry: *text* as typed, a *leaf* that
    pydantic reads from text, a *mention*, or a *thing* of the class ``thing``.
    """

    attribute: str
    key: str
    words: Words
    required: bool
    many: bool
    by_key: bool
    item: Item
    thing: type[Thing] | None
    to: To | None
    choices: tuple[str, ...]
    leaf: Any
    limits: tuple[Any, ...]
    default: Any

    @property
    def is_id(self) -> bool:
        """Tell whether it holds an id (or several), whose spelling has a rule of its own."""
        return bool(self.leaf == Id)


@cache
def shapes_of(thing: type[Thing]) -> tuple[Shape, ...]:
    """Give the fields that an author may write in this thing, in the order of declaration."""
    return tuple(
        _shape(name, info)
        for name, info in thing.model_fields.items()
        if isinstance(info.json_schema_extra, dict)
    )


@cache
def shapes_by_key(thing: type[Thing]) -> dict[str, tuple[Shape, str]]:
    """Give every key that is understood, with its field and the right word for it.

    The right word is the key itself unless it is another word for it.
    """
    keys: dict[str, tuple[Shape, str]] = {}
    for shape in shapes_of(thing):
        for word in shape.words.also:
            keys.setdefault(word, (shape, shape.key))
    for shape in shapes_of(thing):
        keys[shape.key] = (shape, shape.key)
        if shape.words.one:
            keys[shape.words.one] = (shape, shape.words.one)
    return keys


def _shape(name: str, info: FieldInfo) -> Shape:
    extra: Any = info.json_schema_extra
    words: Words = extra["words"]
    annotation = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    many = by_key = False
    inner = _without_none(annotation)
    if get_origin(_bare(inner)) is dict:
        by_key, inner = True, _without_none(get_args(_bare(inner))[1])
    if get_origin(_bare(inner)) is tuple:
        many, inner = True, get_args(_bare(inner))[0]
    bare = _bare(inner)
    item: Item = "leaf"
    if bare is Ref:
        item = "mention"
    elif isinstance(bare, type) and issubclass(bare, Thing):
        item = "thing"
    elif bare is str and inner != Id:
        item = "text"
    return Shape(
        attribute=name,
        key=words.key or name.removesuffix("_"),
        words=words,
        required=info.is_required(),
        many=many,
        by_key=by_key,
        item=item,
        thing=bare if item == "thing" else None,
        to=next((m for m in _metadata(inner) if isinstance(m, To)), None),
        choices=get_args(bare) if get_origin(bare) is Literal else (),
        leaf=inner if item == "leaf" else None,
        limits=(*_metadata(annotation), *(() if inner is annotation else _metadata(inner))),
        default=None if info.is_required() else info.default,
    )


def _without_none(annotation: Any) -> Any:
    """Take ``| None`` off: an optional field is one that need not be written."""
    bare = _bare(annotation)
    if get_origin(bare) in (Union, types.UnionType):
        parts = [part for part in get_args(bare) if part is not type(None)]
        if len(parts) == 1:
            return parts[0]
    return annotation


def _bare(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def _metadata(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation)[1:] if get_origin(annotation) is Annotated else ()
