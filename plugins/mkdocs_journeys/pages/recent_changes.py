"""The newest changes of one thing, for the page that it has."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.changes import ReleaseLink
from mkdocs_journeys.pages.release_rows import EntryRow


@dataclass(frozen=True, slots=True, kw_only=True)
class RecentChanges:
    """The newest changes, each with its release; ``left`` counts the older ones.

    ``latest`` is the release of the newest, ``since`` the one before it. ``more`` is where all of
    them are, ``narrowed`` what its list is to be narrowed by: a name and a value, or empty.
    """

    rows: tuple[tuple[ReleaseLink, EntryRow], ...]
    left: int
    latest: ReleaseLink
    since: str
    more: Key
    narrowed: tuple[str, str] = ("", "")
