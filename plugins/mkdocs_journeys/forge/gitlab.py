"""Merge requests of GitLab."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from mkdocs_journeys.forge.asking import Api, ForgeError, Refusal, Token
from mkdocs_journeys.forge.discussion import Comment

MOST = 1_000_000
TOKEN = (
    "GitLab's own job token may not comment. Make a project access token with the role Reporter "
    "and the scope `api`, and keep it as the masked variable JOURNEYS_TOKEN under "
    "*Settings, CI/CD*."
)


@dataclass(frozen=True, kw_only=True)
class GitLab:
    """The discussion of one merge request; ``project`` is the number of its project."""

    api: Api
    project: int
    number: int

    most = MOST

    @property
    def title(self) -> str:
        """Give the number as GitLab writes it."""
        return f"!{self.number}"

    @cached_property
    def me(self) -> int:
        """Give the number of the user under whom we write here."""
        return int(self.api.ask("GET", "/user")["id"])

    def own(self) -> list[Comment]:
        """Give our comments, of all pages."""
        return [
            Comment(id=int(one["id"]), text=str(one.get("body") or ""))
            for one in self.api.pages(self._notes, sort="asc", order_by="created_at")
            if not one.get("system") and (one.get("author") or {}).get("id") == self.me
        ]

    def write(self, text: str) -> Comment:
        """Write a new note."""
        made = self.api.ask("POST", self._notes, json={"body": text})
        return Comment(id=int(made["id"]), text=text)

    def edit(self, comment: Comment, text: str) -> None:
        """Put another text into a note."""
        self.api.ask("PUT", f"{self._notes}/{comment.id}", json={"body": text})

    def take_away(self, comment: Comment) -> None:
        """Delete a note."""
        self.api.ask("DELETE", f"{self._notes}/{comment.id}")

    @property
    def _notes(self) -> str:
        return f"/projects/{self.project}/merge_requests/{self.number}/notes"


def gitlab(environment: Mapping[str, str]) -> GitLab:
    """Give the discussion that a job is about.

    Raises ForgeError where the job is about no merge request, or there is no token.
    """
    number = environment.get("CI_MERGE_REQUEST_IID", "")
    project = environment.get("CI_MERGE_REQUEST_PROJECT_ID", "")
    if not number.isdecimal() or not project.isdecimal():
        raise ForgeError(
            "This job is about no merge request. `journeys comment` runs in a job with "
            '`rules: [{if: $CI_PIPELINE_SOURCE == "merge_request_event"}]`.'
        )
    token = environment.get("JOURNEYS_TOKEN") or environment.get("GITLAB_TOKEN", "")
    if not token:
        raise ForgeError(f"There is no token. {TOKEN}")
    root = environment.get("CI_API_V4_URL", "https://gitlab.com/api/v4").rstrip("/")
    api = Api(
        forge="GitLab",
        root=root,
        token=Token(header="PRIVATE-TOKEN", value=token),
        headers={},
        advice=_advice,
    )
    return GitLab(api=api, project=int(project), number=int(number))


def _advice(refusal: Refusal) -> str:
    said = f"{refusal.said} ({refusal.status})"
    if refusal.is_about_too_much:
        return f"GitLab was asked too often: {said}. Run the job again later."
    if refusal.status == 401:
        return f"GitLab does not know the token, or its last day is over: {said}. {TOKEN}"
    if refusal.status in (403, 404):
        return f"The token may not do that in this project: {said}. {TOKEN}"
    return f"GitLab did not take it: {said}."
