"""Which files have changed since a commit, as git tells it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import click


def changed_since(ref: str, folder: Path) -> frozenset[str]:
    """Give the real paths of all files that differ from where this branch left ``ref``.

    That is the merge base of ``ref`` and the commit that is checked out. What is not committed,
    staged or not, and files that git does not know yet count too; those it ignores do not.
    ``folder`` lies in the repository. Raises click.UsageError where git cannot tell.
    """
    top = _git(folder, "rev-parse", "--show-toplevel")
    if top is None:
        raise click.UsageError(f"`{folder}` lies in no git repository, so nothing is known since.")
    root = Path(os.fsdecode(top).rstrip("\n"))
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    if commit is None:
        raise click.UsageError(
            f"git knows no commit `{ref}`. Name a branch, a tag or a commit; in CI, fetch it first."
        )
    base = _git(root, "merge-base", commit.decode().strip(), "HEAD")
    if base is None:
        raise click.UsageError(
            f"`{ref}` and what is checked out have no commit in common. "
            "In CI, fetch the whole history: `git fetch --unshallow`."
        )
    since = base.decode().strip()
    differing = _git(
        root, "diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", since, "--"
    )
    unknown = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    names = (differing or b"").split(b"\0") + (unknown or b"").split(b"\0")
    return frozenset(os.path.realpath(root / os.fsdecode(name)) for name in names if name)


def _git(folder: Path, *arguments: str) -> bytes | None:
    """Give what git says; None where it fails."""
    # A monitor of the file system is a program that the repository's settings may name.
    command = ["git", "-c", "core.fsmonitor=false", *arguments]
    try:
        ran = subprocess.run(
            command, cwd=folder, capture_output=True, check=False, stdin=subprocess.DEVNULL
        )
    except FileNotFoundError:
        raise click.UsageError("`git` is not installed, so nothing is known since.") from None
    return ran.stdout if ran.returncode == 0 else None
