"""Asks git for the releases of a handbook, and tells what each of them changed."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from mkdocs_journeys.catalog.audience import (
    ToldNow,
    internal_entries,
    shown_of_then,
    told_now,
)
from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.history.git_log import Tag, tags_of, trees_of
from mkdocs_journeys.history.kept import Kept, key_of
from mkdocs_journeys.history.reasons import Reasons, reasons_between
from mkdocs_journeys.history.release import History, Named, Release, Spot, Told
from mkdocs_journeys.history.tags import NOT_YET, VERSIONS, addresses, is_off, releases_among
from mkdocs_journeys.history.telling import told_of
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.load.known_files import KnownFiles
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.repository import GitError, Repository

SHALLOW = (
    "This clone is shallow, so there is no page of what changed from release to release. "
    "Fetch the history and its tags: `git fetch --unshallow --tags`."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which tags are releases, how many are compared, and where the repository is at its forge."""

    pattern: str = VERSIONS
    most: int = 12
    repo_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Then:
    """The handbook at a tag, all of it, and the files that it was read from."""

    commit: str
    whole: Catalog
    known: KnownFiles

    def shown(self, day: date, now: ToldNow | None) -> Catalog:
        """Give what may be shown of it, as of a day."""
        # What was worked out as of another day is forgotten.
        return shown_of_then(replace(self.whole, today=day, worked_out={}), now)


