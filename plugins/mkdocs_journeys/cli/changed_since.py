"""Which files have changed since a commit, as git tells it."""

from __future__ import annotations

import os
from pathlib import Path

import click

from mkdocs_journeys.repository import GitError, Repository


def changed_since(ref: str, folder: Path) -> frozenset[str]:
    """Give the real paths of all files that differ from where this branch left ``ref``.

    That is the merge base of ``ref`` and the commit that is checked out; see
    `Repository.changed_since`. Raises click.UsageError where git cannot tell.
    """
    try:
        repository = Repository.around(folder)
        changed = repository.changed_since(repository.merge_base(ref))
    except GitError as error:
        raise click.UsageError(str(error)) from None
    return frozenset(os.path.realpath(path) for path in changed)
