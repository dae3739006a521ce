"""Things of the registries that come and go, and whether something still points at them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs_journeys.catalog.nouns import NOUNS
from mkdocs_journeys.changes.change import Change, ChangeLevel
from mkdocs_journeys.changes.change_kind import ChangeKind
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.shown import counted
from mkdocs_journeys.changes.sides import Both, Side, taken_along
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.evidence import Insight
from mkdocs_journeys.model.improvement import Initiative, Opportunity
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.metric import Metric
from mkdocs_journeys.model.persona import Persona, Segment
from mkdocs_journeys.model.registries import Channel, Stakeholder, Term, Touchpoint

OTHERS: tuple[type[Entry], ...] = (
    Persona,
    Segment,
    Channel,
    Touchpoint,
    Stakeholder,
    Insight,
    Initiative,
    Term,
)
"""The kinds whose coming and going has no name of its own."""

CLAIMS_AND_PROMISES = ("persona", "initiative", "objective")


class ThingRemoved(ChangeKind):
    """Says that something of the handbook is gone.

    That is a persona, segment, channel, touchpoint, stakeholder, insight, initiative or term, and
    an objective or a hypothesis of a journey. Other kinds have a change of their own.

    ## Why it matters
    Its page is gone, and what it said of customers is no longer said.

    ## Level
    Significant. Breaking when something else in head, that is no draft, still points at it.
    """

    name = "thing-removed"
    level = "significant"
    mirror = "thing-added"
    tells = ((Journey, "objectives"), (Journey, "hypotheses"))

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at what is in base only."""
        for side in _gone(comparison):
            yield self.change(
                comparison,
                Both(base=side, head=None),
                f"The {_noun(side)}{_called(side)} was removed{still_pointed_at(comparison, side)}",
                before=side.title,
                level=level_of_loss(comparison, side),
            )


class ThingAdded(ChangeKind):
    """Says that something of the handbook is new.

    That is a persona, segment, channel, touchpoint, stakeholder, insight, initiative or term, and
    an objective or a hypothesis of a journey. Other kinds have a change of their own.

    ## Why it matters
    Maps may lean on it from now on.

    ## Level
    Minor. Significant for a persona (somebody for whom maps are drawn), an initiative and an
    objective (something that the company has promised).
    """

    name = "thing-added"
    level = "minor"
    mirror = "thing-removed"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at what is in head only."""
        for side in _new(comparison):
            yield self.change(
                comparison,
                Both(base=None, head=side),
                f"The {_noun(side)}{_called(side)} is new",
                after=side.title,
                level="significant" if side.key.kind in CLAIMS_AND_PROMISES else None,
            )


class OpportunityRemoved(ChangeKind):
    """Says that an opportunity is gone, rather than solved or dismissed.

    ## Why it matters
    Nobody can see any more what could be better, nor what became of it. An opportunity that was
    dealt with keeps its page, with `status: solved` or `status: dismissed`.

    ## Level
    Significant. Breaking when something else in head, that is no draft, still points at it.
    """

    name = "opportunity-removed"
    level = "significant"
    mirror = "opportunity-added"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the opportunities that are in base only."""
        for side in comparison.removed(Opportunity):
            yield _removal(self, comparison, side)


class OpportunityAdded(ChangeKind):
    """Says that an opportunity is new.

    ## Why it matters
    Something could be better for the customer, and somebody has said so.

    ## Level
    Minor: it promises nothing yet.
    """

    name = "opportunity-added"
    level = "minor"
    mirror = "opportunity-removed"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the opportunities that are in head only."""
        for side in comparison.added(Opportunity):
            yield _addition(self, comparison, side)


class MetricRemoved(ChangeKind):
    """Says that a metric is gone, with all that was read of it.

    ## Why it matters
    A series that took years cannot be made again, and what was to be shown by it cannot be.

    ## Level
    Significant. Breaking when something else in head, that is no draft, still points at it.
    """

    name = "metric-removed"
    level = "significant"
    mirror = "metric-added"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the metrics that are in base only."""
        for side in comparison.removed(Metric):
            yield _removal(self, comparison, side)


class MetricAdded(ChangeKind):
    """Says that a metric is new.

    ## Why it matters
    Something can be followed from now on.

    ## Level
    Minor.
    """

    name = "metric-added"
    level = "minor"
    mirror = "metric-removed"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the metrics that are in head only."""
        for side in comparison.added(Metric):
            yield _addition(self, comparison, side)


def level_of_loss(comparison: Comparison, side: Side[Any]) -> ChangeLevel:
    """Give how much it matters that a thing is gone: breaking when something points at it still."""
    return "breaking" if pointing(comparison, side) else "significant"


def pointing(comparison: Comparison, side: Side[Any]) -> int:
    """Count the mentions in head, drafts left out, of a thing of base and of what went with it."""
    gone = {side.key, *taken_along(side)}
    return sum(
        1
        for one in comparison.broken
        if one.target in gone and not _is_in_draft(comparison, one.home.id)
    )


def still_pointed_at(comparison: Comparison, side: Side[Any]) -> str:
    """Say how many mentions still name a thing that is gone; nothing for none."""
    count = pointing(comparison, side)
    if not count:
        return ""
    return f"; {counted(count, 'mention')} still {'leads' if count == 1 else 'lead'} there"


def _is_in_draft(comparison: Comparison, journey: str) -> bool:
    found = comparison.head.entry(Journey, journey)
    return found is not None and found.status == "draft"


def _removal(kind: ChangeKind, comparison: Comparison, side: Side[Any]) -> Change:
    return kind.change(
        comparison,
        Both(base=side, head=None),
        f"The {_noun(side)} was removed{still_pointed_at(comparison, side)}",
        before=side.title,
        level=level_of_loss(comparison, side),
    )


def _addition(kind: ChangeKind, comparison: Comparison, side: Side[Any]) -> Change:
    what = f"The {_noun(side)} is new"
    return kind.change(comparison, Both(base=None, head=side), what, after=side.title)


def _gone(comparison: Comparison) -> Iterator[Side[Any]]:
    for kind in OTHERS:
        yield from comparison.removed(kind)
    for pair in comparison.maps:
        for one in (*pair.objectives, *pair.hypotheses):
            if one.head is None and one.base:
                yield one.base


def _new(comparison: Comparison) -> Iterator[Side[Any]]:
    for kind in OTHERS:
        yield from comparison.added(kind)
    for pair in comparison.maps:
        for one in (*pair.objectives, *pair.hypotheses):
            if one.base is None and one.head:
                yield one.head


def _noun(side: Side[Any]) -> str:
    return NOUNS[side.key.kind]


def _called(side: Side[Any]) -> str:
    """Give the title of what lives in a map; the entry itself is named at the front."""
    return "" if side.key == side.home.key else f" “{side.title}”"
