"""`journeys diff` on real repositories, run as people run it."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import NamedTuple

import jsonschema
import pytest
from click.testing import CliRunner

from mkdocs_journeys.cli import main
from mkdocs_journeys.cli.diff_formats.all import DIFF_FORMATS
from tests.git_repository import commit, git, write

OURS = ("JOURNEYS_AS_OF", "JOURNEYS_MAPS", "JOURNEYS_DIFF_FORMAT", "JOURNEYS_DIFF_FAIL_ON")

ORDER = """\
title: I order
personas: [priya]
stages:
  - id: choose
    title: I choose
    steps:
      - {id: pick, title: I pick a slot, emotion: -1}
      - {id: pay, title: I pay, emotion: 1}
"""
WORSE = ORDER.replace("emotion: -1", "emotion: -2")


class Ran(NamedTuple):
    """What a command said and how it ended."""

    stdout: str
    stderr: str
    returncode: int


def diff(folder: Path, *arguments: str) -> Ran:
    """Run the command in this process: starting a new one each time takes most of a test."""
    with contextlib.chdir(folder):
        ran = CliRunner(env=dict.fromkeys(OURS)).invoke(
            main, ["diff", "--as-of", "2026-11-21", *arguments]
        )
    return Ran(ran.stdout, ran.stderr, ran.exit_code)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A handbook on the main branch; a branch where a step got worse is checked out."""
    folder = tmp_path / "book"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    write(folder, "maps/journeys/order.yml", ORDER)
    write(folder, "maps/personas/priya.yml", "name: Priya\n")
    commit(folder, "The first map")
    git(folder, "checkout", "-q", "-b", "edit")
    write(folder, "maps/journeys/order.yml", WORSE)
    commit(folder, "Honest")
    return folder


def test_an_edit_is_told_in_a_customers_words_at_its_place(book: Path) -> None:
    ran = diff(book)
    line, *_ = ran.stdout.splitlines()
    assert line.startswith("maps/journeys/order.yml:7:")
    assert "significant: I order: I pick a slot" in line
    assert "−1 → −2" in line
    assert line.endswith("[emotion-dropped]")
    assert ran.stderr == "1 significant in maps against main.\n"
    assert ran.returncode == 0


def test_what_is_not_committed_yet_counts_and_nothing_is_touched(book: Path) -> None:
    write(book, "maps/journeys/order.yml", WORSE.replace("emotion: 1", "emotion: 2"))
    before = git(book, "status", "--porcelain"), git(book, "stash", "list")
    names = {one["name"] for one in json.loads(diff(book, "--format", "json").stdout)["changes"]}
    assert names == {"emotion-dropped", "emotion-raised"}
    assert (git(book, "status", "--porcelain"), git(book, "stash", "list")) == before


def test_a_branch_is_not_blamed_for_what_others_merged_meanwhile(book: Path) -> None:
    git(book, "checkout", "-q", "main")
    write(book, "maps/journeys/leave.yml", "title: I leave\nstages: []\n")
    commit(book, "Another map")
    git(book, "checkout", "-q", "edit")
    assert diff(book).stderr == "1 significant in maps against main.\n"


def test_two_refs_two_folders_and_a_folder_with_another_name(book: Path) -> None:
    git(book, "mv", "maps", "atlas")
    commit(book, "Another name for the folder")
    (book / "then" / "journeys").mkdir(parents=True)
    (book / "then" / "journeys" / "order.yml").write_text(ORDER)
    (book / "then" / "personas").mkdir()
    (book / "then" / "personas" / "priya.yml").write_text("name: Priya\n")
    for base, head in (
        ("main:maps", "HEAD:atlas"),
        ("main:maps", "atlas"),
        ("then", "atlas"),
        ("main:maps", ""),
    ):
        ran = diff(book, base, head, "--maps", "atlas")
        assert "[emotion-dropped]" in ran.stdout, ran.stderr
        assert len(ran.stdout.splitlines()) == len(diff(book, "then", "atlas").stdout.splitlines())


