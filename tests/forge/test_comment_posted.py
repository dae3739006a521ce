"""`journeys comment`: one comment of ours in a pull request, whatever the forge does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.forge.jobs import MARK, REPORT, in_github, in_gitlab, post
from tests.forge.servers import BOT, Forge, Trouble, gitea, served

OTHER = REPORT.replace("1 significant", "2 significant")


def rewrite(report: Path, text: str) -> None:
    (report / "review/comment.md").write_text(text, encoding="utf-8")


def test_the_second_run_edits_the_comment_and_the_third_leaves_it(
    at_github: Forge, report: Path
) -> None:
    job = in_github(at_github, report)
    first = post(report, job)
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.startswith("#7: the comment is written. https://forge.example/")
    rewrite(report, OTHER)
    assert post(report, job).stdout.startswith("#7: the comment is edited. ")
    assert post(report, job).stdout.startswith("#7: the comment is as it was. ")
    assert at_github.ours() == [OTHER]


def test_a_comment_is_found_on_the_second_page(at_github: Forge, report: Path) -> None:
    for number in range(130):
        at_github.say("mira", f"Word {number}")
    at_github.say(BOT, REPORT.replace("\n", "\r\n"))
    rewrite(report, OTHER)
    assert "edited" in post(report, in_github(at_github, report)).stdout
    assert at_github.ours() == [OTHER]
    assert sum(asked.startswith("GET /repos") for asked in at_github.asked) == 2


def test_somebody_elses_comment_with_our_first_line_is_left_alone(
    at_github: Forge, report: Path
) -> None:
    at_github.say("mallory", f"{MARK}\nLooks fine to me.")
    at_github.say(BOT, f"Other words of the same bot, about {MARK}")
    assert "written" in post(report, in_github(at_github, report)).stdout
    assert [one["body"] for one in at_github.comments if one["user"]["login"] == "mallory"] == [
        f"{MARK}\nLooks fine to me."
    ]
    assert len(at_github.ours()) == 2


def test_of_two_comments_the_older_one_stays(at_github: Forge, report: Path) -> None:
    at_github.say(BOT, f"{MARK}\nfirst")
    at_github.say(BOT, f"{MARK}\nsecond, by a job that ran at the same time")
    post(report, in_github(at_github, report))
    assert [(one["id"], one["body"]) for one in at_github.comments] == [(101, REPORT)]


def test_nothing_changed_is_one_line_in_place_of_the_old_report(
    at_github: Forge, report: Path
) -> None:
    job = in_github(at_github, report)
    post(report, job)
    nothing = f"{MARK}\nNothing changed in the maps: <code>maps</code> against <code>main</code>\n"
    rewrite(report, nothing)
    post(report, job)
    assert at_github.ours() == [nothing]


def test_links_stand_in_the_line_that_says_what_was_compared(
    at_github: Forge, report: Path
) -> None:
    job = in_github(at_github, report)
    links = ("--preview", "https://preview.example/7/", "--report-url", "https://ci.example/9")
    post(report, job, *links)
    line = at_github.ours()[0].splitlines()[3]
    assert line == (
        "<code>maps</code> against <code>main</code> · [Preview](https://preview.example/7/) · "
        "[Full report](https://ci.example/9)"
    )
    assert "as it was" in post(report, job, *links).stdout


def test_a_link_that_the_report_has_is_not_said_twice(at_github: Forge, report: Path) -> None:
    rewrite(report, f"{MARK}\nNothing changed · [Preview](https://preview.example/7/)\n")
    post(report, in_github(at_github, report), "--preview", "https://other.example/")
    assert at_github.ours() == [
        f"{MARK}\nNothing changed · [Preview](https://preview.example/7/)\n"
    ]


def test_an_address_that_is_none_is_refused(at_github: Forge, report: Path) -> None:
    ran = post(report, in_github(at_github, report), "--preview", "javascript:alert(1)")
    assert ran.returncode == 2
    assert at_github.asked == []


@pytest.mark.parametrize("status", [403, 429])
def test_we_wait_as_long_as_the_forge_asks_for(status: int, at_github: Forge, report: Path) -> None:
    limit = "You have exceeded a secondary rate limit."
    at_github.troubles = [Trouble(status, {"Retry-After": "1"}, limit, "POST /repos")]
    ran = post(report, in_github(at_github, report))
    assert ran.returncode == 0, ran.stderr
    assert (at_github.ours(), at_github.too_early) == ([REPORT], [])


@pytest.mark.parametrize("after", [True, False])
def test_a_server_that_stumbles_while_it_writes_gets_no_second_comment(
    after: bool, at_github: Forge, report: Path
) -> None:
    at_github.troubles = [Trouble(502, question="POST /repos", after=after)]
    ran = post(report, in_github(at_github, report))
    assert ran.returncode == 0, ran.stderr
    assert at_github.ours() == [REPORT]


def test_a_question_is_repeated_when_the_server_stumbles(at_github: Forge, report: Path) -> None:
    at_github.troubles = [Trouble(502, question="GET /repos")]
    assert post(report, in_github(at_github, report)).returncode == 0


def test_an_hour_is_not_waited_for(at_github: Forge, report: Path) -> None:
    at_github.troubles = [Trouble(403, {"Retry-After": "3600"}, "rate limit")]
    ran = post(report, in_github(at_github, report))
    assert ran.returncode == 2
    assert "GitHub was asked too often: rate limit (403). Run the job again in 60 minutes." in (
        ran.stderr
    )
    assert len(at_github.asked) == 1


def test_a_job_without_the_permission_is_told_which_one(at_github: Forge, report: Path) -> None:
    at_github.may_write = False
    ran = post(report, in_github(at_github, report))
    assert ran.returncode == 2
    assert "The token may not do that in cx/handbook: Resource not accessible" in ran.stderr
    assert "`permissions: {pull-requests: write}`" in ran.stderr


def test_a_wrong_token_is_called_so(at_github: Forge, report: Path) -> None:
    ran = post(report, in_github(at_github, report) | {"GITHUB_TOKEN": "another"})
    assert ran.returncode == 2
    assert "GitHub does not know the token in GITHUB_TOKEN: Bad credentials (401)." in ran.stderr
    assert "another" not in ran.stderr


def test_without_a_token_nothing_is_asked(at_github: Forge, report: Path) -> None:
    ran = post(report, in_github(at_github, report) | {"GITHUB_TOKEN": ""})
    assert ran.returncode == 2
    assert "There is no token. In the step that runs `journeys comment` write `env: {GITHUB" in (
        ran.stderr
    )
    assert at_github.asked == []


def test_a_pull_request_that_is_not_there_is_named(at_github: Forge, report: Path) -> None:
    ran = post(report, in_github(at_github, report, {"pull_request": {"number": 8}}))
    assert ran.returncode == 2
    assert "Not Found (404)" in ran.stderr


def test_when_the_hours_questions_are_used_up_a_person_is_told_when_to_come_back(
    at_github: Forge, report: Path
) -> None:
    used_up = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "9999999999"}
    at_github.troubles = [Trouble(403, used_up, "API rate limit exceeded")]
    ran = post(report, in_github(at_github, report))
    assert ran.returncode == 2
    assert "GitHub was asked too often: API rate limit exceeded (403)." in ran.stderr
    assert len(at_github.asked) == 1


def test_what_leads_elsewhere_never_gets_the_token(at_github: Forge, report: Path) -> None:
    at_github.troubles = [Trouble(307, {"Location": "https://elsewhere.example/"}, "Moved")]
    ran = post(report, in_github(at_github, report))
    assert ran.returncode == 2
    assert "GitHub did not take it: Moved (307)." in ran.stderr


@pytest.mark.parametrize("event", [{}, {"push": {}}, {"workflow_run": {"event": "push"}}])
def test_a_job_about_no_pull_request_says_so(
    event: dict[str, object], at_github: Forge, report: Path
) -> None:
    ran = post(report, in_github(at_github, report, event))
    assert ran.returncode == 2
    assert "This job is about no pull request." in ran.stderr


def test_outside_of_a_job_it_says_what_to_do_instead(report: Path) -> None:
    ran = post(report, {})
    assert ran.returncode == 2
    assert "`journeys diff --format markdown` prints" in ran.stderr


def test_gitea_and_forgejo_say_themselves_who_writes(report: Path) -> None:
    with served(gitea) as forge:
        job = in_github(forge, report)
        assert post(report, job).stdout.startswith("#7: the comment is written.")
        assert post(report, job).stdout.startswith("#7: the comment is as it was.")
        assert len(forge.ours()) == 1
        assert "POST /graphql" not in forge.asked


def test_gitlab_has_one_note_too_edited_in_place(at_gitlab: Forge, report: Path) -> None:
    for number in range(130):
        at_gitlab.say("8", f"Word {number}")
    at_gitlab.say("8", f"{MARK}\nNot ours.")
    assert post(report, in_gitlab(at_gitlab)).stdout == "!7: the comment is written.\n"
    rewrite(report, OTHER)
    assert post(report, in_gitlab(at_gitlab)).stdout == "!7: the comment is edited.\n"
    assert at_gitlab.ours() == [OTHER]
    assert len(at_gitlab.comments) == 132


def test_gitlabs_job_token_is_not_enough_and_it_says_what_is(
    at_gitlab: Forge, report: Path
) -> None:
    ran = post(report, in_gitlab(at_gitlab) | {"JOURNEYS_TOKEN": ""})
    assert ran.returncode == 2
    assert "Make a project access token with the role Reporter" in ran.stderr
    wrong = post(report, in_gitlab(at_gitlab) | {"JOURNEYS_TOKEN": "another"})
    assert "GitLab does not know the token, or its last day is over: 401" in wrong.stderr


def test_a_pipeline_of_a_branch_has_nowhere_to_post(at_gitlab: Forge, report: Path) -> None:
    ran = post(report, in_gitlab(at_gitlab) | {"CI_MERGE_REQUEST_IID": ""})
    assert ran.returncode == 2
    assert "This job is about no merge request." in ran.stderr
