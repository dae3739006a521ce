"""Mentions that led somewhere on one side and lead nowhere on the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_journeys.catalog.catalog import Catalog, Use
from mkdocs_journeys.catalog.context import in_context
from mkdocs_journeys.changes.names import Names
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.walk import mentions
from mkdocs_journeys.problems import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A mention that stands on both sides and leads to something in base only.

    ``user`` and ``home`` are what it stands in, as head calls them; ``target`` is what it led to,
    as base calls it. ``text`` is what the author wrote.
    """

    user: Key
    home: Key
    target: Key
    field: str
    text: str
    base: Place
    head: Place


def broken_links(names: Names, targets: Iterable[Key]) -> tuple[Broken, ...]:
    """Give the mentions of these things of base that stand in head still, and lead nowhere there.

    Only entries that mention one of them less often than before are looked into. What a file
    holds that cannot be read says nothing.
    """
    fewer: dict[Key, list[Use]] = defaultdict(list)
    for target in targets:
        if names.is_lost(names.head, target):
            continue
        there = names.in_head(target)
        still = Counter(use.home for use in names.head.used_by(there)) if there else Counter()
        by_home: dict[Key, list[Use]] = defaultdict(list)
        for use in names.base.used_by(target):
            by_home[use.home].append(use)
        for home, uses in by_home.items():
            if (now := names.in_head(home)) and still[now] < len(uses):
                fewer[home].extend(uses)
    return tuple(one for home, uses in fewer.items() for one in _broken_in(names, home, uses))


def _broken_in(names: Names, home: Key, uses: list[Use]) -> Iterator[Broken]:
    now = names.in_head(home)
    before, after = names.base.known[home].thing, now and names.head.known[now].thing
    if not now or not isinstance(before, Entry) or not isinstance(after, Entry):
        return
    texts = {(one.place, one.target): one.text for one in _mentions_in(names.base, before)}
    leading_nowhere: dict[tuple[Key, str, str], list[Place]] = defaultdict(list)
    for one in _mentions_in(names.head, after):
        if one.target is None:
            leading_nowhere[one.user, one.field, one.text].append(one.place)
    for use in uses:
        there, text = names.in_head(use.user), texts.get((use.place, use.target))
        if there is None or text is None:
            continue
        if places := leading_nowhere[there, use.field, text]:
            yield Broken(
                user=there,
                home=now,
                target=use.target,
                field=use.field,
                text=text,
                base=use.place,
                head=places.pop(0),
            )


class _Mention(NamedTuple):
    """A mention in an entry; ``target`` is None for one that leads nowhere."""

    user: Key
    field: str
    text: str
    place: Place
    target: Key | None


def _mentions_in(catalog: Catalog, entry: Entry) -> Iterator[_Mention]:
    for thing, user, _ in in_context(entry):
        for shape, ref in mentions(thing):
            yield _Mention(user, shape.key, ref.text, ref.place, catalog.meant(ref))
        for title, texts in (getattr(thing, "rows", None) or {}).items():
            place = thing.spot.of(f"rows.{title}", "rows")
            for text in texts:
                yield _Mention(user, "rows", text, place, catalog.in_rows.get((title, text)))
