"""Changes of a release as readers meet them: what, where, from what to what, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.changes.change import ChangeLevel
from mkdocs_journeys.history.release import FeltThen, Reason, Release, ToldChange
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.choice_words import choice_word
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.change_words import CHOSEN, about_in_words, is_about_itself, sort_of
from mkdocs_journeys.pages.link import Link
from mkdocs_journeys.pages.used_by import PLURALS


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """One change as a reader meets it.

    ``sort`` is added, changed or removed. ``thing`` is where it is, with no words where ``home``,
    the entry of the handbook that it belongs to, says enough; ``about`` is what of it. ``says`` is
    a sentence. ``before`` and ``after`` are empty where there is nothing; scores are as typed.
    ``release`` is the address of its release.
    """

    anchor: str
    sort: str
    level: ChangeLevel
    kind: str
    home: Link
    thing: Link
    about: str
    says: str
    before: str
    after: str
    is_feeling: bool
    reason: Reason | None
    release: str
    journeys: tuple[Key, ...]
    owners: tuple[tuple[Key, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryGroup:
    """The changes of one journey, or of all things of a kind that is none.

    ``name`` is that of the journey's key or the kind. ``felt`` is how the journey felt before and
    after, None where that is the same.
    """

    name: str
    title: str
    note: str
    to: Key | None
    rows: tuple[EntryRow, ...]
    felt: FeltThen | None


def rows_of(catalog: Catalog, release: Release) -> tuple[EntryRow, ...]:
    """Give all changes of a release, what matters most first; links lead to what is there now."""
    return tuple(
        _row(catalog, release, change, why)
        for change, why in zip(release.told.changes, release.why, strict=True)
    )


def groups_of(catalog: Catalog, release: Release, rows: Iterable[EntryRow]) -> Iterator[EntryGroup]:
    """Give changes by journey, in the order of what matters most, then by kind of thing."""
    titles = {key: (title, state) for key, title, state in release.told.journeys}
    felt = {one.journey: one for one in release.told.felt}
    found: dict[tuple[bool, str, Key | None], list[EntryRow]] = defaultdict(list)
    for row in rows:
        own = row.journeys[0] if row.kind == "journey" else None
        found[own is None, own.id if own else row.kind, own].append(row)
    # Python keeps the order in which groups began; journeys come before all else.
    for (_is_other, name, key), own_rows in sorted(found.items(), key=lambda item: item[0][0]):
        title, state = titles.get(key, ("", "")) if key else ("", "")
        yield EntryGroup(
            name=f"journey-{name}" if key else name,
            title=title if key else _(PLURALS.get(name, name)),
            note=choice_word(state) if state else "",
            to=there_now(catalog, key) if key else None,
            rows=tuple(own_rows),
            felt=felt.get(key) if key else None,
        )


def there_now(catalog: Catalog, key: Key) -> Key | None:
    """Give what something is called now; None where it is gone."""
    now = catalog.former.get(key, key)
    return now if now in catalog.known else None


def _row(catalog: Catalog, release: Release, change: ToldChange, why: Reason | None) -> EntryRow:
    return EntryRow(
        anchor=f"change-{change.fingerprint}",
        sort=sort_of(change),
        level=change.level,
        kind=change.home.kind,
        home=Link(text=change.where[0], to=there_now(catalog, change.home)),
        thing=_thing(catalog, change),
        about=about_in_words(change),
        says=change.what,
        before=_value(change, change.before),
        after=_value(change, change.after),
        is_feeling=change.name.startswith("emotion-"),
        reason=why,
        release=release.address,
        journeys=change.journeys,
        owners=change.owners,
    )


def _thing(catalog: Catalog, change: ToldChange) -> Link:
    """Give where it is: the thing, or what was around the one that came or went."""
    where = change.where[1:]
    if is_about_itself(change):
        return Link(text=where[-2] if len(where) > 1 else "", to=None)
    is_own = change.key == change.home
    return Link(
        text="" if is_own or not where else where[-1],
        to=None if is_own else there_now(catalog, change.key),
    )


def _value(change: ToldChange, value: str) -> str:
    """Say a word of the model in the reader's language; all else as the author wrote it."""
    return choice_word(value.replace(" ", "-")) if value and change.name in CHOSEN else value
