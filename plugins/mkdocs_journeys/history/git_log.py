"""What git tells of releases: tags, and what was merged between two of them."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from mkdocs_journeys.repository import Repository

_BLAMED = re.compile(rb"[0-9a-f]{40,64} \d+ \d+")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, the commit that it means, and when that was made, in UTC."""

    name: str
    commit: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit as its log tells it: ``author`` as the mailmap has it, never an address.

    ``files`` are those that it brought into the line it was merged into, from the top, with ``/``.
    """

    hash: str
    parents: tuple[str, ...]
    when: datetime
    author: str
    message: str
    files: tuple[str, ...]


def tags_of(repository: Repository) -> tuple[Tag, ...]:
    """Give the tags that lie behind what is checked out, the newest in history first.

    Of several at one commit the highest version comes first.
    """
    told = repository.says(
        "for-each-ref",
        "--merged=HEAD",
        "--sort=-version:refname",
        # A tag with words of its own (`git tag -a`) points to its commit with a star.
        "--format=%(objectname) %(*objectname) %(committerdate:unix) "
        "%(*committerdate:unix) %(refname:strip=2)",
        "refs/tags",
    )
    lines = [os.fsdecode(line).split(" ", 4) for line in (told or b"").splitlines()]
    if not lines:
        return ()
    walk = repository.says("rev-list", "--topo-order", "--simplify-by-decoration", "HEAD")
    place = {hash_.decode(): number for number, hash_ in enumerate((walk or b"").split())}
    found = [
        Tag(name, inner or own, _moment(inner_when or when))
        for own, inner, when, inner_when, name in lines
        if (inner or own) in place and (inner_when or when)
    ]
    return tuple(sorted(found, key=lambda tag: place[tag.commit]))


def trees_of(repository: Repository, commits: Sequence[str], path: str) -> tuple[str, ...]:
    """Give one word for all that is in a folder at each commit; empty where it was not."""
    names = "".join(f"{commit}:{'' if path == '.' else path}\n" for commit in commits)
    told = repository.says("cat-file", "--batch-check", given=os.fsencode(names)) or b""
    lines = [line.split(b" ") for line in told.splitlines()]
    if "\n" in path or len(lines) != len(commits):
        return ("",) * len(commits)
    return tuple(
        line[0].decode() if len(line) == 3 and line[1] == b"tree" else "" for line in lines
    )


def log_of(repository: Repository, base: str, head: str, path: str) -> tuple[Commit, ...]:
    """Give what was merged or made between two commits in a folder, newest first.

    Of a merge it is the merge itself, with all that came with it.
    """
    return _log(
        repository,
        "--first-parent",
        "--diff-merges=first-parent",
        "--name-only",
        "--no-renames",
        f"{base}..{head}",
        "--",
        f":(top,literal){'' if path == '.' else path}",
    )


def lines_of(
    repository: Repository, base: str, head: str, file: str, *, is_back: bool = False
) -> tuple[str, ...]:
    """Give for each line of a file the commit between two others that it came with.

    Of a merge it is the merge itself. Lines that are older have some other commit. With
    ``is_back``, for each line as it was at the base, the last commit that still had it.
    """
    # Other commands take a path from the top, this one only from where it is asked.
    way = (
        os.path.relpath(repository.top / file, repository.folder.resolve())
        if repository.top
        else file
    )
    told = repository.says(
        *("blame", "--first-parent", "--porcelain", *(("--reverse",) if is_back else ())),
        *(f"{base}..{head}", "--", way),
    )
    found = (line for line in (told or b"").split(b"\n") if _BLAMED.match(line))
    return tuple(line.partition(b" ")[0].decode() for line in found)


def commits_of(repository: Repository, commits: Sequence[str]) -> tuple[Commit, ...]:
    """Give these commits without their files."""
    return _log(repository, "--no-walk=unsorted", "--no-patch", *commits) if commits else ()


def _log(repository: Repository, *arguments: str) -> tuple[Commit, ...]:
    # What nothing can stand in separates: no message and no name of a file holds a NUL.
    told = repository.says(
        *("-c", "core.quotePath=false", "-c", "log.showSignature=false"),
        *("log", "--no-color", "--no-ext-diff", "--no-show-signature", "--encoding=UTF-8"),
        "--format=%x00%H%x00%P%x00%ct%x00%aN%x00%B%x00",
        *arguments,
    )
    fields = (told or b"").decode("utf-8", "replace").split("\0")[1:]
    each = zip(*(fields[start::6] for start in range(6)), strict=False)
    return tuple(
        Commit(hash_, tuple(parents.split()), _moment(when), author, message, _names(files))
        for hash_, parents, when, author, message, files in each
    )


def _moment(seconds: str) -> datetime:
    # A commit may claim any second; a calendar ends with the year 9999.
    return datetime.fromtimestamp(min(max(int(seconds), 0), 253402300799), UTC)


def _names(listed: str) -> tuple[str, ...]:
    return tuple(name for name in listed.split("\n") if name)
