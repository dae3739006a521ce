"""What things are called: their ids and their titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs_journeys.catalog.nouns import NOUNS
from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.change_kind import ChangeKind, FieldChange
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.differences import Difference
from mkdocs_journeys.changes.sides import Pair, is_implied
from mkdocs_journeys.model.entry import Actor, Entry, Titled
from mkdocs_journeys.model.journey import Hypothesis, Objective
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.step import Experience


class IdRenamed(ChangeKind):
    """Says that a thing has another id, and so another address.

    A thing without an id in common is taken for the same by its old id in `formerly`, else by its
    likeness in title, content and place. An id that is given for the first time renames nothing.

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
            noun = NOUNS[pair.head.key.kind]
            of = "" if pair.head.key == pair.head.home.key else f" “{pair.title}”"
            how = "old links lead on" if leads_on else f"without `formerly: [{before}]`"
            yield self.change(
                comparison,
                pair,
                f"The id of the {noun}{of} changed, {before} → {after}; {how}",
                before=before,
                after=after,
                level="minor" if leads_on else None,
            )


class TitleChanged(FieldChange):
    """Says that a thing has another title or name.

    ## Why it matters
    People know it, and look for it, by the old one.

    ## Level
    Minor.
    """

    name = "title-changed"
    level = "minor"
    mirror = "title-changed"
    names = (
        (Titled, "title"),
        (Actor, "name"),
        (Experience, "title"),
        (PainPoint, "title"),
        (Objective, "title"),
        (Hypothesis, "title"),
    )

    def tell(self, comparison: Comparison, one: Difference) -> Change | None:
        """Say what it was called; not for a stage that an author never wrote."""
        if is_implied(one.pair.base) or is_implied(one.pair.head):
            return None
        side = one.pair.head
        what = "The name" if "name" in one.fields else "The title"
        if side.key != side.home.key:
            what += f" of a {NOUNS[side.key.kind]}"
        return self.changed(
            comparison, one, f"{what} changed, “{one.pair.base.title}” → “{side.title}”"
        )


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
