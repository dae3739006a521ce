"""From what YAML says to what it means: a tree becomes a typed value, or problems with places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import ValidationError

from mkdocs_journeys.load.listed import written_id
from mkdocs_journeys.load.right_words import (
    Keys,
    instead_of_other_word,
    instead_of_slip,
    instead_of_unknown,
)
from mkdocs_journeys.load.slots import (
    Slot,
    first_key,
    first_word,
    slots_by_attribute,
    slots_by_key,
    spans_inside,
)
from mkdocs_journeys.load.tree import NONE, Mapping, Node, Scalar, Sequence
from mkdocs_journeys.load.wording import a, explain, short
from mkdocs_journeys.model.fields import Ref, Thing
from mkdocs_journeys.model.shapes import Shape, shapes_by_key
from mkdocs_journeys.nearest import did_you_mean
from mkdocs_journeys.problems import Edit, Place, Problem, Span, Spot

T = TypeVar("T", bound=Thing)

REFUSED = object()
"""Stands for a value that was reported and left out, so that the rest can still be read."""

TRUTHS = {"true": "true", "false": "false", "True": "true", "False": "false"}
TRAPS = {"yes": "true", "no": "false", "on": "true", "off": "false"}


def build(
    thing: type[T], node: Node, file: str, *, given: dict[str, str] | None = None
) -> tuple[T | None, tuple[Problem, ...]]:
    """Build a thing from a tree.

    ``given`` holds what stands elsewhere, for example the id that the file's name gives; what
    the tree says wins. Comes back without a value when something required is missing or
    something written cannot be read; unknown keys alone do not prevent it. One that can only be a
    slip of the pen is told and read as what it means, unless nothing can be read then. Reports
    wrong-shape, unknown-key, bad-id, renamed-key, name-or-title and yaml-trap.
    """
    builder = _Builder(file)
    value, problems = _built(builder, thing, node, given or {})
    if value is None and builder.slips:
        return _built(_Builder(file, knows_slips=False), thing, node, given or {})
    return value, problems


def _built(
    builder: _Builder, thing: type[T], node: Node, given: dict[str, str]
) -> tuple[T | None, tuple[Problem, ...]]:
    data = builder.thing(thing, node)
    if data is REFUSED:
        return None, tuple(builder.problems)
    for attribute, text in given.items():
        data.setdefault(attribute, text)
    try:
        value = thing.model_validate(data)
    except ValidationError as error:
        for one in error.errors(include_url=False, include_context=True):
            problem = explain(one, data, thing)
            builder.problems.extend((problem,) if problem else ())
        return None, tuple(builder.problems)
    return (None if builder.lost else value), tuple(builder.problems)


class _Builder:
    """Walks a tree beside the declarations and collects what does not fit."""

    def __init__(self, file: str, *, knows_slips: bool = True) -> None:
        self.file = file
        self.knows_slips = knows_slips
        self.slips = 0
        self.problems: list[Problem] = []
        self.lost = False

    def thing(self, thing: type[Thing], node: Node) -> Any:
        """Give the data of a thing, keyed by attribute, with its spot; or REFUSED."""
        if isinstance(node, Scalar):
            return self._from_text(thing, node)
        if isinstance(node, Sequence):
            return self._refuse(
                node.span,
                f"Here stands a list where {a(thing.noun)} is expected",
                "Write `key: value` lines.",
            )
        slots = slots_by_key(thing)
        data: dict[str, Any] = {}
        spans: dict[str, Span] = {}
        for key, value in node.entries:
            slot = slots.get(key.text) or self._unknown(thing, key, value, node)
            if slot is None:
                continue
            shape, attribute, is_right, is_kept_as_typed = slot
            if not is_right and key.text in slots:
                self._renamed(thing, key, node, shapes_by_key(thing))
            if attribute in spans:
                self._twice(first_word(node, shape, slots), key)
                continue
            spans[attribute] = value.span
            if value.__class__ is Scalar:
                if not value.text and value.is_empty:
                    continue
                if is_kept_as_typed:
                    data[attribute] = value.text
                    continue
                if value.text == NONE and value.plain:
                    continue
            elif shape.item == "text" or shape.is_id or shape.by_key:
                spans.update(spans_inside(shape, value))
            filled = self._value(thing, shape, value)
            if filled is not REFUSED:
                data[attribute] = filled
        data["spot"] = Spot(self.file, node.span, spans)
        thing.reshape(data)
        return data

    def _from_text(self, thing: type[Thing], node: Scalar) -> Any:
        if not thing.text_field:
            return self._refuse(
                node.span,
                f"`{short(node.text)}` stands where {a(thing.noun)} is expected",
                f"Write it as `key: value` lines, for example `{first_key(thing)}: …`.",
            )
        data: dict[str, Any] = {}
        said = thing.from_text(node.text)
        for attribute, text in said.items():
            shape, _, _, is_kept_as_typed = slots_by_attribute(thing)[attribute]
            value = (
                text
                if is_kept_as_typed
                else self._value(thing, shape, Scalar(text, node.span, node.plain))
            )
            if value is not REFUSED:
                data[attribute] = value
        fields = dict.fromkeys(said, node.span)
        data["spot"] = Spot(self.file, node.span, fields)
        return data

    def _value(self, thing: type[Thing], shape: Shape, node: Node) -> Any:
        if not shape.many and not shape.by_key:
            return self._item(thing, shape, node)
        if shape.by_key:
            if not isinstance(node, Mapping):
                return self._refuse(
                    node.span,
                    f"{_of(thing, shape)} needs names with values",
                    f"Write `{shape.key}: {{some name: some value}}`, or one name a line.",
                )
            entries = ((key.text, self._many_or_one(thing, shape, at)) for key, at in node.entries)
            return {key: value for key, value in entries if value is not REFUSED}
        return self._many_or_one(thing, shape, node)

    def _many_or_one(self, thing: type[Thing], shape: Shape, node: Node) -> Any:
        if not shape.many:
            return self._item(thing, shape, node)
        if isinstance(node, Sequence):
            items: Iterable[Node] = node.items
        elif shape.words.list_only:
            return self._refuse(
                node.span, f"{_of(thing, shape)} needs a list", "Start each entry with `- `."
            )
        else:
            items = (node,)
        item = self._item
        filled = [item(thing, shape, node) for node in items]
        return [value for value in filled if value is not REFUSED] if self.lost else filled

    def _item(self, thing: type[Thing], shape: Shape, node: Node) -> Any:
        if shape.thing is not None:
            return self.thing(shape.thing, node)
        if not isinstance(node, Scalar):
            form = "a list" if isinstance(node, Sequence) else "several keys"
            mend = "If the text holds `: `, `[` or `{`, put it in quotes."
            if shape.to and (id_ := written_id(node)):
                mend = f"Write the id alone: `{shape.key}: {f'[{id_}]' if shape.many else id_}`."
            return self._refuse(
                node.span,
                f"{_of(thing, shape)} needs {'a mention' if shape.to else 'text'}, not {form}",
                mend,
            )
        if shape.to is not None:
            return Ref(node.text.strip(), Place(self.file, node.span))
        if shape.choices:
            return self._choice(thing, shape, node)
        if shape.leaf is bool:
            return self._truth(thing, shape, node)
        return node.text

    def _choice(self, thing: type[Thing], shape: Shape, node: Scalar) -> Any:
        right = shape.words.choices_also.get(node.text)
        if right:
            self._say(
                node.span,
                "renamed-key",
                f"In the `{shape.key}` of {a(thing.noun)}, `{node.text}` is called `{right}`",
                f"Write `{right}`.",
                self._instead(node, right),
            )
            return right
        if node.text not in shape.choices:
            one_of = ", ".join(f"`{choice}`" for choice in shape.choices)
            return self._refuse(
                node.span,
                f"{_of(thing, shape)} is `{short(node.text)}`, which is none of {one_of}",
                did_you_mean(node.text, shape.choices, f"Write one of {one_of}."),
            )
        return node.text

    def _truth(self, thing: type[Thing], shape: Shape, node: Scalar) -> Any:
        if node.text in TRAPS:
            right = TRAPS[node.text]
            self._say(
                node.span,
                "yaml-trap",
                f"{_of(thing, shape)} is `{node.text}`, which some YAML tools read as text",
                f"Write `{right}`.",
                self._instead(node, right),
            )
            return right
        if node.text not in TRUTHS:
            return self._refuse(
                node.span,
                f"{_of(thing, shape)} is `{short(node.text)}`, which is neither true nor false",
                "Write `true` or `false`.",
            )
        return TRUTHS[node.text]

    def _unknown(self, thing: type[Thing], key: Scalar, value: Node, node: Mapping) -> Slot | None:
        """Tell of a key that there is not; give what it fills where it can only be a slip."""
        keys = shapes_by_key(thing)
        fixes = instead_of_slip(key, node, keys, self.file)
        self._say(
            key.span,
            "unknown-key",
            f"{_a(thing)} has no field `{short(key.text)}`",
            instead_of_unknown(thing, key, value, keys),
            fixes,
        )
        if not fixes or not self.knows_slips:
            return None
        self.slips += 1
        return slots_by_key(thing)[fixes[0].text]

    def _renamed(self, thing: type[Thing], key: Scalar, node: Mapping, keys: Keys) -> None:
        right = keys[key.text][1]
        if {key.text, right} == {"name", "title"}:
            rule, what = "name-or-title", f"{_a(thing)} has a `{right}`, not a `{key.text}`"
        else:
            rule, what = "renamed-key", f"In {a(thing.noun)}, `{key.text}` is called `{right}`"
        edits = instead_of_other_word(key, node, keys, self.file)
        self._say(key.span, rule, what, f"Write `{right}:`.", edits)

    def _twice(self, earlier: str, key: Scalar) -> None:
        self._refuse(
            key.span,
            f"`{short(key.text)}` says again what `{earlier}` says above",
            "Keep one of them.",
        )

    def _refuse(self, span: Span, what: str, mend: str) -> Any:
        self.lost = True
        self._say(span, "wrong-shape", what, mend)
        return REFUSED

    def _instead(self, node: Scalar, right: str) -> tuple[Edit, ...]:
        return (Edit(Place(self.file, node.span), right),)

    def _say(
        self, span: Span, rule: str, what: str, mend: str, fixes: tuple[Edit, ...] = ()
    ) -> None:
        place = Place(self.file, span)
        self.problems.append(
            Problem(place=place, rule=rule, what=what + ".", mend=mend, fixes=fixes)
        )


def _of(thing: type[Thing], shape: Shape) -> str:
    """Name a field within its thing: ``The `severity` of a pain point``."""
    return f"The `{shape.key}` of {a(thing.noun)}"


def _a(thing: type[Thing]) -> str:
    """Begin a sentence with a thing: ``A pain point``."""
    return a(thing.noun).capitalize()
