"""Which tags are releases, and where each lives in the site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase

from slugify import slugify

from mkdocs_journeys.history.git_log import Tag
from mkdocs_journeys.model.kinds import KINDS

VERSIONS = "versions"
"""The pattern that stands for tags which look like a version: `2026.08`, `v1.4.0`."""

NOT_YET = "next"
"""The address of what is not released."""

_VERSION = re.compile(r"v?\d+(\.\d+)*", re.IGNORECASE)
_TAKEN = frozenset({NOT_YET, "feed.xml", *(kind.folder for kind in KINDS)})


def is_off(pattern: str) -> bool:
    """Tell whether somebody wants no releases at all."""
    return pattern.strip().casefold() in ("", "none")


def releases_among(tags: Iterable[Tag], pattern: str) -> tuple[Tag, ...]:
    """Give the tags that are releases, by a pattern as file names have them."""
    if pattern == VERSIONS:
        return tuple(tag for tag in tags if _VERSION.fullmatch(tag.name))
    return tuple(tag for tag in tags if fnmatchcase(tag.name, pattern))


def addresses(names: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give a part of an address for each name, the oldest name first, and a word on collisions.

    Letters, digits and dots stay as they are; all else is a hyphen. Two names that would get the
    same get a number: file systems of some readers do not tell capitals apart.
    """
    taken: dict[str, str] = {}
    found: list[str] = []
    notices: list[str] = []
    for name in names:
        wanted = slugify(name, regex_pattern=r"[^-A-Za-z0-9.]+", lowercase=True).strip("-.")
        wanted = own = re.sub(r"\.{2,}", ".", wanted) or "release"
        number = 2
        while own in taken or own in _TAKEN:
            own, number = f"{wanted}-{number}", number + 1
        if own != wanted and wanted in taken:
            notices.append(
                f"The releases {taken[wanted]} and {name} would have one address; "
                f"{name} is at changes/{own}/."
            )
        taken[own] = name
        found.append(own)
    return tuple(found), tuple(notices)