def test_a_bare_repository_can_be_asked(book: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--bare", str(book), "bare.git")
    ran = diff(tmp_path / "bare.git", "main", "edit")
    assert "[emotion-dropped]" in ran.stdout
    ran = diff(tmp_path / "bare.git")
    assert "[emotion-dropped]" in ran.stdout


def test_with_the_sides_exchanged_it_got_better(book: Path) -> None:
    ran = diff(book, "edit", "main")
    assert "[emotion-raised]" in ran.stdout
    assert "−2 → −1" in ran.stdout


def test_nothing_changed_is_said(book: Path) -> None:
    write(book, "maps/journeys/order.yml", f"# a remark\n{WORSE}".replace("\n", "\r\n"))
    ran = diff(book, "edit")
    assert ran.stdout == ""
    assert ran.stderr == "Nothing changed in maps against edit.\n"


def test_only_what_matters_enough_is_told_and_fails(book: Path) -> None:
    write(book, "maps/journeys/order.yml", WORSE.replace("title: I pay", "title: I pay for it"))
    everything = json.loads(diff(book, "--format", "json").stdout)["changes"]
    assert {one["level"] for one in everything} > {"significant"}
    fewer = json.loads(diff(book, "--format", "json", "--level", "significant").stdout)["changes"]
    assert {one["level"] for one in fewer} == {"significant"}
    assert diff(book, "--fail-on", "significant").returncode == 1
    assert diff(book, "--fail-on", "breaking").returncode == 0


def test_an_accepted_change_is_left_out_until_its_day(book: Path) -> None:
    (change,) = json.loads(diff(book, "--format", "json").stdout)["changes"]
    line = f"- {{fingerprint: {change['fingerprint']}, reason: Honest, until: 2026-11-21}}\n"
    write(book, "maps/accepted.yml", line)
    ran = diff(book, "--fail-on", "significant")
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr == "Nothing changed, 1 accepted in maps against main.\n"
    write(book, "maps/accepted.yml", line.replace("-21", "-20"))
    ran = diff(book, "--fail-on", "significant")
    assert ran.returncode == 1
    assert "was accepted until 2026-11-20" in ran.stderr


def test_a_line_that_accepts_nothing_is_told(book: Path) -> None:
    write(book, "maps/accepted.yml", "- {fingerprint: 4b1f0c9e27d3, reason: Long ago}\n")
    ran = diff(book)
    assert ran.stderr.startswith("maps/accepted.yml:1:17: No change is called `4b1f0c9e27d3`.")


def test_the_report_for_programs_is_as_its_schema_says(book: Path) -> None:
    report = json.loads(diff(book, "--format", "json").stdout)
    schema = CliRunner().invoke(main, ["schema", "changes"]).stdout
    jsonschema.validate(report, json.loads(schema))
    (change,) = report["changes"]
    assert change["thing"] == {"kind": "step", "id": "order/pick", "title": "I pick a slot"}
    assert (change["before"], change["after"]) == ("−1", "−2")


@pytest.mark.parametrize("form", [*DIFF_FORMATS])
def test_every_format_tells_every_change_and_holds_no_clock(form: str, book: Path) -> None:
    told = {diff(book, "--format", form).stdout for _ in range(2)}
    assert len(told) == 1
    assert "I pick a slot" in told.pop()


def test_hostile_words_stay_words_on_a_terminal(book: Path) -> None:
    title = 'title: "I pay \\x1b[31m ::error:: ##[error]"'
    write(book, "maps/journeys/order.yml", WORSE.replace("title: I pay", title))
    told = diff(book).stdout
    assert "\x1b" not in told
    assert "##[" not in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere",), "git knows no commit `nowhere`"),
        (("main:atlas",), "There is no folder `atlas` at `main`"),
        (("main", "--maps", "atlas"), "There is no folder `atlas`"),
        (("main", "gone"), "git knows no commit `gone`"),
    ],
)
def test_what_cannot_be_compared_is_said_plainly(
    arguments: tuple[str, ...], said: str, book: Path
) -> None:
    ran = diff(book, *arguments)
    assert ran.returncode == 2
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr
