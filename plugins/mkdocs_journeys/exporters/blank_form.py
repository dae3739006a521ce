"""A file to fill in: every field of a kind as a comment, with what it means.

Made from the declarations, so that it never says less than may be written. A line without its
``# `` is one that the loader takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_journeys.exporters.examples_of_fields import example_of_field, plain_or_quoted
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.shapes import Shape, shapes_of
from mkdocs_journeys.model.step import Stage, Step

MEANINGS_BEGIN = 44
"""The column, counted from 0, where meanings stand if the field leaves room."""

NEVER_SHOWN = ("id", "formerly", "stages", "steps")
"""What the file's name says, what only a rename needs, and what is written below the fields."""

OF_STAGES = ("lifecycle", "customer_goal", "pain_points")
OF_STEPS = (
    *("channels", "touchpoints", "action", "thoughts", "emotion", "moment_of_truth"),
    *("highlights", "pain_points", "opportunities", "quotes", "metrics"),
)
"""What a map says most often of its parts; the reference and the schema tell the rest."""

HOW_TO = "Take `# ` off the lines that you need, and write your own words there."
MORE = "Of stages and steps these are a few fields: editors and the reference tell all."


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stage or a step as it is sketched; an empty ``id`` is not written.

    ``said`` is what it says beside, each key with its values.
    """

    id: str
    title: str
    said: tuple[tuple[str, tuple[str, ...]], ...] = ()
    steps: tuple[Part, ...] = ()


FIRST_STAGES = (
    Part(
        id="first-stage",
        title="What I do first",
        steps=(Part(id="first-step", title="I begin"),),
    ),
)
"""The map of somebody who has not said yet what it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What is known of a new file.

    ``schema`` is the way to its JSON Schema, empty for none. ``said`` are fields that have a
    value already, ``open`` those to be filled in, by their attributes. ``known`` holds an id of
    each kind of thing that can be mentioned.
    """

    kind: type[Entry]
    title: str
    schema: str = ""
    said: Mapping[str, tuple[str, ...]]
    open: frozenset[str] = frozenset()
    stages: tuple[Part, ...] = ()
    known: Mapping[str, str]


def blank_form(form: Form) -> str:
    """Give the text of the new file."""
    modeline = [f"# yaml-language-server: $schema={form.schema}"] if form.schema else []
    sentence = (form.kind.__doc__ or "").partition("\n")[0]
    lines = [*modeline, f"# {sentence}", f"# {HOW_TO}", "", *_fields(form)]
    if form.kind is Journey:
        lines += ["", f"# {MORE}", "stages:"]
        for number, stage in enumerate(form.stages):
            lines += _part(stage, form, indent=2, with_fields=number == 0)
    return "\n".join(lines) + "\n"


def _fields(form: Form) -> Iterator[str]:
    """Write its name first, then what this kind says, then what every kind may say."""
    shapes = [one for one in shapes_of(form.kind) if one.attribute not in NEVER_SHOWN]
    called = next(one for one in shapes if one.attribute in ("title", "name"))
    yield _line(called, plain_or_quoted(form.title))
    own = [one for one in shapes if one.attribute not in Entry.model_fields and one != called]
    shared = [one for one in shapes if one.attribute in Entry.model_fields]
    for shape in (*own, *shared):
        if shape.attribute in form.said:
            yield _line(shape, _values(form.said[shape.attribute]))
        elif shape.required:
            yield _line(shape, example_of_field(shape, form.known))
        elif shape.attribute in form.open:
            yield _line(shape, "")
        else:
            yield _line(shape, example_of_field(shape, form.known), mark="# ")


def _part(part: Part, form: Form, *, indent: int, with_fields: bool) -> Iterator[str]:
    """Write a stage with its steps; the first of each shows what else may be said."""
    thing: type[Thing] = Stage if indent == 2 else Step
    room = " " * (indent + 2)
    said = [("id", (part.id,)), ("title", (part.title,)), *part.said]
    lines = [f"{key}: {_values(values)}" for key, values in said if any(values)]
    yield f"{' ' * indent}- {lines[0]}"
    yield from (f"{room}{line}" for line in lines[1:])
    if with_fields:
        yield from _more(thing, form, {key for key, _ in said}, room)
    if part.steps:
        yield f"{room}steps:"
        for number, step in enumerate(part.steps):
            yield from _part(step, form, indent=indent + 4, with_fields=with_fields and number == 0)


def _more(thing: type[Thing], form: Form, said: set[str], room: str) -> Iterator[str]:
    shown = OF_STAGES if thing is Stage else OF_STEPS
    by_attribute = {shape.attribute: shape for shape in shapes_of(thing)}
    for attribute in shown:
        shape = by_attribute[attribute]
        if not {shape.key, shape.words.one} & said:
            yield _line(shape, example_of_field(shape, form.known), mark=f"{room}# ")


def _values(values: Iterable[str]) -> str:
    values = tuple(values)
    if len(values) == 1:
        return plain_or_quoted(values[0])
    return f"[{', '.join(plain_or_quoted(one, in_brackets=True) for one in values)}]"


def _line(shape: Shape, value: str, mark: str = "") -> str:
    field = f"{mark}{shape.key}: {value}".rstrip()
    choices = f" One of {', '.join(shape.choices)}." if shape.choices else ""
    return f"{field:{MEANINGS_BEGIN}} # {shape.words.meaning}{choices}"
