"""What is to be published or taken away, and where: values, checked by nothing but themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

UNRELEASED = ("next",)
"""The versions that are written again and again; every other one stays as it was published."""

CURRENT = ("latest", "stable")
"""The aliases that a released version carries while it is the current one."""

VERSIONS, RENAMES, FRONT = "versions.json", "renames.json", "index.html"
"""What lies beside the versions: which there are, what was renamed, and where the root leads."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]*")
_LONGEST = 64
_TAKEN = {"versions.json", "renames.json", "index.html", "404.html", "cname", "preview"}


class CannotPublish(Exception):  # noqa: N818 - it is an answer, not an error of ours
    """Nothing was published, and why, with what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where versions are published: a branch of a remote, below a folder of it.

    ``prefix`` has no slashes at its ends and is empty at the top. ``alias_type`` is mike's:
    ``symlink``, ``redirect`` or ``copy``; ``template`` is a page of the user's own that redirects.
    """

    remote: str = "origin"
    branch: str = "gh-pages"
    prefix: str = ""
    alias_type: str = "symlink"
    template: Path | None = None
    use_directory_urls: bool = True

    def path(self, name: str) -> str:
        """Give the path of a file on the branch."""
        return f"{self.prefix}/{name}" if self.prefix else name


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A version to publish; ``site`` is the folder that it was built into.

    ``title`` is what the selector calls it; None leaves that as it is. With ``again`` a release
    that is there is written over. With ``is_default`` the root leads to it.
    """

    version: str
    aliases: tuple[str, ...]
    site: Path
    title: str | None = None
    again: bool = False
    is_default: bool = False

    @property
    def front(self) -> str:
        """Give the name under which the root leads to it: an alias if it has one."""
        current = [name for name in self.aliases if name in CURRENT]
        return next(iter((*current, *self.aliases)), self.version)


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """Versions, with their aliases, or aliases alone, to take away."""

    names: tuple[str, ...]


Change = Release | Removal


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The versions that a branch has: each with its aliases, in the order of versions.json."""

    versions: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Give all versions."""
        return tuple(version for version, _ in self.versions)

    def bearer(self, alias: str) -> str | None:
        """Give the version that has an alias."""
        return next((version for version, aliases in self.versions if alias in aliases), None)


def refuse_names(names: tuple[str, ...]) -> None:
    """Raise CannotPublish for what cannot be a folder of the site on every host."""
    for name in names:
        if not _NAME.fullmatch(name) or len(name) > _LONGEST or name.casefold() in _TAKEN:
            raise CannotPublish(
                f"`{name}` cannot be the name of a version: letters, digits and . _ + - within "
                f"{_LONGEST} characters, for example 2026.11, and no name that the site needs."
            )
    if len({name.casefold() for name in names}) < len(names):
        raise CannotPublish(f"One name stands there twice: {', '.join(names)}.")


def clean_prefix(prefix: str) -> str:
    """Give a folder of the branch without slashes at its ends; raises CannotPublish."""
    parts = [part for part in prefix.split("/") if part not in ("", ".")]
    if "\\" in prefix or any(part == ".." or part.casefold() == ".git" for part in parts):
        raise CannotPublish(f"`{prefix}` is no folder of the branch. Write it as docs/handbook.")
    return "/".join(parts)


def refuse_change(change: Change, there: Published, target: Target) -> None:
    """Raise CannotPublish for a change that would harm what is published already."""
    if isinstance(change, Removal):
        _refuse_removal(change, there, target)
    else:
        _refuse_release(change, there)


def _refuse_release(release: Release, there: Published) -> None:
    version = release.version
    if bearer := there.bearer(version):
        raise CannotPublish(
            f"`{version}` is an alias of {bearer}. Publish a version, with the alias behind it: "
            f"journeys publish VERSION {version}"
        )
    for alias in release.aliases:
        if alias in there.names:
            raise CannotPublish(f"`{alias}` is a version, and cannot be an alias of {version}.")
    if version in there.names and version not in UNRELEASED and not release.again:
        raise CannotPublish(
            f"{version} is published already, and a release stays as it is. Publish the next one, "
            "or write this one again with --again."
        )


def _refuse_removal(removal: Removal, there: Published, target: Target) -> None:
    for name in removal.names:
        if name not in there.names and there.bearer(name) is None:
            listed = ", ".join(there.names) or "none"
            raise CannotPublish(
                f"There is no version `{name}` on {target.branch}. There are: {listed}."
            )
