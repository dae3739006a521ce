"""While a map is being mended, what it said before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mkdocs_journeys.load.loaded import Loaded
from mkdocs_journeys.load.pictures import picture_file
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.kinds import KINDS
from mkdocs_journeys.model.picture import Picture
from mkdocs_journeys.model.walk import all_of


def keep_last_good(loaded: Loaded, before: Loaded) -> Loaded:
    """Give what was read, with the entries of unreadable files as they were read before.

    A file that was never readable stays unreadable. The problems stay too: the entries kept are
    the last good ones, not good ones. Pictures are those of what was read and of what is kept.
    """
    held = {entry.spot.file for entry in before.entries}
    stale = tuple(lost for lost in loaded.unreadable if lost.file in held)
    files = {lost.file for lost in stale}
    present = {entry.key for entry in loaded.entries}
    kept = [
        entry for entry in before.entries if entry.spot.file in files and entry.key not in present
    ]
    shown = {
        picture_file(entry.spot.file, one.file)
        for entry in kept
        for one in all_of(entry, (Picture,))
        if isinstance(one, Picture) and one.file
    }
    # One that is gone from the disk would end the whole build when it is copied.
    still = {name: path for name, path in before.pictures if name in shown and Path(path).is_file()}
    return replace(
        loaded,
        entries=tuple(sorted([*loaded.entries, *kept], key=_order)),
        unreadable=tuple(lost for lost in loaded.unreadable if lost not in stale),
        pictures=tuple(sorted({**still, **dict(loaded.pictures)}.items())),
        stale=stale,
    )


def _order(entry: Entry) -> tuple[int, str]:
    """Sort as a folder is read: by kind, then by file; entries of one file keep their order."""
    return KINDS.index(type(entry)), entry.spot.file.rpartition(".")[0]
