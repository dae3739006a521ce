"""Ids, by which things are linked from elsewhere: those they have and those they had."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs_journeys.catalog.nouns import NOUNS
from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.change_kind import ChangeKind
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.sides import Pair, Side, is_implied
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.journey import Hypothesis, Objective
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.step import Experience


class IdRenamed(ChangeKind):
    """Says that a thing has another id, and so another address.

    A thing without an id in common is taken for the same by its old id in `formerly`, else by its
    likeness in title, content and place.

    ## Why it matters
    Links from other maps, pages, tickets and mails go by the id.

    ## Level
    Breaking. Minor with `formerly: [old-id]`, because all old links lead on then. A draft never
    breaks anything.
    """

    name = "id-renamed"
    level = "breaking"
    mirror = "id-renamed"
    tells = (
        (Entry, "id"),
        (Experience, "id"),
        (PainPoint, "id"),
        (Objective, "id"),
        (Hypothesis, "id"),
        (Entry, "formerly"),
        (Experience, "formerly"),
        (PainPoint, "formerly"),
        (Objective, "formerly"),
        (Hypothesis, "formerly"),
    )

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at everything with an id of its own on both sides."""
        for pair in _named_pairs(comparison):
            before, after = pair.base.name, pair.head.name
            if before == after or not (pair.base.is_named and pair.head.is_named):
                continue
            leads_on = before in pair.head.thing.formerly
            how = "old links lead on" if leads_on else f"without `formerly: [{before}]`"
            yield self.change(
                comparison,
                pair,
                f"The id of the {_noun(pair)} changed, {before} → {after}; {how}",
                before=before,
                after=after,
                level="minor" if leads_on else None,
            )


class IdLost(ChangeKind):
    """Says that a thing in a map has no id of its own any more.

    ## Why it matters
    It is called by its position now, which changes when something moves: nobody can link to it.

    ## Level
    Breaking. A draft never breaks anything.
    """

    name = "id-lost"
    level = "breaking"
    mirror = "id-given"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at what had an id in base."""
        for pair in _named_pairs(comparison):
            if pair.base.is_named and not pair.head.is_named and not is_implied(pair.head):
                id_ = pair.base.name
                what = f"The {_noun(pair)} has no id any more, it was {id_}"
                yield self.change(comparison, pair, what, before=id_)


class IdGiven(ChangeKind):
    """Says that a thing in a map has an id of its own now.

    ## Why it matters
    It can be linked to from elsewhere, and keeps its address when it moves.

    ## Level
    Editorial: readers see nothing of it.
    """

    name = "id-given"
    level = "editorial"
    mirror = "id-lost"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at what had no id in base."""
        for pair in _named_pairs(comparison):
            if pair.head.is_named and not pair.base.is_named and not is_implied(pair.base):
                id_ = pair.head.name
                what = f"The {_noun(pair)} has an id now, {id_}"
                yield self.change(comparison, pair, what, after=id_)


class OldIdDropped(ChangeKind):
    """Says that an old id no longer leads on to the thing that bore it.

    ## Why it matters
    Links that are older than the last rename lead nowhere.

    ## Level
    Breaking. Significant where the old id leads to another thing now; a draft never breaks
    anything.
    """

    name = "old-id-dropped"
    level = "breaking"
    mirror = "old-id-kept"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the old ids in base; the one that a thing bears again is none."""
        for pair in _named_pairs(comparison):
            for old in _old_ids(pair.base, pair.head):
                key = _named(pair.head, old)
                leads_on = key in comparison.head.former or key in comparison.head.known
                yield self.change(
                    comparison,
                    pair,
                    f"The old id {old} no longer leads to the {_noun(pair)}",
                    before=old,
                    fields=("formerly", old),
                    level="significant" if leads_on else None,
                )


class OldIdKept(ChangeKind):
    """Says that an old id leads on to a thing now, beside the renames that are told themselves.

    ## Why it matters
    Old links work again.

    ## Level
    Minor.
    """

    name = "old-id-kept"
    level = "minor"
    mirror = "old-id-dropped"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the old ids in head; the one that a thing bore in base is told as its rename."""
        for pair in _named_pairs(comparison):
            for old in _old_ids(pair.head, pair.base):
                yield self.change(
                    comparison,
                    pair,
                    f"The old id {old} leads to the {_noun(pair)} now",
                    after=old,
                    fields=("formerly", old),
                )


def _old_ids(here: Side[Any], there: Side[Any]) -> Iterator[str]:
    """Give the old ids on one side that the other side knows neither as old nor as its own."""
    known = {*there.thing.formerly, there.name}
    yield from (old for old in dict.fromkeys(here.thing.formerly) if old not in known)


def _named(side: Side[Any], id_: str) -> Key:
    """Name what would bear an id where a thing stands."""
    is_inner = side.key != side.home.key
    return Key(side.key.kind, f"{side.home.id}/{id_}" if is_inner else id_)


def _noun(pair: Pair[Any]) -> str:
    """Name a thing: by its noun alone where it is the entry that is told of."""
    noun = NOUNS[pair.head.key.kind]
    return noun if pair.head.key == pair.head.home.key else f"{noun} “{pair.title}”"


def _named_pairs(comparison: Comparison) -> Iterator[Pair[Any]]:
    inner = (
        one
        for pair in comparison.maps
        for sort in (pair.stages, pair.steps, pair.pain_points, pair.objectives, pair.hypotheses)
        for one in sort
    )
    for one in (*comparison.entries, *inner):
        if isinstance(one, Pair):
            yield one
