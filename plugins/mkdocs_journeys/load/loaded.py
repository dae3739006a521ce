"""What stands in a folder of maps, read but not yet looked up."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.load.allowances import Allowance
from mkdocs_journeys.load.marked import Marked
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.handbook import Accepted, Handbook
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A thing whose file could not be read: its id is known, nothing else.

    ``problems`` are those that stand in its way, so that its page can say them. ``words`` are all
    words of the file that could be ids: what they name may be mentioned there.
    """

    key: Key
    file: str
    problems: tuple[Problem, ...]
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """All that a folder says, in the order of kinds and then of files.

    ``settings`` are the defaults where there is no handbook.yml, or where it cannot be read at all:
    then ``unread_settings`` are its words that could be ids or names, else None. ``pictures`` maps
    the file of each picture that a map shows, as authors see it, to where it lies on disk.
    ``stale`` are those files that cannot be read now and whose entries are those of an earlier
    reading. ``marked`` are the files that some rules look at closely, with their text.
    ``allowances`` are those of all files that can be read, sorted by place.
    """

    folder: str
    settings: Handbook
    unread_settings: frozenset[str] | None = None
    entries: tuple[Entry, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    problems: tuple[Problem, ...] = ()
    pictures: tuple[tuple[str, str], ...] = ()
    stale: tuple[Unreadable, ...] = ()
    marked: tuple[Marked, ...] = ()
    allowances: tuple[Allowance, ...] = ()

    @property
    def lost(self) -> tuple[Unreadable, ...]:
        """Give all that may be mentioned and cannot be read: the lifecycle in the settings too."""
        if self.unread_settings is None:
            return self.unreadable
        key, words = Key("lifecycle", ""), self.unread_settings
        settings = Unreadable(key=key, file=Handbook.file, problems=(), words=words)
        return (*self.unreadable, settings)
