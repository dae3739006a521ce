"""The schema of one handbook takes what `journeys check` takes, and offers ids with titles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.exporters import project_schema as module
from mkdocs_journeys.exporters.json_schema import FILES, schema_of
from mkdocs_journeys.exporters.project_schema import (
    project_schema,
    project_schema_of,
    project_schemas,
)
from mkdocs_journeys.load.folder import load
from tests.exporters.test_json_schema import MAPS, files_of_the_handbook, parts
from tests.exporters.yaml_tools import as_core, as_text
from tests.maps_on_disk import TODAY, catalog_of

BOOK = {
    "handbook.yml": "lifecycle: [{id: join, title: Join us}]\n",
    "journeys/order.yml": """\
        title: I order
        formerly: [buy]
        stages:
          - id: pay
            title: I pay
            steps: [{id: type, title: I type, pain_points: [{id: slow, title: Slow}]}, I look]
        """,
    "journeys/365.yml": "title: 365 days\nstages: []\n",
    "personas/bea.yml": "name: Bea\n",
}


def is_valid(kind: str, text: str, folder: Path) -> bool:
    schema = project_schema_of(kind, catalog_of(folder, BOOK))
    return bool(Draft202012Validator(schema).is_valid(as_core(text)))


@pytest.mark.parametrize("kind", FILES)
def test_it_is_a_valid_schema_and_says_no_thing_twice(kind: str, tmp_path: Path) -> None:
    schema = project_schema_of(kind, catalog_of(tmp_path, BOOK))
    Draft202012Validator.check_schema(schema)
    mentioned = {part["$ref"] for part in parts(schema) if "$ref" in part}
    assert mentioned == {f"#/$defs/{name}" for name in schema["$defs"]}
    assert schema["$defs"].keys() == schema_of(kind)["$defs"].keys()


def test_every_file_of_the_example_fits_the_schema_of_the_example() -> None:
    catalog = look_up(load(MAPS, "maps"), TODAY)
    for kind, path in files_of_the_handbook():
        checks = Draft202012Validator(project_schema_of(kind, catalog))
        text = path.read_text(encoding="utf-8")
        for tool in (as_text, as_core):
            wrong = [f"{one.json_path}: {one.message}" for one in checks.iter_errors(tool(text))]
            assert wrong == [], path.name


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("journey", "{title: A, stages: [], personas: [bea, somebody else]}"),
        ("journey", "{title: A, stages: [], part_of: [order, I order, 365]}"),
        ("journey", "{title: A, stages: [{title: B, next: [type, order/type, order]}]}"),
        ("journey", "{title: A, stages: [{title: B, lifecycle: join}]}"),
        ("insight", "{title: A, steps: [order/type], stages: order/pay}"),
        ("opportunity", "{title: A, pain_points: [order/slow]}"),
    ],
)
def test_what_can_be_mentioned_may_stand_there(kind: str, text: str, tmp_path: Path) -> None:
    assert is_valid(kind, text, tmp_path)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("journey", "{title: A, stages: [], part_of: [ordre]}"),
        ("journey", "{title: A, stages: [], part_of: [buy]}"),
        ("journey", "{title: A, stages: [{title: B, next: [order/typ]}]}"),
        ("insight", "{title: A, steps: [type]}"),
        ("insight", "{title: A, steps: [order/step-1-2]}"),
        ("opportunity", "{title: A, pain_points: [order/pay]}"),
    ],
)
def test_what_nothing_is_called_is_marked(kind: str, text: str, tmp_path: Path) -> None:
    assert not is_valid(kind, text, tmp_path)


ROWS = """\
rows:
  - {title: Time in the queue, at: stage, type: number, unit: min}
  - {title: Head or heart, at: step, type: choice, choices: [head, heart]}
  - {title: Mood, at: persona}
"""


def test_rows_of_the_handbook_are_offered_where_they_stand(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, BOOK | {"handbook.yml": ROWS})
    definitions = project_schema_of("journey", catalog)["$defs"]
    offered = {
        name: form["properties"]
        for name in ("Stage", "Step", "Journey")
        for part in parts(definitions[name])
        for form in part.get("rows", {}).get("anyOf", ())
        if "properties" in form
    }
    assert {name: [*rows] for name, rows in offered.items()} == {
        "Stage": ["Time in the queue"],
        "Step": ["Head or heart"],
    }
    queue = offered["Stage"]["Time in the queue"]
    assert queue["description"] == "A row of the team's own: number, in min."
    judge = Draft202012Validator(project_schema_of("journey", catalog))
    for said, is_right in (("head", True), ("[head, heart]", True), ("hand", False)):
        step = f"{{title: C, rows: {{Head or heart: {said}, Mine: anything}}}}"
        text = f"{{title: A, stages: [{{title: B, steps: [{step}]}}]}}"
        assert judge.is_valid(as_core(text)) == is_right


def test_ids_come_with_their_titles_and_where_they_are(tmp_path: Path) -> None:
    definitions = project_schema_of("insight", catalog_of(tmp_path, BOOK))["$defs"]
    (steps,) = [one for one in definitions["mention-of-step"]["anyOf"] if "enum" in one]
    assert steps["enum"] == ["order/type"]
    assert steps["enumDescriptions"] == ["I type – step of “I order”"]
    assert steps["errorMessage"] == "No step is called so."


def test_what_a_reader_may_not_see_is_not_offered(tmp_path: Path) -> None:
    hidden = {"personas/bea.yml": "name: Bea\naudience: internal\n"}
    public = {"handbook.yml": "audience: public\n"}
    told = json.dumps(project_schemas(catalog_of(tmp_path, BOOK | hidden | public)))
    assert '"order"' in told
    assert "Bea" not in told


def test_a_list_that_nobody_could_read_is_not_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST", 1)
    schema = project_schema_of("journey", catalog_of(tmp_path, BOOK))
    assert enums(schema["$defs"]["mention-of-journey"]) == []
    assert enums(schema["$defs"]["mention-of-persona-or-text"]) == [["bea"]]


def test_the_schema_of_all_kinds_knows_them_too(tmp_path: Path) -> None:
    schema = project_schema(catalog_of(tmp_path, BOOK))
    Draft202012Validator.check_schema(schema)
    assert enums(schema["$defs"]["mention-of-journey"]) == [
        ["365", "order"],
        ["365 days", "I order"],
    ]


def test_an_empty_handbook_has_the_plain_schema(tmp_path: Path) -> None:
    assert project_schemas(catalog_of(tmp_path)) == {kind: schema_of(kind) for kind in FILES}


def enums(form: dict[str, Any]) -> list[list[str]]:
    return [part["enum"] for part in parts(form) if "enum" in part]
