"""The JSON Schema says of a file what the loader says of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mkdocs_journeys.exporters.json_schema import FILES, schema, schema_of
from mkdocs_journeys.model.kinds import KINDS
from mkdocs_journeys.model.shapes import shapes_of
from tests.exporters.things import all_things
from tests.exporters.yaml_tools import as_core, as_text

MAPS = Path(__file__).parents[2] / "maps"


def files_of_the_handbook() -> Iterator[tuple[str, Path]]:
    for kind in KINDS:
        yield from ((kind.key_kind, path) for path in sorted(MAPS.glob(f"{kind.folder}/**/*.yml")))
        yield from ((kind.key_kind, path) for path in MAPS.glob(f"{kind.folder}.yml"))
    yield from (("handbook", path) for path in MAPS.glob("handbook.yml"))
    yield from (("accepted", path) for path in MAPS.glob("accepted.yml"))


@pytest.mark.parametrize("kind", FILES)
def test_the_schema_of_a_kind_is_a_valid_schema_and_stands_alone(kind: str) -> None:
    alone = schema_of(kind)
    Draft202012Validator.check_schema(alone)
    mentioned = {part["$ref"] for part in parts(alone) if "$ref" in part}
    assert mentioned == {f"#/$defs/{name}" for name in alone["$defs"]}


def test_the_schema_of_all_kinds_is_a_valid_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_the_schema_is_the_same_in_every_process() -> None:
    def printed(seed: str) -> bytes:
        program = "from mkdocs_journeys.cli import main; main(['schema'])"
        environment = os.environ | {"PYTHONHASHSEED": seed}
        return subprocess.run(
            [sys.executable, "-c", program], env=environment, check=True, capture_output=True
        ).stdout

    assert printed("1") == printed("2") == (json.dumps(schema(), indent=2) + "\n").encode()


def test_the_schema_has_every_field_with_its_meaning_and_no_other_words() -> None:
    definitions = schema()["$defs"]
    for thing in all_things():
        properties = mapping_form(definitions[thing.__name__])["properties"]
        keys = {key for shape in shapes_of(thing) for key in (shape.key, shape.words.one)}
        assert set(properties) == keys - {""}
        for shape in shapes_of(thing):
            assert properties[shape.key]["description"].startswith(shape.words.meaning)


def mapping_form(definition: dict[str, Any]) -> dict[str, Any]:
    forms = definition.get("anyOf", [definition])
    return next(form for form in forms if "properties" in form)


def parts(value: Any) -> Iterator[dict[str, Any]]:
    """Give every mapping inside a schema."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, dict):
        yield value
    for part in inner:
        yield from parts(part)


def test_every_file_of_the_example_fits_the_schema_of_its_kind() -> None:
    files = list(files_of_the_handbook())
    assert len(files) > 20
    for kind, path in files:
        checks = Draft202012Validator(schema_of(kind))
        text = path.read_text(encoding="utf-8")
        for tool in (as_text, as_core):
            wrong = [
                f"{error.json_path}: {error.message}" for error in checks.iter_errors(tool(text))
            ]
            assert wrong == [], f"{path.name}, read with {tool.__name__}"
