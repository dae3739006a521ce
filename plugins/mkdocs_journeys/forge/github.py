"""Pull requests of GitHub, and of forges that speak as it does: Gitea, Forgejo.

What is said here about an event comes from the file that the forge itself writes for its job.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

from mkdocs_journeys.forge.asking import Api, ForgeError, Refusal, RefusedError, Token
from mkdocs_journeys.forge.discussion import Comment

MOST = 65_536
VIEWER = "{viewer{login}}"
TOKEN = (
    'In the step that runs `journeys comment` write `env: {GITHUB_TOKEN: "${{ github.token }}"}`.'
)


@dataclass(frozen=True, kw_only=True)
class GitHub:
    """The discussion of one pull request. ``repository`` is ``owner/name``."""

    api: Api
    graphql: str
    repository: str
    number: int

    most = MOST

    @property
    def title(self) -> str:
        """Give the number as GitHub writes it."""
        return f"#{self.number}"

    @cached_property
    def me(self) -> str:
        """Give the name under which we write here."""
        try:
            return str(self.api.ask("GET", "/user")["login"])
        except RefusedError as refused:
            # The token of a job is no user's. Only the other API of GitHub tells whose it is.
            if refused.status not in (403, 404) or not self.graphql:
                raise
        told = replace(self.api, root=self.graphql).ask("POST", "", json={"query": VIEWER})
        return str(told["data"]["viewer"]["login"])

    def own(self) -> list[Comment]:
        """Give our comments, of all pages."""
        return [
            _comment(one)
            for one in self.api.pages(f"/repos/{self.repository}/issues/{self.number}/comments")
            if (one.get("user") or {}).get("login") == self.me
        ]

    def write(self, text: str) -> Comment:
        """Write a new comment."""
        path = f"/repos/{self.repository}/issues/{self.number}/comments"
        return _comment(self.api.ask("POST", path, json={"body": text}))

    def edit(self, comment: Comment, text: str) -> None:
        """Put another text into a comment."""
        path = f"/repos/{self.repository}/issues/comments/{comment.id}"
        self.api.ask("PATCH", path, json={"body": text})

    def take_away(self, comment: Comment) -> None:
        """Delete a comment."""
        self.api.ask("DELETE", f"/repos/{self.repository}/issues/comments/{comment.id}")


def github(environment: Mapping[str, str], event: Mapping[str, Any]) -> GitHub | None:
    """Give the discussion that a job is about; None where its pull request has moved on.

    Raises ForgeError where the job is about no pull request, or there is no token.
    """
    token = environment.get("GITHUB_TOKEN", "")
    if not token:
        raise ForgeError(f"There is no token. {TOKEN}")
    repository = environment.get("GITHUB_REPOSITORY", "")
    api = Api(
        forge="GitHub",
        advice=partial(_advice, repository),
        root=environment.get("GITHUB_API_URL", "https://api.github.com").rstrip("/"),
        token=Token(header="Authorization", value=f"Bearer {token}"),
        headers={
            "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": "2022-11-28",
        },
    )
    number = _number(api, repository, event)
    if number is None:
        return None
    graphql = environment.get("GITHUB_GRAPHQL_URL", "")
    return GitHub(api=api, graphql=graphql, repository=repository, number=number)


def _advice(repository: str, refusal: Refusal) -> str:
    said = f"{refusal.said} ({refusal.status})"
    if refusal.is_about_too_much:
        when = f" in {refusal.wait / 60:.0f} minutes" if refusal.wait > 60 else " later"
        return f"GitHub was asked too often: {said}. Run the job again{when}."
    if refusal.status == 401:
        return f"GitHub does not know the token in GITHUB_TOKEN: {said}. {TOKEN}"
    if refusal.status in (403, 404):
        return (
            f"The token may not do that in {repository}: {said}. Give the job "
            "`permissions: {pull-requests: write}`. A job that a fork started never gets it: post "
            "from a workflow on `workflow_run`, as `journeys init` lays it out."
        )
    return f"GitHub did not take it: {said}."


def _number(api: Api, repository: str, event: Mapping[str, Any]) -> int | None:
    if "pull_request" in event:
        return int(event["pull_request"]["number"])
    run = event.get("workflow_run")
    if not isinstance(run, dict) or run.get("event") != "pull_request":
        raise ForgeError(
            "This job is about no pull request. `journeys comment` runs in a workflow on "
            "`pull_request`, or on `workflow_run` behind one."
        )
    return _number_of_run(api, repository, run)


def _number_of_run(api: Api, repository: str, run: Mapping[str, Any]) -> int | None:
    """Give the open pull request whose newest commit a run is about; None where there is none.

    The run handed over a report that its author wrote; whose it is, only the forge may say. Of a
    fork it names no pull request, so we ask for that of the branch, and look at its commit.
    """
    origin = (run.get("head_repository") or {}).get("full_name") or ""
    owner, branch, commit = origin.partition("/")[0], run["head_branch"], run["head_sha"]
    found = [
        int(one["number"])
        for one in api.pages(f"/repos/{repository}/pulls", state="open", head=f"{owner}:{branch}")
        if one["head"]["sha"] == commit
        and one["head"]["ref"] == branch
        and (one["head"].get("repo") or {}).get("full_name") == origin
    ]
    named = {int(one["number"]) for one in run.get("pull_requests") or ()}
    found = [number for number in found if number in named] or found
    if len(found) > 1:
        told = " and ".join(f"#{number}" for number in found)
        raise ForgeError(
            f"{told} have the same commits, and nobody says of which of them the report is. "
            "Close one of them."
        )
    return found[0] if found else None


def _comment(told: Mapping[str, Any]) -> Comment:
    return Comment(
        id=int(told["id"]),
        text=str(told.get("body") or ""),
        address=str(told.get("html_url") or ""),
    )
