"""A pull request from its first commit to the release, by the commands of our workflow files."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.cli.in_process import journeys
from tests.forge.runner import AT_HAND, STARTER, Runner, of_a_runner
from tests.forge.servers import TOKEN, Forge, github, gitlab, served
from tests.git_repository import commit, git
from tests.site.project import Page

DAY = "2026-11-21"
MAP = "maps/journeys/first-order.yml"
RUN = "https://forge.example/cx/handbook/actions/runs/12"
PREVIEW = "https://handbook.example/preview/7/"


class Story:
    """A handbook at a forge, and a colleague who edits it in a branch."""

    def __init__(self, folder: Path, forge: Forge, kind: str = "github") -> None:
        """Begin with a handbook on the main branch, published once."""
        self.folder, self.forge = folder, forge
        self.book, self.origin = folder / "book", folder / "origin.git"
        for name in ("artifacts", "home"):
            (folder / name).mkdir()
        assert journeys(folder, "init", "book", "--forge", kind).returncode == 0
        git(folder, "init", "-q", "--bare", "-b", "main", str(self.origin))
        git(self.book, "init", "-q", "-b", "main")
        git(self.book, "remote", "add", "origin", self.origin.as_uri())
        commit(self.book, "The first map")
        git(self.book, "push", "-q", "origin", "main")
        git(self.book, "checkout", "-q", "-b", "shorter-wait")

    def edit(self, before: str, after: str) -> None:
        """Commit another word in the map, and push the branch."""
        text = (self.book / MAP).read_text("utf-8")
        assert text.count(before) == 1
        (self.book / MAP).write_text(text.replace(before, after), encoding="utf-8")
        commit(self.book, "An edit")
        git(self.book, "push", "-q", "origin", "shorter-wait")
        head = {"sha": self.head, "ref": "shorter-wait", "user": "cx"}
        self.forge.pulls = [{"number": 7, "head": {**head, "repo": {"full_name": "cx/handbook"}}}]

    @property
    def head(self) -> str:
        """The newest commit of the colleague."""
        return git(self.book, "rev-parse", "HEAD")

    def review(self, *without: str) -> tuple[Runner, dict[str, int]]:
        """Run check.yml, as for every push to the pull request."""
        asked = (
            "vars.HANDBOOK_URL && "
            "github.event.pull_request.head.repo.full_name == github.repository && "
            "format('{0}/preview/{1}/', vars.HANDBOOK_URL, "
            "github.event.pull_request.number) || ''"
        )
        known = {"github.event.pull_request.head.sha": self.head, asked: PREVIEW}
        runner = self._runner("pull_request", {}, known)
        return runner, runner.job("check.yml", "review", without)

    def comment(self, job: str) -> Runner:
        """Run a job of comment.yml, behind check.yml."""
        run = {
            "event": "pull_request",
            "head_sha": self.head,
            "head_branch": "shorter-wait",
            "head_repository": {"full_name": "cx/handbook"},
            "pull_requests": [{"number": 7}],
        }
        known = {
            "github.token": TOKEN,
            "github.event.workflow_run.id": "12",
            "github.event.workflow_run.html_url": RUN,
            "github.event.workflow_run.pull_requests[0].number": "7",
        }
        runner = self._runner("workflow_run", {"workflow_run": run}, known)
        ended = runner.job("comment.yml", job)
        assert set(ended.values()) == {0}, runner.said
        return runner

    def publish(self, ref: str) -> None:
        """Run publish.yml for the main branch or a tag."""
        known = {
            "github.token": TOKEN,
            "github.ref_type == 'branch'": "true" if ref == "main" else "",
            "github.ref_type == 'tag'": "" if ref == "main" else "true",
        }
        runner = self._runner("push", {}, known, GITHUB_REF_NAME=ref)
        runner.commit = ref
        ended = runner.job("publish.yml", "publish")
        assert set(ended.values()) == {0}, runner.said

    def take_preview_away(self) -> None:
        """Run publish.yml for a pull request that is closed."""
        known = {"github.token": TOKEN, "github.event.pull_request.number": "7"}
        runner = self._runner("pull_request", {}, known)
        ended = runner.job("publish.yml", "take-preview-away")
        assert set(ended.values()) == {0}, runner.said

    def pages(self) -> Path:
        """Give what readers see: the branch gh-pages, laid out in a folder."""
        folder = self.folder / "pages"
        shutil.rmtree(folder, ignore_errors=True)
        git(self.folder, "clone", "-q", "-b", "gh-pages", self.origin.as_uri(), str(folder))
        return folder

    def _runner(
        self, event: str, told: dict[str, object], known: dict[str, str], **more: str
    ) -> Runner:
        (self.folder / "event.json").write_text(json.dumps(told))
        shutil.rmtree(self.folder / "temp", ignore_errors=True)
        (self.folder / "temp").mkdir()
        environment = of_a_runner(
            self.folder / "home",
            CI="true",
            GITHUB_ACTIONS="true",
            GITHUB_API_URL=self.forge.root,
            GITHUB_GRAPHQL_URL=f"{self.forge.root}/graphql",
            GITHUB_BASE_REF="main" if event == "pull_request" else "",
            GITHUB_EVENT_NAME=event,
            GITHUB_EVENT_PATH=str(self.folder / "event.json"),
            GITHUB_REPOSITORY="cx/handbook",
            GITHUB_RUN_ID="12",
            GITHUB_SERVER_URL="https://forge.example",
            GITHUB_STEP_SUMMARY=str(self.folder / "summary.md"),
            JOURNEYS_AS_OF=DAY,
            RUNNER_TEMP=str(self.folder / "temp"),
            **more,
        )
        return Runner(
            origin=self.origin,
            commit="main",
            workspace=self.folder / "workspace",
            artifacts=self.folder / "artifacts",
            known=known,
            environment=environment,
        )


@pytest.fixture(scope="module")
def forge() -> Iterator[Forge]:
    with served(github) as forge:
        yield forge


@pytest.fixture
def story(tmp_path: Path, forge: Forge) -> Story:
    folder = tmp_path / "pull request"
    folder.mkdir()
    return Story(folder, forge)


def test_from_the_edit_to_the_comment_and_the_preview(story: Story) -> None:
    """The first push has a mistake, the second mends it; builds once with MkDocs."""
    story.edit("emotion: {score: 2, words: [relieved]", "emotion: {score: 2, channel: [relieved]")
    runner, ended = story.review("Preview")
    assert ended["Findings, at their lines"] == 1
    assert f"::error file={MAP},line=" in runner.said["Findings, at their lines"]
    assert ended["What changed"] == 0, runner.said
    said = story.comment("comment").said["Post the report"]
    assert said.startswith("#7: the comment is written. https://forge.example/")
    (first,) = story.forge.ours()
    assert "Findings: 1 error" in first

    story.edit("score: 2, channel: [relieved]", "score: -1, words: [relieved]")
    runner, ended = story.review()
    assert set(ended.values()) == {0}, runner.said
    assert story.comment("comment").said["Post the report"].startswith("#7: the comment is edited")
    (second,) = story.forge.ours()
    assert "It is at the door got worse for Busy Bea, 2 → −1; no evidence added" in second
    assert f"https://forge.example/cx/handbook/blob/{story.head}/{MAP}#L" in second
    assert f"[Preview]({PREVIEW}) · [Full report]({RUN})" in second
    assert second == (story.folder / "summary.md").read_text("utf-8")

    preview = story.folder / "artifacts/journeys-preview"
    told = Page(preview / "changes/journeys/first-order/index.html").text
    assert "It is at the door got worse" in told

    # Nobody has published the handbook yet: a branch with something else in it will do.
    git(story.book, "push", "-q", "origin", "main:refs/heads/gh-pages")
    story.comment("preview")
    page = story.pages() / "preview/7/journeys/first-order/index.html"
    assert "It is at the door" in Page(page).text
    before = git(story.origin, "rev-parse", "gh-pages")
    story.comment("preview")
    assert git(story.origin, "rev-parse", "gh-pages") == before
    story.take_preview_away()
    assert not (story.pages() / "preview").exists()
    assert (story.pages() / "mkdocs.yml").is_file()


@pytest.mark.long
def test_from_the_merge_to_the_release(story: Story) -> None:
    """Publishes the main branch and two versions: three builds by MkDocs."""
    story.edit("score: 2, words: [relieved]", "score: -1, words: [relieved]")
    git(story.book, "checkout", "-q", "main")
    git(story.book, "tag", "2026.1")
    git(story.book, "push", "-q", "origin", "2026.1")
    story.publish("2026.1")
    git(story.book, "merge", "-q", "--no-ff", "-m", "A shorter wait", "shorter-wait")
    git(story.book, "tag", "2026.2")
    git(story.book, "push", "-q", "origin", "main", "2026.2")
    story.publish("main")
    story.publish("2026.2")
    pages = story.pages()
    versions = json.loads((pages / "versions.json").read_text("utf-8"))
    assert {one["version"]: one["aliases"] for one in versions} == {
        "next": [],
        "2026.2": ["latest"],
        "2026.1": [],
    }
    told = Page(pages / "latest/changes/2026.2/index.html").text
    # What changed, and the words of the merge that brought it.
    assert "It is at the door" in told
    assert "A shorter wait" in told


@pytest.mark.long
def test_a_merge_request_of_gitlab_gets_its_note(tmp_path: Path) -> None:
    """Builds once with MkDocs."""
    with served(gitlab) as forge:
        story = Story(tmp_path, forge, "gitlab")
        story.edit("score: 2, words: [relieved]", "score: -1, words: [relieved]")
        jobs = yaml.safe_load((STARTER / "dot-gitlab-ci.yml").read_text("utf-8"))
        told = {
            "GITLAB_CI": "true",
            "CI_API_V4_URL": forge.root,
            "CI_JOB_URL": "https://gitlab.example/cx/book/-/jobs/12",
            "CI_MERGE_REQUEST_IID": "7",
            "CI_MERGE_REQUEST_PROJECT_ID": "5",
            "CI_PROJECT_URL": "https://gitlab.example/cx/book",
            "JOURNEYS_AS_OF": DAY,
            "JOURNEYS_TOKEN": TOKEN,
            "TARGET": "main",
        }
        assert jobs["review-maps"]["variables"]["TARGET"] == "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"
        for name in ("review-maps", "note-maps"):
            lines = [line for line in jobs[name]["script"] if line not in AT_HAND]
            ran = subprocess.run(
                ["bash", "-e", "-o", "pipefail", "-c", "\n".join(lines)],
                cwd=story.book,
                env=of_a_runner(tmp_path / "home", **told),
                capture_output=True,
                text=True,
                timeout=120,
                check=False,
            )
            assert ran.returncode == 0, ran.stderr
        (note,) = forge.ours()
    assert ran.stdout == "!7: the comment is written.\n"
    assert "It is at the door got worse for Busy Bea" in note
    assert "[Preview](https://gitlab.example/cx/book/-/jobs/12/artifacts/browse/site)" in note
    quality = json.loads((story.book / "code-quality.json").read_text("utf-8"))
    assert isinstance(quality, list)
    assert (story.book / "site/changes/journeys/first-order/index.html").is_file()
