"""What lies between a current map and the future map that answers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.fixes import opportunities_at
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.moves import channels_of
from mkdocs_journeys.catalog.once import worked_out_once
from mkdocs_journeys.model.improvement import Initiative
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How one step is in future.

    ``current`` are the steps that it answers (none: it is *added*), ``future`` is None for a
    step that is *removed*. ``initiatives`` are what delivers the change, in order; a change
    without any is a wish.
    """

    change: Literal["kept", "changed", "added", "removed"]
    current: tuple[Step, ...]
    future: Step | None
    initiatives: tuple[Key, ...] = ()

    @property
    def is_wish(self) -> bool:
        """Tell whether nobody has begun or planned what would bring this change."""
        return self.change != "kept" and not self.initiatives


def current_of(catalog: Catalog, future: Journey) -> Journey | None:
    """Give the current map that a future map answers, or None where it names none."""
    key = catalog.meant(future.future_of)
    return catalog.entry(Journey, key.id) if key else None


def futures_of(catalog: Catalog, current: Journey) -> tuple[Journey, ...]:
    """Give the future maps that answer this one, in the order of their files."""
    return tuple(
        journey
        for journey in catalog.all(Journey)
        if catalog.meant(journey.future_of) == current.key
    )


@worked_out_once
def gap(catalog: Catalog, future: Journey) -> tuple[Answer, ...]:
    """Compare a future map with its current one, in the order of the future steps.

    A future step answers the current one of the same id, or those in ``replaces``. It is *kept*
    when title, channel, touchpoint and score are the same. Current steps that nothing answers
    come last, as *removed*. Without a current map there is no gap.
    """
    current = current_of(catalog, future)
    if current is None:
        return ()
    before = {inner_key("step", current, step.id): step for step in current.all_steps}
    answered: set[str] = set()
    answers = []
    for step in future.all_steps:
        keys = dict.fromkeys(catalog.meant(ref) for ref in step.replaces)
        named = [key for key in before if key in keys]
        old = tuple(
            before[key] for key in named or [inner_key("step", current, step.id)] if key in before
        )
        answered.update(each.id for each in old)
        is_kept = (
            len(old) == 1 and not step.replaces and _says(catalog, old[0]) == _says(catalog, step)
        )
        answers.append(
            Answer(
                change="kept" if is_kept else "changed" if old else "added",
                current=old,
                future=step,
                initiatives=_initiatives(catalog, current, future, old, step),
            )
        )
    for step in current.all_steps:
        if step.id not in answered:
            initiatives = _initiatives(catalog, current, future, (step,), None)
            answers.append(
                Answer(change="removed", current=(step,), future=None, initiatives=initiatives)
            )
    return tuple(answers)


def _says(catalog: Catalog, step: Step) -> tuple[object, ...]:
    scores = tuple(emotion.score and emotion.score.value for emotion in step.emotion)
    channels = {catalog.identity(ref) for ref in channels_of(catalog, step)}
    touchpoints = {catalog.identity(ref) for ref in step.touchpoints}
    return step.title, channels, touchpoints, scores


def _initiatives(
    catalog: Catalog, current: Journey, future: Journey, old: tuple[Step, ...], new: Step | None
) -> tuple[Key, ...]:
    """Find the initiatives for the opportunities of the steps on both sides, dropped ones out."""
    parts = [(current, step) for step in old] + ([(future, new)] if new else [])
    opportunities: set[Key] = set()
    for journey, step in parts:
        key = inner_key("step", journey, step.id)
        opportunities.update(opportunities_at(catalog, journey, key, step))
    found = {key for each in opportunities for key in catalog.related(each, "initiative")}
    return tuple(
        key
        for key in catalog.in_order(found)
        if (entry := catalog.entry(Initiative, key.id)) and entry.status != "dropped"
    )