class Past:
    """What is known of releases, kept from one build of a server to the next.

    ``folder`` is where it is kept beyond that, None for nowhere. ``compared`` counts the pairs of
    releases that were compared, and not found there.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.compared = 0
        self.newest: Then | None = None
        self._all_told = Kept(Told, folder)
        self._reasons = Kept(Reasons, folder)

    def releases(self, maps: Path, wanted: Wanted) -> Releases | None:
        """Ask git for the releases of a folder of maps; None where there are none, or no git."""
        if is_off(wanted.pattern):
            return None
        try:
            repository = Repository.around(maps)
            path = repository.path_of(maps)
            if repository.is_shallow:
                return Releases(past=self, repository=repository, maps=maps, is_shallow=True)
            tags = releases_among(tags_of(repository), wanted.pattern)
            trees = trees_of(repository, [tag.commit for tag in tags], path)
        except (GitError, ValueError):
            return None
        there = tuple((tag, tree) for tag, tree in zip(tags, trees, strict=True) if tree)
        if not there:
            return None
        return Releases(
            past=self, repository=repository, maps=maps, path=path, tags=there, wanted=wanted
        )

    def told(self, key: str) -> Told | None:
        """Give what was told of two releases before."""
        return self._all_told.find(key)

    def keep(self, key: str, told: Told) -> None:
        """Keep what is told of two releases."""
        self.compared += 1
        self._all_told.put(key, told)

    def reasons(
        self,
        repository: Repository,
        commits: tuple[str, str],
        path: str,
        repo_url: str,
        spots: frozenset[Spot],
    ) -> Reasons:
        """Give why maps changed between two commits; git is asked once for each two."""
        # Who is called what may change without a commit.
        names = repository.top / ".mailmap" if repository.top else None
        mailmap = names.read_bytes() if names and names.is_file() else b""
        key = key_of((commits, path, repo_url, sorted(spots), mailmap))
        found = self._reasons.find(key)
        if found is None:
            found = reasons_between(repository, commits, path, repo_url, spots)
            self._reasons.put(key, found)
        return found


@dataclass(slots=True, kw_only=True)
class Releases:
    """The releases that git knows of a folder of maps. Touches nothing in the repository.

    ``tags`` come with one word for all that was in the folder, the newest first.
    """

    past: Past
    repository: Repository
    maps: Path
    path: str = ""
    tags: tuple[tuple[Tag, str], ...] = ()
    wanted: Wanted = field(default_factory=Wanted)
    is_shallow: bool = False
    _hidden: ToldNow | None = None
    _read: dict[str, Then] = field(default_factory=dict)

    @property
    def known(self) -> KnownFiles:
        """Give the files of the newest release, as far as this server has read them."""
        newest = self.past.newest
        is_it = newest and self.tags and newest.commit == self.tags[0][0].commit
        return dict(newest.known) if newest and is_it else {}

    def history(self, now: Catalog, shown: Catalog, known: KnownFiles) -> History:
        """Tell what each release changed, and first what is not released yet.

        ``now`` is all that was read of the folder, ``shown`` what may be shown of it, ``known``
        its files: what is the same at a tag is not read again.
        """
        if self.is_shallow:
            return History(notices=(SHALLOW,))
        self._hidden = told_now(now)
        names, notices = addresses(tag.name for tag, _ in reversed(self.tags))
        by_name = dict(zip((tag.name for tag, _ in reversed(self.tags)), names, strict=True))
        try:
            found = [*self._not_yet(now, shown, known)]
            for later, earlier in pairwise(self.tags[: max(self.wanted.most, 0) + 1]):
                found.append(self._release(later, earlier, by_name[later[0].name], now, known))
        except GitError as trouble:
            return History(notices=(f"There is no page of what changed: {trouble}",))
        compared = {release.name for release in found}
        return History(
            releases=tuple(found),
            older=tuple(
                Named(name=tag.name, when=tag.when)
                for tag, _ in self.tags
                if tag.name not in compared
            ),
            notices=notices,
        )

    def _not_yet(self, now: Catalog, shown: Catalog, known: KnownFiles) -> tuple[Release, ...]:
        """Compare the folder as it is with the newest release; nothing where it is the same."""
        tag = self.tags[0][0]
        folder = self.maps.resolve()
        changed = self.repository.changed_since(tag.commit)
        if not any(file.resolve().is_relative_to(folder) for file in changed):
            return ()
        base = self._then(tag, now, known)
        told = told_of(base.shown(now.today, self._hidden), shown)
        if not told.changes and not told.lost_after:
            return ()
        top = self.repository.top or folder
        unsaid = {
            file.relative_to(top).as_posix() for file in self.repository.changed_since("HEAD")
        }
        head = self.repository.commit("HEAD")
        release = self._told(tag, head, told, now, unsaid=frozenset(unsaid))
        self._hide(internal_entries(base.whole))
        return (replace(release, address=NOT_YET),)

    def _release(
        self,
        later: tuple[Tag, str],
        earlier: tuple[Tag, str],
        address: str,
        now: Catalog,
        known: KnownFiles,
    ) -> Release:
        day = later[0].when.date()
        hidden = self._hidden and (sorted(self._hidden.internal), sorted(self._hidden.quotes))
        key = key_of((earlier[1], later[1], day.isoformat(), now.loaded.folder, hidden))
        told = self.past.told(key)
        if told is None:
            head, base = (self._then(tag, now, known) for tag, _ in (later, earlier))
            internal = internal_entries(base.whole) | internal_entries(head.whole)
            if self._hidden:
                self._hide(internal)
            told = told_of(
                base.shown(day, self._hidden),
                head.shown(day, self._hidden),
                internal if self._hidden else frozenset(),
            )
            self.past.keep(key, told)
        self._hide(frozenset(told.internal))
        release = self._told(earlier[0], later[0].commit, told, now)
        return replace(release, name=later[0].name, address=address, when=later[0].when)

    def _hide(self, internal: frozenset[Key]) -> None:
        """Remember what was internal at a later time: no earlier one may tell it."""
        if self._hidden:
            self._hidden = replace(self._hidden, internal=self._hidden.internal | internal)

    def _told(
        self,
        before: Tag,
        head: str,
        told: Told,
        now: Catalog,
        unsaid: frozenset[str] = frozenset(),
    ) -> Release:
        """Put what is told and why together; files that are ``unsaid`` have no reason yet."""
        shown = f"{now.loaded.folder}/"
        top = "" if self.path == "." else f"{self.path}/"
        spots = [
            [(f"{top}{file.removeprefix(shown)}", line) for file, line in change.spots]
            for change in told.changes
        ]
        reasons = self.past.reasons(
            self.repository,
            (before.commit, head),
            self.path,
            self.wanted.repo_url,
            frozenset(spot for own in spots for spot in own),
        )
        # What colleagues say to each other, and their names, are not for everybody.
        said = reasons.why if self._hidden is None else ()
        known = {spot: why for spot, why in said if spot[0] not in unsaid}
        return Release(
            name="",
            address="",
            since=before.name,
            when=None,
            began=before.when,
            told=told,
            why=tuple(next((known[spot] for spot in own if spot in known), None) for own in spots),
            requests=reasons.requests,
            people=reasons.people,
        )

    def _then(self, tag: Tag, now: Catalog, known: KnownFiles) -> Then:
        """Read the handbook at a tag, once; only the last two are kept, and the newest."""
        is_newest = tag.commit == self.tags[0][0].commit
        if is_newest and self.past.newest and self.past.newest.commit == tag.commit:
            return self.past.newest
        if tag.commit not in self._read:
            with tempfile.TemporaryDirectory(prefix="journeys-") as beside:
                folder = Path(beside, "maps")
                self.repository.write_files(tag.commit, self.path, folder)
                loaded = load(folder, now.loaded.folder, known=known)
            whole = look_up(loaded, tag.when.date())
            while len(self._read) > 1:
                del self._read[next(iter(self._read))]
            self._read[tag.commit] = Then(commit=tag.commit, whole=whole, known=dict(known))
        if is_newest:
            self.past.newest = self._read[tag.commit]
        return self._read[tag.commit]
