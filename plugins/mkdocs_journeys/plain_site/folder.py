"""A folder that is written whole: the old one stays until the new one is complete."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs_journeys.plain_site.site import WrittenFile
from mkdocs_journeys.swap import beside

MARK = ".journeys-written"
"""A list of what was written, so that nothing that somebody added is ever lost."""

BUILT = "site"
"""What generators make inside of it; it stays."""


class NotOurs(Exception):  # noqa: N818 - it is an answer, not an error of ours
    """The folder holds something that was not written by this command; the message names it."""


def see_whether_ours(folder: Path, *, overwrite: bool) -> None:
    """Raise NotOurs where a folder holds what this command did not write there.

    What begins with a dot does not count: it stays. With ``overwrite``, all else may go; a file
    in the place of the folder may not.
    """
    if not folder.exists():
        return
    if not folder.is_dir():
        raise NotOurs("it is a file. Name another folder.")
    mark = folder / MARK
    written = set(mark.read_text("utf-8").splitlines()) if mark.is_file() else set()
    foreign = sorted(name for name in _names_in(folder) if name not in written)
    if foreign and not overwrite:
        more = f" and {len(foreign) - 1} more" if len(foreign) > 1 else ""
        raise NotOurs(
            f"`{foreign[0]}`{more} was not written by this command. Name another folder, or "
            "write `--overwrite` if all that is in it may go."
        )


def put(folder: Path, files: Iterable[WrittenFile]) -> int:
    """Write files to a folder instead of what is there; gives how many they are.

    They are written beside it and put in its place when all are there. Where that fails, the old
    folder stays as it was. Raises CannotSwap, and OSError.
    """
    with beside(folder) as place:
        names = sorted(set(_write(place.new, files)))
        (place.new / MARK).write_text("".join(f"{name}\n" for name in names), "utf-8", newline="\n")
        if (folder / MARK).is_file() and (folder / BUILT).is_dir():
            shutil.copytree(folder / BUILT, place.new / BUILT, copy_function=_linked)
        place.put_in()
    return len(names)


def _names_in(folder: Path) -> Iterator[str]:
    """Give all that lies in a folder, but for what stays in it."""
    stays = (BUILT,) if (folder / MARK).is_file() else ()
    for path in folder.rglob("*"):
        name = path.relative_to(folder)
        is_kept = name.parts[0].startswith(".") or name.parts[0] in stays
        if not is_kept and (path.is_symlink() or not path.is_dir()):
            yield name.as_posix()


def _write(folder: Path, files: Iterable[WrittenFile]) -> Iterator[str]:
    for one in files:
        path = folder / one.uri
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(one.content, Path):
            shutil.copyfile(one.content, path)
        else:
            path.write_text(one.content, "utf-8", newline="\n")
        yield one.uri


def _linked(source: str, goal: str) -> None:
    try:
        os.link(source, goal)
    except OSError:
        shutil.copy2(source, goal)
