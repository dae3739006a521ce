"""A clone that publishes: what the remote has, and how a commit gets there.

Commits are made in a repository of our own, whose objects are those of the clone. The working tree,
the index and the branch that is checked out are never touched, and no ref is until all is done.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs_journeys.publishing.asking import Refused, ask_git, git_folder
from mkdocs_journeys.publishing.plan import CannotPublish, Target

_BRANCH = "work"
_LOOKS = 5
"""How often a branch is looked at that moves while it is fetched."""

_NO_SUCH_BRANCH = 2
_FOR_NOW = ("lock", "failed to update ref", "already exists", "old value", "fetch first")
"""What a remote says where two push at once; anything else it refuses for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clone:
    """A clone: full, shallow, of one branch, partial, a worktree or a submodule.

    ``folder`` is where git is asked, ``place`` a folder of our own, in which commits are made, and
    ``who`` are git's variables for the name that the commit bears.
    """

    folder: Path
    place: Path
    who: tuple[tuple[str, str], ...]

    def tip(self, target: Target) -> str | None:
        """Bring what is published here; give its commit, None where there is no such branch."""
        for _ in range(_LOOKS):
            tip = self._named(target)
            if tip is None or self._knows(f"refs/remotes/{target.remote}/{target.branch}", tip):
                return tip
            # Not left out where the commit is here: a fetch that was killed may have brought half.
            self._fetch(target)
            if self._knows(f"{tip}^{{tree}}"):
                return tip
        raise CannotPublish(f"{target.branch} moves faster than it can be fetched. Try again.")

    def _named(self, target: Target) -> str | None:
        branch = f"refs/heads/{target.branch}"
        try:
            return self._git("ls-remote", "--exit-code", "--", target.remote, branch).split()[0]
        except Refused as trouble:
            if trouble.code == _NO_SUCH_BRANCH:
                return None
            raise CannotPublish(
                f"The remote `{target.remote}` cannot be asked: {trouble}\n"
                "Name another one with --remote, and see that you may read and write it."
            ) from None

    def _fetch(self, target: Target) -> None:
        """Bring the objects alone: refs of the clone would be in the way of others in it."""
        # In a shallow clone the rest of the history is nothing to us; a full one stays full.
        depth = ["--depth=1"] if self._is_shallow() else []
        try:
            self._git(
                *("fetch", "--no-tags", "--no-write-fetch-head", "--refmap=", "--no-filter"),
                *("--no-recurse-submodules", "--no-auto-maintenance", "--quiet", *depth),
                *("--", target.remote, f"refs/heads/{target.branch}"),
            )
        except Refused as trouble:
            raise CannotPublish(f"{target.branch} cannot be fetched: {trouble}") from None

    @contextmanager
    def at_hand(self, tip: str | None) -> Iterator[str]:
        """Let mike, which asks git where the process stands, work on top of a commit.

        Gives the branch that it is to write to, in our own repository.
        """
        before = dict(os.environ)
        os.environ.update(self._own())
        try:
            if tip:
                self._git("update-ref", f"refs/heads/{_BRANCH}", tip)
            yield _BRANCH
        finally:
            os.environ.clear()
            os.environ.update(before)

    def _own(self) -> dict[str, str]:
        """Give git's variables for our own repository; makes it where it is not there yet."""
        own = self.place / "repository"
        objects = self.folder / self._git("rev-parse", "--git-path", "objects")
        if not own.exists():
            kind = self._git("rev-parse", "--show-object-format")
            self._git("init", "--quiet", "--bare", f"--object-format={kind}", str(own))
            # A partial clone is asked for what it left out as its own settings say.
            settings = (git_folder(self.folder) / "config").as_posix()
            self._git("config", "--file", str(own / "config"), "include.path", settings)
        return {
            **dict(self.who),
            "GIT_DIR": str(own.resolve()),
            "GIT_OBJECT_DIRECTORY": str(objects.resolve()),
            "GIT_WORK_TREE": str(self.place.resolve()),
        }

    def written(self) -> str:
        """Give the commit that mike has made."""
        return os.fsdecode(
            ask_git(self.folder, "rev-parse", f"refs/heads/{_BRANCH}", more=self._own())
        ).strip()

    def read(self, commit: str | None, path: str) -> bytes | None:
        """Give what stands in a file of a commit; None where it has none.

        Raises CannotPublish where it cannot be told: that is another thing than having none.
        """
        if commit is None:
            return None
        try:
            listed = self._git("ls-tree", "--full-tree", commit, "--", path)
            return self._bytes("cat-file", "blob", listed.split()[2]) if listed else None
        except Refused as trouble:
            raise CannotPublish(
                f"`{path}` of what is published cannot be read: {trouble}"
            ) from None

    def has(self, commit: str, path: str) -> bool:
        """Tell whether a commit has a file or folder."""
        return bool(self._git("ls-tree", "--full-tree", commit, "--", path))

    def committed(self, tip: str | None, written: str, message: str) -> str | None:
        """Make one commit of all that was written on top of another; None where nothing differs."""
        tree = self._git("rev-parse", f"{written}^{{tree}}")
        if tip and tree == self._git("rev-parse", f"{tip}^{{tree}}"):
            return None
        parent = ["-p", tip] if tip else []
        return self._git("commit-tree", *parent, "-m", message, tree)

    def differences(self, tip: str | None, commit: str) -> tuple[int, int, int]:
        """Count the files that a commit adds, changes and takes away."""
        before = tip or self._git("mktree")
        told = self._git("diff-tree", "-r", "--no-renames", "--name-status", before, commit)
        letters = [line[0] for line in told.splitlines()]
        added, gone = letters.count("A"), letters.count("D")
        return added, len(letters) - added - gone, gone

    def push(self, commit: str, tip: str | None, target: Target) -> bool:
        """Publish a commit that stands on ``tip``; False where somebody else was faster.

        The branch moves in one step or not at all. Raises CannotPublish where it never will.
        """
        try:
            self._git(
                *("push", "--porcelain", "--no-follow-tags", "--recurse-submodules=no"),
                *("--", target.remote, f"{commit}:refs/heads/{target.branch}"),
            )
        except Refused as trouble:
            now = self.tip(target)
            # A connection may break when all is done.
            if now == commit:
                return True
            if now != tip or any(word in str(trouble) for word in _FOR_NOW):
                return False
            raise CannotPublish(f"{target.remote} does not take it: {trouble}") from None
        return True

    def settle(self, commit: str, target: Target) -> str:
        """Let this clone know what is published; give a sentence on what it had instead, or "".

        A branch that is checked out somewhere stays as it is.
        """
        try:
            self._git("update-ref", f"refs/remotes/{target.remote}/{target.branch}", commit)
            return self._follow(commit, target)
        except Refused:
            return ""

    def _follow(self, commit: str, target: Target) -> str:
        branch = f"refs/heads/{target.branch}"
        checked_out = self._git("worktree", "list", "--porcelain").splitlines()
        if not self._knows(branch) or f"branch {branch}" in checked_out:
            return ""
        before = self._git("rev-parse", branch)
        self._git("update-ref", "-m", "journeys publish", branch, commit, before)
        if self._is_shallow() or self._leads_to(before, commit):
            return ""
        return (
            f"Your own branch {target.branch} held commits that nobody had pushed, the last is "
            f"{before[:10]}. It is now what is published."
        )

    def head(self) -> str:
        """Give the short name of the commit that is checked out; "" before the first."""
        try:
            return self._git("rev-parse", "--short", "--verify", "--quiet", "HEAD")
        except Refused:
            return ""

    def _is_shallow(self) -> bool:
        return self._git("rev-parse", "--is-shallow-repository") == "true"

    def _knows(self, name: str, commit: str = "") -> bool:
        """Tell whether git knows a name, and if a commit is given, by it means that."""
        try:
            return self._git("rev-parse", "--verify", "--quiet", name).startswith(commit)
        except Refused:
            return False

    def _leads_to(self, old: str, new: str) -> bool:
        try:
            self._git("merge-base", "--is-ancestor", old, new)
        except Refused:
            return False
        return True

    def _git(self, *arguments: str) -> str:
        return os.fsdecode(self._bytes(*arguments)).strip()

    def _bytes(self, *arguments: str) -> bytes:
        return ask_git(self.folder, *arguments, more=dict(self.who))
