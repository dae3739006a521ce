"""What git knows of a folder: commits, where branches parted, and files as they were.

Nothing here touches the working tree, the index or the branch that is checked out.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

DEFAULT_BRANCHES = ("origin/main", "origin/master", "main", "master")
"""Where a repository may keep its maps' agreed state, if it does not say so itself."""

_FILE, _LINK = b"100", b"120000"


class GitError(Exception):
    """Git cannot tell; the message is for the person who asked, with what to do."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository, with a working tree or bare.

    ``folder`` is where git is asked: a folder of the working tree, or the bare repository.
    ``top`` is the top of the working tree, None in a bare repository.
    """

    folder: Path
    top: Path | None

    @classmethod
    def around(cls, folder: Path) -> Repository:
        """Give the repository that a folder lies in: the innermost, in a submodule that one.

        Raises GitError where there is none, or no git.
        """
        where = next(one for one in (folder, *folder.absolute().parents) if one.is_dir())
        if _git(where, "rev-parse", "--git-dir") is None:
            raise GitError(f"`{folder}` lies in no git repository.")
        top = _git(where, "rev-parse", "--show-toplevel")
        return cls(where, None if top is None else Path(os.fsdecode(top).rstrip("\n")))

    def commit(self, ref: str) -> str:
        """Give the commit that a branch, a tag or any other name of git means, as its hash."""
        found = self._ask(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"
        )
        if found is None:
            raise GitError(
                f"git knows no commit `{ref}`. Name a branch, a tag or a commit; "
                f"in CI, fetch it first: `git fetch origin {_branch(ref)}`."
            )
        return found

    def merge_base(self, ref: str, other: str = "HEAD") -> str:
        """Give the last commit that two branches have in common."""
        found = self._ask("merge-base", self.commit(ref), self.commit(other))
        if found is None:
            advice = (
                "This clone is shallow; fetch the whole history: `git fetch --unshallow`."
                if self.is_shallow
                else "Name the commit to compare with."
            )
            raise GitError(f"`{ref}` and `{other}` have no commit in common here. {advice}")
        return found

    def default_branch(self) -> str:
        """Give the branch that others merge into, as a name that git knows here."""
        named = self._ask("symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD")
        refs = DEFAULT_BRANCHES if named is None else (named, *DEFAULT_BRANCHES)
        for ref in refs:
            verify = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
            if self._ask(*verify) is not None:
                return ref
        raise GitError("Nobody says which branch is the main one. Name the one to compare with.")

    def origin(self) -> str:
        """Give the address that it comes from and goes to; empty where it has none."""
        return self._ask("remote", "get-url", "origin") or ""

    def path_of(self, folder: Path) -> str:
        """Give a folder of the working tree as git names it, from the top, with ``/``."""
        if self.top is None:
            return folder.as_posix()
        return folder.resolve().relative_to(self.top.resolve()).as_posix()

    def changed_since(self, commit: str) -> frozenset[Path]:
        """Give the files of the working tree that differ from a commit, each as a whole path.

        What is not committed, staged or not, and files that git does not know yet count too; those
        it ignores do not. Nothing in a bare repository.
        """
        if self.top is None:
            return frozenset()
        differing = _git(
            self.top, "diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", commit, "--"
        )
        unknown = _git(self.top, "ls-files", "--others", "--exclude-standard", "-z")
        names = (differing or b"").split(b"\0") + (unknown or b"").split(b"\0")
        return frozenset(self.top / os.fsdecode(name) for name in names if name)

    @property
    def is_shallow(self) -> bool:
        """Whether the history was cut off when it was fetched."""
        return self._ask("rev-parse", "--is-shallow-repository") == "true"

    def says(self, *arguments: str, given: bytes = b"") -> bytes | None:
        """Give what git says of this repository; None where it says no."""
        return _git(self.folder, *arguments, given=given)

    def has_folder(self, commit: str, path: str) -> bool:
        """Tell whether there was such a folder at a commit; an empty path is the top."""
        return self._ask("cat-file", "-t", f"{commit}:{'' if path == '.' else path}") == "tree"

    def write_files(self, commit: str, path: str, to: Path) -> int:
        """Write the files of a folder as they were at a commit into a new folder; count them.

        Files are as they were committed, without the filters of the working tree. A link becomes
        the link it was only where it stays inside; other repositories inside are left out.
        Raises GitError where there was no such folder.
        """
        if not self.has_folder(commit, path):
            raise GitError(f"There is no folder `{path}` at {commit[:10]}.")
        wanted = [] if path == "." else [path]
        listed = _git(self.folder, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *wanted)
        entries = [_entry(line) for line in (listed or b"").split(b"\0") if line]
        files = [one for one in entries if one.mode.startswith(_FILE)]
        # Links come last, so that nothing is ever written through one.
        kept = [*files, *(one for one in entries if one.mode == _LINK)]
        for one, content in zip(kept, self._contents(kept), strict=True):
            below = PurePosixPath(one.path).relative_to(path)
            target = to.joinpath(*below.parts)
            if ".." in below.parts or target.exists() or target.is_symlink():
                continue  # git itself makes no such commit, a person with ill will might
            target.parent.mkdir(parents=True, exist_ok=True)
            if one.mode == _LINK:
                target.symlink_to(os.fsdecode(content))
            else:
                target.write_bytes(content)
        return len(kept)

    def _contents(self, entries: list[_Entry]) -> Iterator[bytes]:
        """Give what stands in each file, all from one run of git."""
        names = b"".join(one.hash + b"\n" for one in entries)
        told = _git(self.folder, "cat-file", "--batch", given=names) or b""
        at = 0
        for _ in entries:
            end = told.index(b"\n", at)
            size = int(told[at:end].rsplit(b" ", 1)[1])
            yield told[end + 1 : end + 1 + size]
            at = end + 1 + size + 1

    def _ask(self, *arguments: str) -> str | None:
        told = _git(self.folder, *arguments)
        return None if told is None else os.fsdecode(told).strip()


@dataclass(frozen=True, slots=True)
class _Entry:
    mode: bytes
    hash: bytes
    path: str


def _entry(line: bytes) -> _Entry:
    told, _, path = line.partition(b"\t")
    mode, _, name = told.split(b" ")
    return _Entry(mode, name, os.fsdecode(path))


def _branch(ref: str) -> str:
    return ref.removeprefix("origin/")


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """Give what git says; None where it says no."""
    ran = run_git(folder, *arguments, given=given)
    return ran.stdout if ran.returncode == 0 else None


def run_git(
    folder: Path, *arguments: str, given: bytes = b"", more: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder, with ``more`` variables than ours, to its end.

    Raises GitError only where there is no git. What it complains of is English on every machine.
    """
    # A monitor of the file system is a program that the repository's settings may name.
    command = ["git", "-c", "core.fsmonitor=false", *arguments]
    environment = {**os.environ, "LC_ALL": "C", **(more or {})}
    try:
        return subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, check=False, input=given
        )
    except FileNotFoundError:
        raise GitError("`git` is not installed.") from None
