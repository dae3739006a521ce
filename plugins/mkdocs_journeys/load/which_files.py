"""Which files of a folder hold the things of each kind, and what lies there and is not read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from mkdocs_journeys.load.files import YAML, listing, may_be_listed
from mkdocs_journeys.load.stray import of_no_kind
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.handbook import Accepted, Handbook
from mkdocs_journeys.model.kinds import KINDS
from mkdocs_journeys.problems import Place, Problem

Shown = Callable[[Path], str]
"""Gives a path as its author calls it."""

_RIGHT = {kind.folder: kind for kind in KINDS}
_OTHER = {word: kind for kind in KINDS for word in kind.folder_also}


def folders_of_kinds(
    folder: Path, shown: Shown
) -> tuple[tuple[tuple[type[Entry], Path], ...], tuple[Problem, ...]]:
    """Give the folders and list files of each kind, in the order of kinds, and what is strange.

    Reports unknown-key for what is of no kind, renamed-key for another word for one.
    """
    found: list[tuple[type[Entry], Path]] = []
    problems: list[Problem] = []
    for path in listing(folder):
        stem = path.stem if path.suffix in YAML else path.name
        if path.name in (Handbook.file, Accepted.file) or not (
            path.suffix in YAML or path.is_dir()
        ):
            continue
        kind = _RIGHT.get(stem) or _OTHER.get(stem)
        if kind is None:
            problems.append(of_no_kind(shown(path)))
            continue
        if stem not in _RIGHT:
            problems.append(_other_word(path, shown(path), kind))
        found.append((kind, path))
    found.sort(key=lambda one: KINDS.index(one[0]))
    return tuple(found), tuple(problems)


def left_unread(folder: Path, shown: Shown) -> Iterator[Problem]:
    """Tell of folders that cannot be opened, and of files that were meant to be YAML.

    Reports yaml-syntax and file-name-differs. Hidden folders are nobody's business.
    """
    if not folder.is_dir():
        return
    if not may_be_listed(folder):
        name = shown(folder / "x").removesuffix("/x")
        yield Problem(
            place=Place(name),
            rule="yaml-syntax",
            what=f"The folder {name} cannot be read: Permission denied.",
            mend="Ask whoever owns it for the right to open it (`chmod u+rx`).",
        )
        return
    with os.scandir(folder) as found:
        below = sorted((one for one in found if one.name[0] != "."), key=lambda one: one.name)
    for one in below:
        path = folder / one.name
        if one.is_dir(follow_symlinks=False):
            yield from left_unread(path, shown)
        elif path.suffix.lower() == ".txt" and path.with_suffix("").suffix in YAML:
            yield Problem(
                place=Place(shown(path)),
                rule="file-name-differs",
                what=f"`{path.name}` is not read: its name does not end in `.yml`.",
                mend=f"Rename it to `{path.stem}`, or move it elsewhere.",
            )


def _other_word(path: Path, shown: str, kind: type[Entry]) -> Problem:
    return Problem(
        place=Place(shown),
        rule="renamed-key",
        what=f"`{path.name}` is called `{kind.folder}` here.",
        mend=f"Rename it to `{kind.folder}`.",
        file_name=f"{kind.folder}{'' if path.is_dir() else path.suffix}",
    )
