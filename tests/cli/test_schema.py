"""`journeys schema` gives editors what they need."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from mkdocs_journeys.cli import main
from mkdocs_journeys.exporters.json_schema import FILES
from tests.cli.in_process import journeys
from tests.cli.quiet import lay


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


BOOK = {
    "maps/journeys/order.yml": "title: I order\nstages: [{id: pay, title: I pay}]\n",
    "maps/personas/bea.yml": "name: Bea\n",
}


def test_with_the_ids_of_the_project_its_own_mentions_are_known(tmp_path: Path) -> None:
    lay(tmp_path, BOOK)
    told = json.loads(journeys(tmp_path, "schema", "insight", "--project").stdout)
    insight = Draft202012Validator(told)
    assert insight.is_valid({"title": "Slow", "stages": ["order/pay"]})
    assert not insight.is_valid({"title": "Slow", "stages": ["order/pya"]})
    assert "order/pay" in journeys(tmp_path, "schema", "--project").stdout


def test_without_a_kind_a_folder_gets_all_of_them(tmp_path: Path) -> None:
    lay(tmp_path, BOOK)
    plain = journeys(tmp_path, "schema", "--output", "plain")
    assert plain.stderr == "Wrote 14 files to plain.\n"
    own = journeys(tmp_path, "schema", "--project", "--output", "own")
    assert own.returncode == 0
    names = {f"{kind}.json" for kind in FILES}
    assert {path.name for path in (tmp_path / "plain").iterdir()} == names
    assert {path.name for path in (tmp_path / "own").iterdir()} == names
    assert "Bea – persona" not in (tmp_path / "plain/journey.json").read_text("utf-8")
    assert "Bea \\u2013 persona" in (tmp_path / "own/journey.json").read_text("utf-8")
    one = journeys(tmp_path, "schema", "--output", "all.json")
    assert one.stderr == "Wrote all.json.\n"
    assert (tmp_path / "all.json").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("report", "--project"), "leave --project out"),
        (("--project", "--maps", "atlas"), "There is no folder `atlas`"),
    ],
)
def test_what_has_no_schema_of_the_project_is_said(
    arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    ran = journeys(tmp_path, "schema", *arguments)
    assert ran.returncode == 2
    assert said in ran.stderr
