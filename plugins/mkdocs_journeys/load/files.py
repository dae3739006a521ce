"""The files of a folder of maps: which there are, and what is in them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from mkdocs_journeys.load.limits import Limits

YAML = (".yml", ".yaml")


def listing(folder: Path) -> list[Path]:
    """List a folder in the order of names, hidden things left out; nothing for no folder."""
    if not folder.is_dir():
        return []
    # By stem first: `switch.yml` comes before `switch-future.yml`, as people expect.
    paths = (path for path in folder.iterdir() if not path.name.startswith("."))
    return sorted(paths, key=lambda path: (path.stem, path.name))


def files_below(path: Path) -> Iterator[Path]:
    """Give the YAML files at and below a path, in the order of names."""
    if path.is_dir() and not path.is_symlink():
        for below in listing(path):
            if below.suffix in YAML or below.is_dir():
                yield from files_below(below)
    elif path.is_symlink() or path.suffix in YAML:
        yield path


def stays_inside(path: Path, folder: Path) -> bool:
    """Tell whether a path, all links followed, still lies in the folder."""
    return not path.is_symlink() or os.path.realpath(path).startswith(
        os.path.realpath(folder) + os.sep
    )


def bytes_of(path: Path, limits: Limits) -> bytes:
    """Read a file, one byte beyond the limit at most: enough to say that it is too large."""
    with path.open("rb") as file:
        # Asked for its own size and no more: room for the limit would be made for every file.
        size = os.fstat(file.fileno()).st_size
        return file.read(min(size, limits.file_bytes) + 1)


def text_of(path: Path, limits: Limits) -> str:
    """Give what can be read of a file that holds no map; nothing where even that is impossible."""
    try:
        return bytes_of(path, limits).decode("utf-8", errors="replace") if path.is_file() else ""
    except OSError:
        return ""
