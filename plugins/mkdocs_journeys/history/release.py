"""What is known of the releases of a handbook, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mkdocs_journeys.changes.change import ChangeLevel
from mkdocs_journeys.model.key import Key

Spot = tuple[str, int]
"""A file and a line of it as it is now, from 1; of the file as it was, from -1; 0 for all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldChange:
    """One change, as it is kept: what `Change` says, without the handbooks that it is between.

    ``fields`` lead on from the thing to what is not the same; empty where it is the thing itself.
    ``spots`` are where it is said, what tells most of its reason first. ``owners`` are the
    stakeholders who answer for it on either side, ``journeys`` the map that it is in, else those
    that use the thing.
    """

    name: str
    level: ChangeLevel
    key: Key
    home: Key
    fields: tuple[str, ...]
    where: tuple[str, ...]
    what: str
    before: str
    after: str
    fingerprint: str
    spots: tuple[Spot, ...]
    owners: tuple[tuple[Key, str], ...]
    journeys: tuple[Key, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How the handbook stood before and after.

    The means are from -2 to 2 over the current maps, each counted once, or None without scores.
    ``fixed`` and ``new`` count the moments of truth that no longer fail and that fail now.
    ``maps_in_date`` and ``overdue`` count reviews as of the day of the release.
    """

    mean_before: float | None
    mean_after: float | None
    failing_before: int
    failing_after: int
    fixed: int
    new: int
    maps: int
    maps_in_date: int
    overdue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Felt:
    """One scored part of a journey: how far along the way, from 0 to 1, and its score, -2 to 2.

    ``score`` is None where nobody scored it. ``is_moved``: on the other side it is another one.
    """

    way: float
    score: float | None
    is_moved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FeltThen:
    """How a journey felt before and after."""

    journey: Key
    before: tuple[Felt, ...]
    after: tuple[Felt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All that differs between two states of a handbook, what matters most first.

    ``journeys`` say what changed journeys are called and whether each is current or future.
    ``lost_before`` and ``lost_after`` are the files of either side that cannot be read.
    ``internal`` are the entries that were left out on either side: they were for those inside.
    """

    changes: tuple[ToldChange, ...]
    figures: Figures
    journeys: tuple[tuple[Key, str, str], ...] = ()
    felt: tuple[FeltThen, ...] = ()
    lost_before: tuple[str, ...] = ()
    lost_after: tuple[str, ...] = ()
    internal: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a map changed, as the last merge or commit says.

    ``number`` is that of the pull request as the forge writes it, ``#214`` or ``!12``, ``href``
    where it is; both empty where nobody said so.
    """

    text: str
    number: str
    href: str
    author: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One release beside the one before it.

    ``name`` is empty and ``when`` None for what is not released yet. ``address`` is its part of the
    address, ``since`` the name of the release before. ``why`` are the reasons of its changes,
    in their order, None where nobody said one. ``requests`` and ``people`` count pull requests that
    were merged and those who took part.
    """

    name: str
    address: str
    since: str
    when: datetime | None
    began: datetime
    told: Told
    why: tuple[Reason | None, ...]
    requests: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A release that is only named: what it changed is not told."""

    name: str
    when: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The releases of a handbook, the newest first; ``older`` are those that are only named.

    ``notices`` are for the person who builds.
    """

    releases: tuple[Release, ...] = ()
    older: tuple[Named, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.releases and not self.older
