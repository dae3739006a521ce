"""`journeys init` begins a handbook that works at once, and overwrites nothing."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from mkdocs_journeys.exporters.json_schema import FILES
from tests.cli.in_process import journeys
from tests.exporters.yaml_tools import as_core
from tests.site.link_check import dead_links, faults_of, pages_of
from tests.site.project import run_mkdocs


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("our company")
    ran = journeys(folder, "init", "the handbook")
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.endswith("Next: cd 'the handbook' && mkdocs serve\n")
    assert "files written to the handbook." in ran.stderr
    return folder / "the handbook"


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_it_builds_strictly_and_every_link_leads_somewhere(book: Path) -> None:
    """Builds for real: ten seconds on a busy machine."""
    done = run_mkdocs(book, "build", "--strict", "--site-dir", str(book.parent / "site"))
    assert done.returncode == 0, done.stderr
    pages = pages_of(book.parent / "site")
    assert [fault for one in pages for fault in faults_of(one)] == []
    assert dead_links(book.parent / "site", pages) == []
    home = (book.parent / "site/index.html").read_text(encoding="utf-8")
    assert "My first order" in home
    assert "Busy Bea" in home


@pytest.mark.parametrize("day", ["2026-11-21", "2046-11-21"])
def test_check_finds_neither_error_nor_warning_today_and_later(day: str, book: Path) -> None:
    ran = journeys(book, "check", "--fail-on", "warning", "--as-of", day)
    assert ran.returncode == 0, ran.stdout


def test_editors_are_told_a_schema_for_every_file_and_all_fit(book: Path) -> None:
    settings = json.loads((book / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert [*settings["yaml.schemas"]] == [f".schema/{kind}.json" for kind in FILES]
    recommended = json.loads((book / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert recommended == {"recommendations": ["redhat.vscode-yaml"]}
    covered = set()
    for schema, patterns in settings["yaml.schemas"].items():
        judge = Draft202012Validator(json.loads((book / schema).read_text(encoding="utf-8")))
        for path in {path for pattern in patterns for path in book.glob(pattern)}:
            covered.add(path)
            text = path.read_text(encoding="utf-8")
            assert [error.message for error in judge.iter_errors(as_core(text))] == []
            modeline = text.partition("\n")[0].rpartition("$schema=")[2]
            assert (path.parent / modeline).resolve() == (book / schema).resolve()
    assert covered == set((book / "maps").rglob("*.yml"))


def test_it_pins_what_decides_how_the_site_looks(book: Path) -> None:
    pins = (book / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert [pin.partition("==")[0] for pin in pins] == [
        "mkdocs-journeys[material]",
        "mkdocs",
        "mkdocs-material",
    ]
    assert all(pin.partition("==")[2] for pin in pins)


def test_git_leaves_out_what_is_built(book: Path) -> None:
    assert "/site/" in (book / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_nothing_is_overwritten_the_second_time(book: Path) -> None:
    before = files_in(book)
    ran = journeys(book, "init")
    assert ran.returncode == 2
    assert "Already there in `.`: `mkdocs.yml`, `docs/index.md`, `maps`. Nothing is" in ran.stderr
    assert files_in(book) == before


@pytest.mark.parametrize("name", ["mkdocs.yml", "docs/index.md", "maps/journeys/mine.yml"])
def test_a_site_of_somebodys_own_is_left_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("mine", encoding="utf-8")
    assert journeys(tmp_path, "init").returncode == 2
    assert files_in(tmp_path) == {name: b"mine"}


def test_other_files_stay_and_are_named(tmp_path: Path) -> None:
    for name in (".gitignore", ".vscode/settings.json", "README.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("mine", encoding="utf-8")
    ran = journeys(tmp_path, "init")
    assert ran.returncode == 0
    assert ran.stdout == "Next: mkdocs serve\n"
    for name in (".gitignore", ".vscode/settings.json"):
        assert f"{name} was there already and stays as it is.\n" in ran.stderr
        assert (tmp_path / name).read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "maps/journeys/first-order.yml").is_file()


def test_two_beginnings_are_the_same_to_the_byte(tmp_path: Path) -> None:
    journeys(tmp_path, "init", "a")
    journeys(tmp_path, "init", "b")
    assert files_in(tmp_path / "a") == files_in(tmp_path / "b")


def test_workflows_below_the_top_of_a_repository_are_told_of(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    below = journeys(tmp_path, "init", "handbook")
    assert f"only at the top of a repository: move those files to {tmp_path}" in below.stderr
    without = journeys(tmp_path, "init", "other", "--forge", "none")
    assert "only at the top" not in without.stderr
    at_top = journeys(tmp_path, "init")
    assert "only at the top" not in at_top.stderr


def test_it_says_here_where_that_is(tmp_path: Path) -> None:
    ran = journeys(tmp_path, "init")
    assert ran.returncode == 0
    assert "files written here.\n" in ran.stderr
