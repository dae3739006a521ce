"""`journeys check --changed-since`: findings in what a branch changes, in a real repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.quiet import lay
from tests.command_line import check
from tests.git_repository import git

WRONG = "title: A\ncolour: red\nstages: [{id: pay, title: I pay}]\n"


def commit(folder: Path, files: dict[str, str]) -> None:
    lay(folder, files)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Maps")


@pytest.fixture
def branch(tmp_path: Path) -> Path:
    """A branch that changed one of two maps, while main went on and changed a third."""
    git(tmp_path, "init", "-qb", "main")
    journeys = ("old", "mine", "theirs")
    commit(tmp_path, {f"maps/journeys/{name}.yml": WRONG for name in journeys})
    git(tmp_path, "switch", "-qc", "feature")
    commit(tmp_path, {"maps/journeys/mine.yml": WRONG + "# x\n"})
    git(tmp_path, "switch", "-q", "main")
    commit(tmp_path, {"maps/journeys/theirs.yml": WRONG + "# x\n"})
    git(tmp_path, "switch", "-q", "feature")
    return tmp_path


def files(folder: Path, *arguments: str) -> list[str]:
    ran = check(folder, "--format", "concise", *arguments)
    assert ran.returncode in (0, 1), ran.stderr
    return sorted({line.partition(":")[0] for line in ran.stdout.splitlines()})


def test_only_what_this_branch_changed_is_shown(branch: Path) -> None:
    assert files(branch, "--changed-since", "main") == ["maps/journeys/mine.yml"]
    ran = check(branch, JOURNEYS_CHANGED_SINCE="main")
    assert ran.stderr == "1 error in 3 files of maps.\n"
    assert check(branch, "--changed-since", "HEAD").returncode == 0


def test_what_is_not_committed_yet_counts_too(branch: Path) -> None:
    lay(branch, {"maps/journeys/old.yml": WRONG + "# staged\n"})
    git(branch, "add", "maps/journeys/old.yml")
    lay(branch, {"maps/journeys/new-☂ one.yml": WRONG, "maps/journeys/ignored.yml": WRONG})
    lay(branch, {".gitignore": "ignored.yml\n"})
    assert files(branch, "--changed-since", "HEAD") == [
        "maps/journeys/new-☂ one.yml",
        "maps/journeys/old.yml",
    ]


def test_the_maps_may_lie_below_the_top_of_the_repository(branch: Path) -> None:
    (branch / "cx").mkdir()
    git(branch, "mv", "maps", "cx/maps")
    lay(branch / "cx", {"maps/journeys/old.yml": WRONG + "# x\n"})
    git(branch, "commit", "-qam", "Move")
    lay(branch / "cx", {"maps/journeys/theirs.yml": WRONG + "# y\n"})
    assert files(branch / "cx", "--changed-since", "HEAD") == ["maps/journeys/theirs.yml"]
    assert files(branch, "--maps", "cx/maps", "--changed-since", "HEAD") == [
        "cx/maps/journeys/theirs.yml"
    ]


@pytest.mark.parametrize("ref", ["no-such-branch", "--output=x", "main..feature", ""])
def test_a_commit_that_git_does_not_know_is_a_plain_sentence(ref: str, branch: Path) -> None:
    ran = check(branch, f"--changed-since={ref}")
    if ref:
        assert (ran.returncode, ran.stdout) == (2, "")
        assert f"git knows no commit `{ref}`. Name a branch, a tag or a commit" in ran.stderr
    else:
        assert ran.stdout.count("[unknown-key]") == 3


def test_no_repository_is_a_plain_sentence(tmp_path: Path) -> None:
    ran = check(lay(tmp_path, {"maps/journeys/a.yml": WRONG}), "--changed-since", "main")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "lies in no git repository" in ran.stderr


def test_no_common_commit_is_a_plain_sentence(branch: Path) -> None:
    git(branch, "switch", "-q", "--orphan", "other")
    commit(branch, {"maps/journeys/a.yml": WRONG})
    ran = check(branch, "--changed-since", "main")
    assert ran.returncode == 2
    assert "have no commit in common" in ran.stderr


def test_no_git_is_a_plain_sentence(branch: Path) -> None:
    ran = check(branch, "--changed-since", "main", PATH="")
    assert ran.returncode == 2
    assert "`git` is not installed" in ran.stderr
