"""`journeys schema` gives editors what they need."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner
from jsonschema import Draft202012Validator

from mkdocs_journeys.cli import main


def test_it_prints_the_schema_of_a_kind() -> None:
    result = CliRunner().invoke(main, ["schema", "persona"])
    assert result.exit_code == 0
    persona = Draft202012Validator(json.loads(result.stdout))
    assert persona.is_valid({"name": "Priya"})
    assert not persona.is_valid({"name": "Priya", "stages": []})


def test_without_a_kind_it_prints_the_schema_of_all() -> None:
    result = CliRunner().invoke(main, ["schema"])
    either = Draft202012Validator(json.loads(result.stdout))
    assert either.is_valid({"name": "Priya", "role": "Nurse"})
    assert either.is_valid({"title": "Order", "stages": ["Pay"]})


def test_it_writes_to_a_file_and_into_a_new_folder(tmp_path: Path) -> None:
    path = tmp_path / "schemas" / "term.json"
    result = CliRunner().invoke(main, ["schema", "term", "--output", str(path)])
    assert result.exit_code == 0
    assert result.stdout == ""
    assert json.loads(path.read_text(encoding="utf-8"))["$defs"]["Term"]


def test_a_file_that_cannot_be_written_ends_it_with_2(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    path = tmp_path / "taken" / "term.json"
    result = CliRunner().invoke(main, ["schema", "--output", str(path)])
    assert result.exit_code == 2
    assert "cannot be read or written" in result.stderr


def test_an_unknown_kind_ends_it_with_2() -> None:
    assert CliRunner().invoke(main, ["schema", "stage"]).exit_code == 2
