"""What an edit changes, beside the handbook as it is now: for those who review it.

These pages are there only in a preview that is compared with a base.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.changes.change import CHANGE_LEVELS, Change, ChangeLevel
from mkdocs_journeys.changes.compare import changes_in, compared
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.map_pair import MapPair
from mkdocs_journeys.diagrams.flow import flow_of
from mkdocs_journeys.diagrams.graph import Graph
from mkdocs_journeys.diagrams.merged_flow import merged_flow
from mkdocs_journeys.diagrams.two_curves import TwoCurves, stage_pairs, two_curves_of
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import later, ngettext
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.kinds import KINDS
from mkdocs_journeys.pages.address import HOME, anchor_of_change, changed_key, page_key
from mkdocs_journeys.pages.changed_steps import StepRow, steps_of
from mkdocs_journeys.pages.choices import Choices, by_words, narrowing
from mkdocs_journeys.pages.link import Link
from mkdocs_journeys.pages.page import Page

CHANGES = page_key("changes")
LEVELS: dict[ChangeLevel, str] = {
    "breaking": later("Breaking"),
    "significant": later("Significant"),
    "minor": later("Minor"),
    "editorial": later("Editorial"),
}
_NOUNS = {kind.key_kind: kind.noun for kind in KINDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What a preview is compared with: the handbook as it was there.

    ``name`` is what somebody calls it, mostly a branch, ``commit`` its hash.
    """

    name: str
    commit: str
    catalog: Catalog


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseLink:
    """One release in the list of all; ``day`` is None for what is not released yet."""

    title: str
    to: Key
    day: date | None
    changes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One change as a reviewer reads it.

    ``says`` is a sentence, ``what`` the same without the entry's title, for its own page. ``thing``
    leads to what changed, and nowhere where that is gone. ``before`` and ``after`` are empty where
    there is nothing. ``affects`` are those who use it.
    """

    anchor: str
    level: ChangeLevel
    noun: str
    says: str
    what: str
    thing: Link
    before: str
    after: str
    affects: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedThing:
    """All changes in one entry of the handbook, what matters most first.

    ``page`` is where they are told in full.
    """

    thing: Link
    page: Key
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesFacts:
    """All changes against a base, what matters most first, with what they can be narrowed by.

    ``releases`` stand below it: what changed before this edit.
    """

    things: tuple[ChangedThing, ...]
    rows: tuple[ChangeRow, ...]
    narrowing: tuple[Choices, ...]
    releases: tuple[ReleaseLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFacts:
    """One thing before and after; the pictures are None where there is nothing to compare.

    ``base`` is what it is compared with. ``steps`` are those of a map, in the order of head; what
    is gone stands behind the step that it followed.
    """

    base: str
    thing: Link
    rows: tuple[ChangeRow, ...]
    steps: tuple[StepRow, ...]
    flow: Graph | None
    curves: TwoCurves | None


def change_pages(
    catalog: Catalog, base: Base, releases: tuple[ReleaseLink, ...] = ()
) -> Iterator[Page]:
    """Give the list of all changes, and a page for each thing that is not the same.

    ``releases`` are those that stand below the list.
    """
    comparison = compared(base.catalog, catalog)
    changes = changes_in(comparison)
    titles = _Titles(catalog, base.catalog)
    rows = tuple(_row(titles, change) for change in changes)
    by_home: dict[Key, list[ChangeRow]] = defaultdict(list)
    for change, row in zip(changes, rows, strict=True):
        by_home[change.home].append(row)
    things = tuple(
        ChangedThing(thing=titles.link(home), page=changed_key(home), rows=tuple(found))
        for home, found in by_home.items()
    )
    against = {"base": base.name, "commit": base.commit[:10]}
    yield Page(
        key=CHANGES,
        title=_("Changes"),
        template="changes",
        facts=ChangesFacts(
            things=things,
            rows=rows,
            narrowing=_narrowing(rows),
            releases=releases,
        ),
        above=HOME,
        lede=_("This handbook against %(base)s (%(commit)s).") % against,
        words=" ".join(row.says for row in rows),
    )
    pairs = {pair.journey.head.key: pair for pair in comparison.maps}
    for thing, home in zip(things, by_home, strict=True):
        pair = pairs.get(home)
        yield Page(
            key=thing.page,
            title=_("%(thing)s: what changed") % {"thing": thing.thing.text},
            template="changed",
            facts=ChangedFacts(
                base=base.name,
                thing=thing.thing,
                rows=thing.rows,
                steps=tuple(steps_of(comparison, pair)) if pair else (),
                flow=both_flows(comparison, pair) if pair else None,
                curves=both_curves(comparison, pair) if pair else None,
            ),
            # Two curves on one axis need the room.
            hides=("navigation", "toc") if pair else (),
            above=CHANGES,
            lede=changes_in_words(len(thing.rows), base.name),
        )


def with_ways(pages: tuple[Page, ...], about: tuple[Page, ...]) -> tuple[Page, ...]:
    """Give pages with the way from each to what changed of it; ``about`` are those of changes."""
    told = {
        page.facts.thing.to: Link(text=page.lede, to=page.key)
        for page in about
        if isinstance(page.facts, ChangedFacts) and page.facts.thing.to
    }
    return tuple(replace(page, compared=told.get(page.key)) for page in pages)


def level_in_words(level: ChangeLevel) -> str:
    """Say how much a change matters."""
    return _(LEVELS[level])


def changes_in_words(number: int, base: str) -> str:
    """Say how many changes there are and against what."""
    told = ngettext("%(num)d change against %(base)s.", "%(num)d changes against %(base)s.", number)
    return told % {"num": number, "base": base}


def _narrowing(rows: tuple[ChangeRow, ...]) -> tuple[Choices, ...]:
    levels = {str(level): _(words) for level, words in LEVELS.items()}
    nouns = {row.noun: row.noun.capitalize() for row in rows}
    return narrowing(
        by_words(
            "level",
            _("Level"),
            [row.level for row in rows],
            order=CHANGE_LEVELS,
            titles=levels,
        ),
        by_words("kind", _("Kind"), [row.noun for row in rows], titles=nouns),
    )


@dataclass(frozen=True, slots=True)
class _Titles:
    """What things are called now, or were called where they are gone."""

    head: Catalog
    base: Catalog

    def link(self, key: Key) -> Link:
        if key in self.head.known:
            return Link(text=self.head.title(key), to=key)
        return Link(text=self.base.title(key) if key in self.base.known else key.id, to=None)


def _row(titles: _Titles, change: Change) -> ChangeRow:
    return ChangeRow(
        anchor=anchor_of_change(change.fingerprint),
        level=change.level,
        noun=_NOUNS.get(change.home.kind, change.home.kind),
        says=change.explain(),
        what=f"{change.what}.",
        thing=titles.link(change.key),
        before=change.before,
        after=change.after,
        affects=tuple(dict.fromkeys(titles.link(key) for key in change.impact)),
    )


def both_flows(comparison: Comparison, pair: MapPair) -> Graph | None:
    """Give both flows in one picture, None where neither has more than one box."""
    base = flow_of(comparison.base, pair.journey.base.thing)
    head = flow_of(comparison.head, pair.journey.head.thing)
    if len(base.nodes) < 2 and len(head.nodes) < 2:
        return None
    same = {
        one.base.thing.id: one.head.thing.id
        for one in (*pair.stages, *pair.steps)
        if one.base and one.head
    }
    stages = {one.base.key.id: one.head.key.id for one in pair.stages if one.base and one.head}
    return merged_flow(base, head, same, stages)


def both_curves(comparison: Comparison, pair: MapPair) -> TwoCurves | None:
    """Give both curves, None where they are the same or nothing is scored."""
    before, after = pair.journey.base.thing, pair.journey.head.thing
    pairs = stage_pairs(before, after)
    curves = two_curves_of(comparison.head, before, after, pairs, past=comparison.base)
    told = [(mark.score, mark.words) for mark in curves.before.marks]
    if told == [(mark.score, mark.words) for mark in curves.after.marks]:
        return None
    scored = (mark for curve in (curves.before, curves.after) for mark in curve.marks)
    return curves if any(mark.score is not None for mark in scored) else None
