"""Addresses of lines at a forge, which stay true while branches move on."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote, urlsplit

import click

from mkdocs_journeys.cli.two_sides import Side
from mkdocs_journeys.problems import Place
from mkdocs_journeys.repository import GitError, Repository

_IN_ADDRESSES = ":/?#@!$&'*+,;=%-._~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Permalinks:
    """Where the lines of one side are seen.

    ``template`` holds ``{commit}``, ``{path}`` and ``{line}``. ``shown`` is the folder of maps as
    places name it, ``top`` the same folder as the repository names it.
    """

    template: str
    commit: str
    shown: str
    top: str

    def of(self, place: Place) -> str:
        """Give the address of a line."""
        file = PurePosixPath(place.file)
        if file.is_relative_to(self.shown):
            file = PurePosixPath(self.top) / file.relative_to(self.shown)
        filled = self.template
        for name, value in (
            ("{commit}", self.commit),
            ("{line}", str(place.span.line)),
            # Last, because a file may be called `{line}.yml`.
            ("{path}", quote(file.as_posix().encode("utf-8", "surrogateescape"))),
        ):
            filled = filled.replace(name, value)
        return filled


def permalinks(side: Side, template: str) -> Permalinks | None:
    """Give the addresses of a side; None without a template, and for files of no commit.

    A folder counts as what was checked out there.
    """
    if not template:
        return None
    shown = side.catalog.loaded.folder
    if side.commit:
        return Permalinks(template=template, commit=side.commit, shown=shown, top=side.top)
    folder = Path(shown)
    try:
        repository = Repository.around(folder)
        commit, top = repository.commit("HEAD"), repository.path_of(folder)
    except (GitError, ValueError):
        return None
    if not repository.has_folder(commit, top):
        return None
    return Permalinks(template=template, commit=commit, shown=shown, top=top)


def template_of(given: str, environment: Mapping[str, str] = os.environ) -> str:
    """Give the template that somebody wants, else that of the forge whose job this is.

    Empty where neither is known. Raises click.UsageError for what is no template.
    """
    if given:
        if not {"{path}", "{commit}"} <= set(re.findall(r"\{\w+\}", given)):
            raise click.UsageError(
                "--source says where a line is seen, for example "
                "`--source 'https://git.example/cx/src/commit/{commit}/{path}#L{line}'`."
            )
        return address(given, "--source", keep="{}")
    if project := environment.get("CI_PROJECT_URL"):
        return address(f"{project}/-/blob/{{commit}}/{{path}}#L{{line}}", "CI_PROJECT_URL", "{}")
    server, repository = environment.get("GITHUB_SERVER_URL"), environment.get("GITHUB_REPOSITORY")
    if not server or not repository:
        return ""
    is_gitea = environment.get("GITEA_ACTIONS") or environment.get("FORGEJO_ACTIONS")
    files = "src/commit" if is_gitea else "blob"
    return address(
        f"{server}/{repository}/{files}/{{commit}}/{{path}}#L{{line}}", "GITHUB_SERVER_URL", "{}"
    )


def address(given: str, option: str, keep: str = "") -> str:
    """Give an address that can stand in Markdown; empty for none.

    Raises click.UsageError, in which ``option`` is named, unless it is one of the web.
    """
    if given and not _is_of_the_web(given):
        raise click.UsageError(f"{option} takes an address that begins with https://.")
    return quote(given, safe=_IN_ADDRESSES + keep)


def _is_of_the_web(given: str) -> bool:
    try:
        parts = urlsplit(given)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
