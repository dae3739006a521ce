"""The steps of a map before and after an edit, side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.encounters import scores_at
from mkdocs_journeys.catalog.moves import channels_of
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.map_pair import MapPair
from mkdocs_journeys.changes.sides import Both, Side
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSide:
    """A step on one side, as the map shows it; ``score`` is None where nobody scored it."""

    title: str
    stage: str
    channels: tuple[str, ...]
    score: float | None
    words: tuple[str, ...]
    pain_points: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """A step before and after; None on the side where it is not."""

    step: str
    to: Key | None
    before: StepSide | None
    after: StepSide | None

    @property
    def change(self) -> str:
        """Say what became of it: added, removed, changed or kept."""
        if self.before is None or self.after is None:
            return "added" if self.before is None else "removed"
        return "kept" if self.before == self.after else "changed"


def steps_of(comparison: Comparison, pair: MapPair) -> Iterator[StepRow]:
    """Give the steps of both sides in the order of head.

    What is gone stands behind the step that it followed.
    """
    head = {one.head.number: one for one in pair.steps if one.head}
    before = {one.base.number: one for one in pair.steps if one.base}
    gone_after: dict[int, list[Both[Step]]] = defaultdict(list)
    follows = -1
    for _number, one in sorted(before.items()):
        if one.head is None:
            gone_after[follows].append(one)
        else:
            follows = one.head.number
    for place in (-1, *sorted(head)):
        if place in head:
            yield _step_row(comparison, head[place])
        for one in gone_after[place]:
            yield _step_row(comparison, one)


def _step_row(comparison: Comparison, one: Both[Step]) -> StepRow:
    return StepRow(
        step=one.side.thing.id,
        to=one.head.key if one.head else None,
        before=_step_side(comparison.base, one.base) if one.base else None,
        after=_step_side(comparison.head, one.head) if one.head else None,
    )


def _step_side(catalog: Catalog, side: Side[Step]) -> StepSide:
    step, journey = side.thing, side.home
    assert isinstance(journey, Journey), "steps stand in journeys"
    scores = scores_at(catalog, journey, step)
    return StepSide(
        title=step.title,
        stage=side.parent.title if side.parent else "",
        channels=tuple(
            catalog.title(key) if (key := catalog.meant(ref)) else ref.text
            for ref in channels_of(catalog, step)
        ),
        score=fmean(scores) if scores else None,
        words=tuple(word for emotion in step.emotion for word in emotion.words),
        pain_points=tuple(pain.title for pain in step.pain_points),
    )
