"""Files that maps point to: pictures and sources, checked before anybody publishes them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import imagesize

from mkdocs_journeys.load.files import listing
from mkdocs_journeys.model.evidence import Evidence
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.picture import Picture
from mkdocs_journeys.model.walk import all_of
from mkdocs_journeys.nearest import did_you_mean
from mkdocs_journeys.problems import Place, Problem

MOST_BYTES = 512 * 1024
MOST_PIXELS = 2_048
SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"\xff\xd8\xff")


@dataclass(frozen=True, slots=True)
class Files:
    """The pictures that may be published, and what is wrong with the others."""

    pictures: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


def check_files(folder: Path, shown_as: str, things: Iterable[Thing]) -> Files:
    """Look at every file that a map points to; a path is relative to the YAML it stands in.

    Reports missing-file for one that is not there, lies outside the folder, or is no picture
    (PNG, JPEG, WebP or GIF by its content, at most 512 KiB and 2,048 pixels a side).
    """
    pictures: dict[str, str] = {}
    problems: list[Problem] = []
    root = os.path.realpath(folder)
    for told in things:
        for thing in all_of(told, (Picture, Evidence)):
            if isinstance(thing, Picture | Evidence) and thing.file:
                shown = picture_file(thing.spot.file, thing.file)
                path = _on_disk(shown, folder, shown_as)
                wrong = _wrong(path, root, is_picture=isinstance(thing, Picture))
                if wrong:
                    problems.append(_problem(thing.spot.of("file"), thing.file, *wrong))
                elif isinstance(thing, Picture) and shown:
                    pictures[shown] = str(path)
    return Files(tuple(sorted(pictures.items())), tuple(problems))


def picture_file(yaml_file: str, file: str) -> str | None:
    """Give the path of a file as authors see it, or None for one that no map may point to."""
    parts = list(PurePosixPath(yaml_file).parent.parts)
    for part in PurePosixPath(file.replace("\\", "/")).parts:
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part == "/" or ":" in part:
            return None
        else:
            parts.append(part)
    return str(PurePosixPath(*parts))


def _on_disk(shown: str | None, folder: Path, shown_as: str) -> Path | None:
    """Give where a file lies, or None where it leaves the folder of maps."""
    if shown is None or not PurePosixPath(shown).is_relative_to(shown_as):
        return None
    return folder / PurePosixPath(shown).relative_to(shown_as)


def _wrong(path: Path | None, root: str, *, is_picture: bool) -> tuple[str, str] | None:
    """Say what is wrong with a file and how to mend it, or None."""
    if path is None or not os.path.realpath(path).startswith(root + os.sep):
        return "lies outside the folder of maps", "Put it beside the YAML, and write its name here."
    # Not Path.is_file: until Python 3.13 it raises for a name that is too long for the disk.
    if not os.path.isfile(path):  # noqa: PTH113  # see above
        there = [one.name for one in listing(path.parent)]
        # Windows and macOS do not tell small letters from capitals, the server does.
        same = next((one for one in there if one.casefold() == path.name.casefold()), None)
        otherwise = "Put it beside the YAML, or correct its name here."
        mend = f"Did you mean `{same}`?" if same else did_you_mean(path.name, there, otherwise)
        return "is not there", mend
    if not is_picture:
        return None
    if path.stat().st_size > MOST_BYTES:
        return f"has more than {MOST_BYTES // 1024} KiB", "Save a smaller copy of it."
    size = picture_size(path)
    if size is None:
        return "is no PNG, JPEG, WebP or GIF", "Save it as PNG, and write that name here."
    if max(size) > MOST_PIXELS:
        what = f"is {size[0]} × {size[1]} pixels large; at most {MOST_PIXELS} a side are shown"
        return what, "Save a smaller copy of it."
    return None


def picture_size(path: Path) -> tuple[int, int] | None:
    """Give width and height in pixels, or None for what is no picture by its content."""
    with path.open("rb") as file:
        head = file.read(12)
    if not (head.startswith(SIGNATURES) or (head[:4] == b"RIFF" and head[8:] == b"WEBP")):
        return None
    try:
        width, height = imagesize.get(path)
    except ValueError:  # what follows the signature is no picture
        return None
    return (width, height) if width > 0 and height > 0 else None


def _problem(place: Place, file: str, what: str, mend: str) -> Problem:
    return Problem(place=place, rule="missing-file", what=f"`{file}` {what}.", mend=mend)
