"""What git is asked of a clone that publishes: where it lies, who publishes, what is new."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from mkdocs_journeys.publishing.plan import CannotPublish
from mkdocs_journeys.repository import GitError, run_git


class Refused(CannotPublish):
    """Git said no; the message is what it said."""

    def __init__(self, said: str, code: int) -> None:
        super().__init__(said)
        self.code = code


def ask_git(folder: Path, *arguments: str, more: Mapping[str, str] | None = None) -> bytes:
    """Give what git says; raises the message of what it does not like, with its exit code."""
    try:
        ran = run_git(folder, *arguments, more=more)
    except GitError as none:
        raise CannotPublish(str(none)) from None
    if ran.returncode:
        told = os.fsdecode(ran.stdout + b"\n" + ran.stderr).strip()
        raise Refused(told or f"git {arguments[0]} ended with {ran.returncode}", ran.returncode)
    return ran.stdout


def git_folder(folder: Path) -> Path:
    """Give the folder where git keeps what all worktrees of a clone share."""
    try:
        told = ask_git(folder, "rev-parse", "--git-common-dir")
    except Refused as trouble:
        raise CannotPublish(f"`{folder}` lies in no git repository: {trouble}") from None
    return (folder / os.fsdecode(told).strip()).resolve()


def uncommitted(folder: Path) -> int:
    """Give how many files below a folder differ from the last commit; what git ignores does not."""
    said = ask_git(folder, "status", "--porcelain", "--untracked-files=normal", "--", ".")
    return len(said.splitlines())


def remotes(folder: Path) -> tuple[str, ...]:
    """Give the names of all remotes."""
    return tuple(os.fsdecode(ask_git(folder, "remote")).split())


def who_publishes(folder: Path) -> tuple[tuple[str, str], ...]:
    """Give git's variables for who makes the commit; in CI a name of ours where nobody has one.

    Raises CannotPublish where git does not know it.
    """
    name, email = (
        _said(folder, f"user.{key}", f"GIT_COMMITTER_{key}") for key in ("name", "email")
    )
    if not (name and email):
        if os.environ.get("CI", "").casefold() not in ("true", "1"):
            raise CannotPublish(
                "git does not know who publishes. Tell it once:\n"
                '  git config user.name "Your name"\n'
                "  git config user.email you@example.com"
            )
        name, email = name or "journeys publish", email or "journeys-publish@localhost"
    return tuple(
        (f"GIT_{role}_{what}", said)
        for role in ("AUTHOR", "COMMITTER")
        for what, said in (("NAME", name), ("EMAIL", email))
    )


def _said(folder: Path, key: str, variable: str) -> str:
    if said := os.environ.get(variable.upper()):
        return said
    try:
        return os.fsdecode(ask_git(folder, "config", "--get", key)).strip()
    except Refused:
        return ""
