"""The files that findings stand in, each read once, and whether they have changed since."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from mkdocs_journeys.load.limits import LIMITS, Limits
from mkdocs_journeys.load.source import Source

Stamp = tuple[int, int, int, int]
"""What tells one state of a file from another: inode, size, and when it was changed."""


class Sources:
    """Files by their names in places, read when they are first asked for."""

    def __init__(self, limits: Limits = LIMITS) -> None:
        """Begin with nothing read; no more of a file than ``limits`` allow will be."""
        self._limits = limits
        self._read: dict[str, Source | None] = {}

    def of(self, file: str) -> Source | None:
        """Give a file; None for what is none, is no text, or is too large to be a map."""
        if file not in self._read:
            self._read[file] = _read(Path(file), self._limits)
        return self._read[file]


def stamps(folders: Iterable[Path]) -> dict[str, Stamp]:
    """Give the state of every file in some folders, by its real path."""
    found: dict[str, Stamp] = {}
    for folder in folders:
        for here, _, names in os.walk(folder):
            for name in names:
                path = os.path.realpath(Path(here, name))
                if stamp := stamp_of(path):
                    found[path] = stamp
    return found


def stamp_of(path: str) -> Stamp | None:
    """Give the state of a file; None where there is none."""
    try:
        now = Path(path).stat()
    except OSError:
        return None
    return now.st_ino, now.st_size, now.st_mtime_ns, now.st_ctime_ns


def _read(path: Path, limits: Limits) -> Source | None:
    try:
        if not path.is_file() or path.stat().st_size > limits.file_bytes:
            return None
        return Source(str(path.as_posix()), path.read_bytes(), limits)
    except (OSError, UnicodeDecodeError):
        return None
