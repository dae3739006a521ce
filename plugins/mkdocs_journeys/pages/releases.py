"""What changed from release to release: all of it in one list, and a page for each release."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.changes.change import CHANGE_LEVELS
from mkdocs_journeys.history.release import Figures, History, Named, Release
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import ngettext, pgettext
from mkdocs_journeys.model.choice_words import choice_word
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.kinds import KINDS
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.changes import CHANGES, ReleaseLink, level_in_words
from mkdocs_journeys.pages.choices import Choice, Choices, narrowing
from mkdocs_journeys.pages.link import Link
from mkdocs_journeys.pages.page import Later, Page
from mkdocs_journeys.pages.release_rows import EntryGroup, EntryRow, groups_of, rows_of, there_now

MOST_ROWS = 150
"""So many changes stand on one page of a release, so that it arrives in 80 KB."""

MOST_IN_LIST = 200
"""So many changes stand in the list of all: those of whole releases, the newest first."""

SORTS = ("added", "changed", "removed")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseFacts:
    """All that a page of a release tells.

    ``sorts`` count what was added, changed and removed, ``feelings`` what feels better and worse.
    ``parts`` are the pages of a release that fills several; empty where it is one. ``lost`` pair
    the name of a release with the files that cannot be read there.
    """

    title: str
    since: Link
    day: date | None
    lasting: str
    requests: int
    people: int
    figures: Figures
    changes: int
    sorts: tuple[tuple[str, int], ...]
    feelings: tuple[int, int]
    groups: tuple[EntryGroup, ...]
    names: tuple[str, str]
    parts: tuple[Link, ...]
    part: int
    lost: tuple[tuple[str, tuple[str, ...]], ...]
    all: Key


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasesFacts:
    """All releases; ``sections`` pair those whose changes stand in the list with their changes.

    ``older`` are releases that are only named.
    """

    releases: tuple[ReleaseLink, ...]
    older: tuple[Named, ...]
    sections: tuple[tuple[ReleaseLink, str, tuple[EntryRow, ...]], ...]
    rows: int
    narrowing: tuple[Choices, ...]


def release_pages(
    catalog: Catalog, history: History | None, *, is_preview: bool = False
) -> Iterator[Page]:
    """Give the pages of what changed; none without a release.

    In a preview, the list of all changes is that of the edit.
    """
    if history is None or history.is_empty:
        return
    rows = {release.address: rows_of(catalog, release) for release in history.releases}
    if not is_preview:
        yield _list_page(catalog, history, rows)
    for release in history.releases:
        yield from _release(catalog, history, release, rows[release.address])


def release_links(history: History | None) -> tuple[ReleaseLink, ...]:
    """Give all releases that have a page, the newest first."""
    return tuple(
        ReleaseLink(
            title=called(release),
            to=release_key(release),
            day=release.when.date() if release.when else None,
            changes=len(release.told.changes),
        )
        for release in (history.releases if history else ())
    )


def release_key(release: Release) -> Key:
    """Name the page of a release."""
    return page_key(f"changes/{release.address}")


def called(release: Release) -> str:
    """Give the name of a release, or words for what is not released yet."""
    return release.name or _("Since %(release)s") % {"release": release.since}


def _list_page(catalog: Catalog, history: History, rows: dict[str, tuple[EntryRow, ...]]) -> Page:
    listed: list[tuple[ReleaseLink, str, tuple[EntryRow, ...]]] = []
    count = 0
    for release, link in zip(history.releases, release_links(history), strict=True):
        own = rows[release.address]
        # At least the newest release, however much it changed.
        if listed and count + len(own) > MOST_IN_LIST:
            break
        listed.append((link, release.address, own[:MOST_IN_LIST]))
        count += len(listed[-1][2])
    in_list = tuple(row for _link, _address, own in listed for row in own)
    return Page(
        key=CHANGES,
        title=_("What changed"),
        template="releases",
        facts=ReleasesFacts(
            releases=release_links(history),
            older=history.older,
            sections=tuple(one for one in listed if one[2]),
            rows=len(in_list),
            narrowing=_narrowing(catalog, history, in_list),
        ),
        above=HOME,
        lede=_("What changed for customers from release to release, in their words."),
        hides=("navigation",),
    )


def _release(
    catalog: Catalog, history: History, release: Release, rows: tuple[EntryRow, ...]
) -> Iterator[Page]:
    chunks = [rows[start : start + MOST_ROWS] for start in range(0, len(rows), MOST_ROWS)] or [()]
    first = release_key(release)
    keys = [first, *(page_key(f"{first.id}/{number}") for number in range(2, len(chunks) + 1))]
    title = (
        _("What changed in %(release)s") % {"release": release.name}
        if release.name
        else called(release)
    )
    for number, (key, chunk) in enumerate(zip(keys, chunks, strict=True), 1):
        yield Page(
            key=key,
            title=title if number == 1 else f"{title} ({number})",
            template="release",
            facts=Later(_facts, catalog, history, release, rows, chunk, tuple(keys), number),
            above=CHANGES if number == 1 else first,
            lede=_("Compared with %(release)s.") % {"release": release.since},
            words=" ".join(f"{row.home.text}: {row.says}." for row in chunk),
            hides=("navigation",),
            is_listed=number == 1,
        )


def _facts(
    catalog: Catalog,
    history: History,
    release: Release,
    rows: tuple[EntryRow, ...],
    chunk: tuple[EntryRow, ...],
    keys: tuple[Key, ...],
    number: int,
) -> ReleaseFacts:
    counts = Counter(row.sort for row in rows)
    named = Counter(change.name for change in release.told.changes)
    before = next((one for one in history.releases if one.name == release.since), None)
    ended = release.when.date() if release.when else catalog.today
    told = release.told
    return ReleaseFacts(
        title=_("What changed since %(release)s") % {"release": release.since},
        since=Link(text=release.since, to=release_key(before) if before else None),
        day=release.when.date() if release.when else None,
        lasting=lasting((ended - release.began.date()).days),
        requests=release.requests,
        people=release.people,
        figures=told.figures,
        changes=len(rows),
        sorts=tuple((sort, counts[sort]) for sort in SORTS if counts[sort]),
        feelings=(named["emotion-raised"], named["emotion-dropped"]),
        groups=tuple(groups_of(catalog, release, chunk)),
        names=(release.since, release.name or _("now")),
        parts=tuple(
            Link(text=str(place), to=key, note="here" if place == number else "")
            for place, key in enumerate(keys, 1)
        )
        if len(keys) > 1
        else (),
        part=number,
        lost=tuple(
            (name, files)
            for name, files in (
                (release.since, told.lost_before),
                (release.name or _("now"), told.lost_after),
            )
            if files
        ),
        all=CHANGES,
    )


def lasting(days: int) -> str:
    """Say how long something took: *3 months*, *12 days*; nothing for less than a day."""
    months = round(days / 30.44)
    if months > 1:
        return ngettext("%(num)d month", "%(num)d months", months) % {"num": months}
    return ngettext("%(num)d day", "%(num)d days", days) % {"num": days} if days > 0 else ""


def _narrowing(
    catalog: Catalog, history: History, rows: tuple[EntryRow, ...]
) -> tuple[Choices, ...]:
    titles = {key: title for one in history.releases for key, title, _state in one.told.journeys}
    owners = {key: title for row in rows for key, title in row.owners}
    kinds = {kind.key_kind: choice_word(kind.key_kind) for kind in KINDS}
    levels = {str(level): level_in_words(level) for level in CHANGE_LEVELS}
    return narrowing(
        _choices(
            "release",
            _("Release"),
            [(row.release,) for row in rows],
            {one.address: called(one) for one in history.releases},
        ),
        _choices(
            "journey",
            _("Journey"),
            [tuple(now_called(catalog, key) for key in row.journeys) for row in rows],
            _by_id(catalog, titles),
        ),
        _choices(
            "owner",
            _("Owner"),
            [tuple(now_called(catalog, key) for key, _title in row.owners) for row in rows],
            _by_id(catalog, owners),
        ),
        _choices("level", _("Level"), [(row.level,) for row in rows], levels),
        _choices("kind", _("Kind"), [(row.kind,) for row in rows], kinds),
    )


def now_called(catalog: Catalog, key: Key) -> str:
    """Give the id of a thing now, else the last that it had."""
    now = there_now(catalog, key)
    return (now or key).id


def _by_id(catalog: Catalog, titles: dict[Key, str]) -> dict[str, str]:
    """Give what things are called now, else then, by their ids; in the order of the words."""
    found: dict[str, str] = {}
    for key, title in titles.items():
        now = there_now(catalog, key)
        found.setdefault((now or key).id, catalog.title(now) if now else title)
    return dict(sorted(found.items(), key=lambda item: (item[1].casefold(), item[0])))


def _choices(
    name: str, label: str, items: Iterable[tuple[str, ...]], titles: dict[str, str]
) -> Choices:
    about = [set(values) for values in items]
    counts = Counter(value for values in about for value in values)
    return Choices(
        name=name,
        label=label,
        everything=pgettext("everything in a list", "All"),
        choices=tuple(
            Choice(value=value, title=titles.get(value) or value, count=counts[value])
            for value in dict.fromkeys((*titles, *sorted(counts)))
            if counts[value]
        ),
        of=len(about),
    )
