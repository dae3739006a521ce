"""A handbook before it lies on disk, and how it comes there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.properties.said import Said
from tests.properties.values import DOT, PICTURE


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A handbook before it lies on disk: files below maps/, and what each entry says."""

    files: dict[str, str]
    said: dict[str, Said]

    def lay(self, maps: Path, *, backwards: bool = False) -> Path:
        """Write the files into an empty folder, the last one first if ``backwards``."""
        names = sorted(self.files, reverse=backwards)
        for name in names:
            lay_file(maps / name, self.files[name].encode())
        lay_file(maps / PICTURE, DOT)
        return maps


def lay_file(path: Path, data: bytes) -> None:
    """Write a file, and the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
