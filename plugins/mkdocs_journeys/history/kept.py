"""What was worked out of two releases, kept: in memory, and from one build to the next."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from mkdocs_journeys.kept_files import keep, read_kept

_ROOMS = ("catalog", "changes", "diagrams", "history", "load", "model")
"""The rooms that decide what is told: when one of their files changes, all is compared anew."""

T = TypeVar("T")


class Kept(Generic[T]):
    """Keeps values of one type. ``folder`` is where, beyond this process; None for nowhere.

    Never empties the folder. ``reused`` counts what was found there.
    """

    def __init__(self, of: type[T], folder: Path | None) -> None:
        self.reused = 0
        self._as_text = TypeAdapter(of)
        self._folder = folder
        self._here: dict[str, T] = {}

    def find(self, key: str) -> T | None:
        """Give what is kept under a key, None for nothing or for what cannot be trusted."""
        if key in self._here:
            return self._here[key]
        content = read_kept(self._file(key), key) if self._folder else None
        if content is None:
            return None
        try:
            value = self._as_text.validate_json(content)
        except ValidationError:
            return None
        self.reused += 1
        self._here[key] = value
        return value

    def put(self, key: str, value: T) -> None:
        """Keep it; in memory alone where the folder cannot be written."""
        self._here[key] = value
        if self._folder is None:
            return
        try:
            keep(self._file(key), key, self._as_text.dump_json(value))
        except OSError:
            self._folder = None

    def _file(self, key: str) -> Path:
        assert self._folder is not None, "asked for only where there is a folder"
        return self._folder / f"{key}.release"


def key_of(made_from: tuple[object, ...]) -> str:
    """Name what is made from these values by the code as it is now."""
    text = repr((made_from, _fingerprint()))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _fingerprint() -> str:
    top = files("mkdocs_journeys")
    digest = hashlib.sha256()
    for room in _ROOMS:
        for file in sorted(_python(top / room), key=lambda file: file.name):
            # Checked out with other line ends, it is the same code.
            digest.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def _python(room: Traversable) -> list[Traversable]:
    return [file for file in room.iterdir() if file.name.endswith(".py")]
