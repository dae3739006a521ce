"""The files of a folder of maps: which there are, and what is in them."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from mkdocs_journeys.load.limits import Limits

YAML = (".yml", ".yaml")


def listing(folder: Path) -> list[Path]:
    """List a folder in the order of names, hidden things left out; nothing for no folder."""
    if not is_folder(folder) or not may_be_listed(folder):
        return []
    paths = (path for path in folder.iterdir() if not path.name.startswith("."))
    return sorted(paths, key=lambda path: _by_stem(path.name))


def files_below(path: Path) -> Iterator[Path]:
    """Give the YAML files at and below a path, in the order of names."""
    if path.is_dir() and not path.is_symlink():
        yield from _files_in(path)
    elif path.is_symlink() or path.suffix in YAML:
        yield path


def _files_in(folder: Path) -> Iterator[Path]:
    if not may_be_listed(folder):
        return
    # What a folder says of its files is enough: to ask of each of thousands again takes longer.
    with os.scandir(folder) as found:
        below = sorted(found, key=lambda one: _by_stem(one.name))
    for one in below:
        if one.name.startswith("."):
            continue
        path = folder / one.name
        if one.is_dir(follow_symlinks=False):
            yield from _files_in(path)
        elif one.name.endswith(YAML) or (one.is_symlink() and path.is_dir()):
            yield path


def may_be_listed(folder: Path) -> bool:
    """Tell whether we may see what lies in a folder, and open it."""
    return os.access(folder, os.R_OK | os.X_OK)


def shut_folders(folder: Path) -> Iterator[Path]:
    """Give each folder at and below this one that we may not open; hidden ones left out."""
    if not may_be_listed(folder):
        yield folder
        return
    for path in listing(folder):
        if not path.is_symlink() and is_folder(path):
            yield from shut_folders(path)


def is_folder(path: Path) -> bool:
    """Tell whether a folder lies there; false too where we may not even look."""
    return os.path.isdir(path)  # noqa: PTH112  # Path.is_dir raises where a folder is shut


def is_file(path: Path) -> bool:
    """Tell whether a file lies there; false too where we may not even look."""
    return os.path.isfile(path)  # noqa: PTH113  # Path.is_file raises where a folder is shut


def _by_stem(name: str) -> tuple[str, str]:
    """Sort by stem first: `switch.yml` comes before `switch-future.yml`, as people expect."""
    stem, dot, suffix = name.rpartition(".")
    return (stem if dot and stem and suffix else name), name


def stays_inside(path: Path, folder: Path) -> bool:
    """Tell whether a path, all links followed, still lies in the folder."""
    return not path.is_symlink() or os.path.realpath(path).startswith(
        os.path.realpath(folder) + os.sep
    )


def is_own_file(path: Path) -> bool:
    """Tell whether a file itself lies there: no link, no folder, no pipe, and not nothing."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def bytes_of(path: Path, limits: Limits) -> bytes:
    """Read a file, one byte beyond the limit at most: enough to say that it is too large."""
    with path.open("rb") as file:
        # Asked for its own size and no more: room for the limit would be made for every file.
        size = os.fstat(file.fileno()).st_size
        return file.read(min(size, limits.file_bytes) + 1)


def text_of(path: Path, limits: Limits) -> str:
    """Give what can be read of a file that holds no map; nothing where even that is impossible."""
    try:
        data = bytes_of(path, limits) if is_file(path) else b""
    except OSError:
        return ""
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.decode("utf-16" if is_wide else "utf-8", errors="replace")
