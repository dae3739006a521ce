"""The two handbooks that `journeys diff` compares: folders, or maps as they were at a commit."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.load.collector import leave_alone, no_search_for_circles
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.load.known_files import KnownFiles
from mkdocs_journeys.repository import GitError, Repository


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two: ``name`` is what somebody asked for, ``commit`` empty for a folder.

    ``top`` is the folder of maps as the repository names it at that commit, empty for a folder.
    """

    name: str
    commit: str
    catalog: Catalog
    top: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Both, while their files are there."""

    base: Side
    head: Side


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A folder on disk, or with a ``commit`` the path of one in the repository.

    ``folder`` is what authors see: as somebody typed it, also of a commit where it is that folder.
    """

    name: str
    folder: Path
    commit: str = ""
    path: str = ""
    repository: Repository | None = None


@contextmanager
def two_sides(base: str, head: str, maps: str, today: date) -> Iterator[Sides]:
    """Read both sides.

    An empty ``base`` is where this branch left the main one, an empty ``head`` the folder of maps
    as it is now. Each is a folder, a ref of git, or ``REF:PATH`` for a folder that had another
    name then. Files of a commit are written below a temporary folder, which goes when the block
    ends; nothing else is touched. Raises click.UsageError where a side cannot be read.
    """
    try:
        wanted = _base(base, head, maps), _head(head, maps)
    except GitError as error:
        raise click.UsageError(str(error)) from None
    # Called alike where they are the same folder of one repository: only then is a file known.
    known: KnownFiles = {}
    with tempfile.TemporaryDirectory(prefix="journeys-") as beside:
        with no_search_for_circles():
            first, second = (
                _read(one, Path(beside, part), today, known)
                for one, part in zip(wanted, ("base", "head"), strict=True)
            )
            leave_alone()
        yield Sides(base=first, head=second)


def _base(base: str, head: str, maps: str) -> _Wanted:
    if base:
        return _wanted(base, maps)
    repository = Repository.around(Path(maps))
    main = repository.default_branch()
    tip = "HEAD" if not head or Path(head).is_dir() else head.partition(":")[0]
    left = repository.merge_base(main, tip)
    return _at(repository, main, left, repository.path_of(Path(maps)), maps)


def _head(head: str, maps: str) -> _Wanted:
    if head:
        return _wanted(head, maps)
    folder = Path(maps)
    if folder.is_dir():
        return _Wanted(maps, folder)
    repository = Repository.around(folder)
    if repository.top is None:
        # A bare repository has no files but those of its commits.
        return _at(repository, "HEAD", repository.commit("HEAD"), folder.as_posix(), maps)
    raise click.UsageError(
        f"There is no folder `{maps}`. Name the folder of your maps with --maps. "
        "`journeys init` begins one."
    )


def _wanted(named: str, maps: str) -> _Wanted:
    if Path(named).is_dir():
        return _Wanted(named, Path(named))
    ref, colon, path = named.partition(":")
    repository = Repository.around(Path(maps))
    commit = repository.commit(ref)
    if colon:
        return _at(repository, ref, commit, path, path)
    return _at(repository, ref, commit, repository.path_of(Path(maps)), maps)


def _at(repository: Repository, ref: str, commit: str, path: str, shown: str) -> _Wanted:
    path = path.strip("/") or "."
    if not repository.has_folder(commit, path):
        raise GitError(
            f"There is no folder `{path}` at `{ref}`. "
            f"Had it another name then? Write `{ref}:its/name`."
        )
    return _Wanted(ref, Path(shown), commit, path, repository)


def _read(wanted: _Wanted, beside: Path, today: date, known: KnownFiles) -> Side:
    folder = wanted.folder
    if wanted.repository is not None:
        wanted.repository.write_files(wanted.commit, wanted.path, beside)
        folder = beside
    loaded = load(folder, wanted.folder.as_posix(), known=known)
    catalog = look_up(loaded, today)
    return Side(name=wanted.name, commit=wanted.commit, catalog=catalog, top=wanted.path)
