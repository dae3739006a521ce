"""Behind another run, the pull request is the one that GitHub names, never one from the report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.forge.jobs import COMMIT, REPORT, in_github, post
from tests.forge.servers import Forge

RUN: dict[str, Any] = {
    "workflow_run": {
        "event": "pull_request",
        "head_sha": COMMIT,
        "head_branch": "shorter-wait",
        "head_repository": {"full_name": "mira/handbook"},
        "pull_requests": [],
    }
}


def pull(number: int = 7, sha: str = COMMIT, origin: str = "mira/handbook") -> dict[str, Any]:
    user = origin.partition("/")[0]
    head = {"sha": sha, "ref": "shorter-wait", "user": user, "repo": {"full_name": origin}}
    return {"number": number, "head": head}


def test_a_forks_pull_request_is_found_by_its_branch_and_newest_commit(
    at_github: Forge, report: Path
) -> None:
    at_github.pulls = [pull(3, "d" * 40), pull()]
    ran = post(report, in_github(at_github, report, RUN))
    assert ran.stdout.startswith("#7: the comment is written.")
    assert at_github.ours() == [REPORT]


def test_a_newer_push_has_a_run_of_its_own(at_github: Forge, report: Path) -> None:
    at_github.pulls = [pull(7, "d" * 40)]
    ran = post(report, in_github(at_github, report, RUN))
    assert (ran.returncode, at_github.ours()) == (0, [])
    assert "no newest commit of an open pull request any more" in ran.stdout


def test_a_branch_of_that_name_in_another_fork_is_another(at_github: Forge, report: Path) -> None:
    elsewhere = pull(8, origin="mallory/handbook")
    elsewhere["head"]["user"] = "mira"
    at_github.pulls = [elsewhere, pull(9, origin="mira/other")]
    assert "any more" in post(report, in_github(at_github, report, RUN)).stdout
    assert at_github.comments == []


def test_a_number_in_the_report_says_nothing(at_github: Forge, report: Path) -> None:
    at_github.pulls = [pull()]
    for name in ("pr_number", "pull-request", "NR"):
        (report / "review" / name).write_text("8")
    (report / "review/report.json").write_text('{"pull_request": 8}')
    assert post(report, in_github(at_github, report, RUN)).stdout.startswith("#7")


def test_of_two_pull_requests_the_one_that_the_run_names_is_meant(
    at_github: Forge, report: Path
) -> None:
    at_github.pulls = [pull(7), pull(8)]
    ran = post(report, in_github(at_github, report, RUN))
    assert ran.returncode == 2
    assert "#7 and #8 have the same commits" in ran.stderr
    named = {"workflow_run": {**RUN["workflow_run"], "pull_requests": [{"number": 7}]}}
    assert post(report, in_github(at_github, report, named)).stdout.startswith("#7")


def test_it_is_found_on_the_second_page(at_github: Forge, report: Path) -> None:
    at_github.pulls = [*(pull(number, "d" * 40) for number in range(200, 330)), pull()]
    assert post(report, in_github(at_github, report, RUN)).stdout.startswith("#7")


def test_a_fork_that_is_gone_has_nothing_to_post_at(at_github: Forge, report: Path) -> None:
    gone = {"workflow_run": {**RUN["workflow_run"], "head_repository": None}}
    assert post(report, in_github(at_github, report, gone)).returncode == 0
    assert at_github.comments == []
