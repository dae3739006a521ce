"""The JSON Schema takes and refuses what the loader takes and refuses."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mkdocs_journeys.exporters.json_schema import schema, schema_of
from mkdocs_journeys.load.build import build
from mkdocs_journeys.load.yaml_text import read
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.shapes import Shape, shapes_of
from mkdocs_journeys.model.step import Experience, Stage
from mkdocs_journeys.model.values import Day
from tests.exporters.things import all_things
from tests.exporters.yaml_tools import as_core

EMPTY_ENTRY = "\n    - words\n    -"
VALUES = (
    "words",
    "some words, and more",
    "a-word",
    "A Word",
    "5",
    "1",
    "0",
    "-1",
    "1.5",
    "2.5",
    "100",
    '"1"',
    '"1.5"',
    "no",
    "yes",
    "true",
    '"true"',
    "TRUE",
    "010",
    "0x1F",
    "1e0",
    "1.0",
    "1_000",
    "1,5",
    "12:30",
    "2026-11-21",
    "2026-11",
    "2026",
    "2026-13-01",
    "3 months",
    "P3M",
    "P",
    "7/10",
    "11/10",
    "critical",
    "often",
    "",
    "null",
    '""',
    "[]",
    "{}",
    "[words]",
    "[words, more]",
    "[a, b, c, d, e]",
    "[1, 2]",
    "[[words]]",
    "[{some: words}]",
    "{some: words}",
    "{some: [words]}",
    "{some: {more: words}}",
    "{some: }",
    "{phases: words}",
    "x" * 201,
    "x" * 2_049,
    "[" + "x" * 201 + "]",
    "a" * 65,
    '"9"',
    "2026-02-30",
    '" 1 "',
    EMPTY_ENTRY,
)

IN_QUOTES = "a pattern cannot compare numbers or count days; the loader can"
REASONS = {
    "010": "a YAML 1.2 tool hands on 10, the loader sees 010, which other tools read as 8",
    "0x1F": "a YAML 1.2 tool hands on 31",
    "1e0": "a YAML 1.2 tool hands on 1",
    "1.0": "a YAML 1.2 tool hands on 1, which may be an id; the loader sees how it was typed",
    "TRUE": "a YAML 1.2 tool hands on true; the loader takes true and True",
    "null": "a YAML 1.2 tool hands on nothing; for the loader it is a word like any other",
    "true": "`id: true` is an id for the loader; an editor is right to ask whether that is meant",
    '"9"': IN_QUOTES,
    "2026-02-30": IN_QUOTES,
    '" 1 "': "the loader takes spaces off what is no text; a pattern should stay readable",
    EMPTY_ENTRY: "for the loader an empty entry is an empty text; an editor asks for words",
}
"""Values on which the two differ, each with the reason why they may."""


def test_loader_and_schema_refuse_the_same_values_of_every_field() -> None:
    unexplained = [one for one in disagreements() if one[1] not in REASONS]
    assert unexplained == []


def test_every_reason_why_schema_and_loader_differ_is_still_needed() -> None:
    assert {value for _, value in disagreements()} == set(REASONS)


@pytest.mark.parametrize(
    "text",
    [
        "title: Order\nchanel: web\n",
        "title: Order\nsteps: [{title: Pay, channel: web, channels: [email]}]\n",
        "title: Order\nphases: [Pay]\n",
        "title: Order\nstate: as-is\n",
        "name: Order\n",
        "title: Order\nsteps: [{summary: Without a title}]\n",
        "title: Order\nstages: {title: Pay}\n",
        "summary: Without a title\n",
        "[Order]\n",
    ],
)
def test_loader_and_schema_both_refuse(text: str) -> None:
    assert refused_by_loader(Journey, text)
    assert refused_by_schema("Journey", as_core(text))


@pytest.mark.parametrize(
    "text",
    [
        "Order\n",
        "title: Order\n",
        "title: Order\nsteps: [Pay, {title: Wait, channel: [web, app]}]\n",
        "title: 2026\nsummary: no\nrows: {1: 2, yes: [3, true]}\n",
        "title: Order\nsummary:\ntags: []\n",
        "title: Order\nsteps: [{title: Pay, emotion: -1.5}, {title: Wait, emotion: calm}]\n",
    ],
)
def test_loader_and_schema_both_take(text: str) -> None:
    assert not refused_by_loader(Journey, text)
    assert not refused_by_schema("Journey", as_core(text))


def test_a_list_of_things_needs_their_ids_because_no_file_name_gives_them() -> None:
    channels = Draft202012Validator(schema_of("channel"))
    assert channels.is_valid([{"id": "web", "title": "Web"}])
    assert channels.is_valid({"title": "Web"})
    assert not channels.is_valid([{"title": "Web"}])
    assert not channels.is_valid(["Web"])


@cache
def validator_of(name: str) -> Draft202012Validator:
    whole = schema()
    return Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": whole["$defs"]})


def refused_by_schema(name: str, value: Any) -> bool:
    return not validator_of(name).is_valid(value)


@cache
def disagreements() -> tuple[tuple[str, str], ...]:
    """Give each field and value that the loader takes and the schema refuses, or other way round.

    A field that several things share is tried once.
    """
    tried: set[int] = set()
    found = []
    for thing in all_things():
        for shape in shapes_of(thing):
            if id(shape.words) in tried:
                continue
            tried.add(id(shape.words))
            for value in VALUES:
                outer, text = with_the_field(thing, shape, value)
                by_schema = refused_by_schema(outer.__name__, as_core(text))
                if refused_by_loader(outer, text) != by_schema:
                    found.append((f"{thing.__name__}.{shape.key}", value))
    return tuple(found)


def with_the_field(thing: type[Thing], shape: Shape, value: str) -> tuple[type[Thing], str]:
    """Write a thing with one field and all that it requires; a stage or step in a journey."""
    lines = [
        f"{other.key}: {any_value(other)}" for other in shapes_of(thing) if needs(thing, other)
    ]
    lines = [line for line in lines if not line.startswith(f"{shape.key}:")]
    lines.append(f"{shape.key}: {value}")
    if not issubclass(thing, Experience):
        return thing, "\n".join(lines) + "\n"
    inside = "\n".join(lines).replace("\n", "\n    ")
    part = "stages" if thing is Stage else "steps"
    return Journey, f"title: Order\n{part}:\n  - {inside}\n"


def needs(thing: type[Thing], shape: Shape) -> bool:
    return shape.required and not (shape.is_id and issubclass(thing, Entry | Experience))


def any_value(shape: Shape) -> str:
    if shape.choices:
        return shape.choices[0]
    return "2026-11-21" if shape.leaf is Day else "1"


def refused_by_loader(thing: type[Thing], text: str) -> bool:
    """Tell whether the loader has anything to say, be it an error or a word to be mended."""
    reading = read(text.encode(), "maps/some.yml")
    if reading.root is None:
        return True
    given = {"id": "some"} if issubclass(thing, Entry) else {}
    value, problems = build(thing, reading.root, "maps/some.yml", given=given)
    return value is None or bool(problems)
