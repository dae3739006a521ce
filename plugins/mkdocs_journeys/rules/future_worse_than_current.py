"""A step that is to feel worse in future than it does today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import Feeling, feelings
from mkdocs_journeys.catalog.gap import current_of, gap
from mkdocs_journeys.catalog.overview import live_journeys
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import Experience
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

Felt = Mapping[Key | None, Feeling]
"""What each persona feels at one place, None for nobody in particular; the first score counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worse:
    """A score below the lowest that this persona has today at the places that are answered."""

    feeling: Feeling
    lowest: Feeling
    current: tuple[Experience, ...]

    @property
    def change(self) -> str:
        """Give both scores as typed: *2 → -1*."""
        before, after = self.lowest.emotion.score, self.feeling.emotion.score
        return f"{before.text if before else ''} → {after.text if after else ''}"


class FutureWorseThanCurrent(Rule):
    """Finds steps and stages of a future map with a lower score than what they answer has today.

    They answer what has the same id in the map of `future_of:`, steps also those in `replaces:`;
    of several the lowest score counts. Personas are compared with themselves, a score without a
    persona with everybody's. Retired maps are left alone, drafts are not.

    ## Why it matters to the customer
    A future map is what we promise her. Where it takes something away, somebody should have
    decided that, and not have slipped with a sign.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: pay
        title: Pay
        steps: [{id: card, title: I pay by card, emotion: 1}]
    ```
    ```yaml
    # maps/journeys/order-at-once.yml
    title: I order at once
    state: future
    future_of: order
    stages:
      - id: pay
        title: Pay
        steps: [{id: tap, title: I pay with a tap, replaces: [card], emotion: -2}]
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order-at-once.yml
    title: I order at once
    state: future
    future_of: order
    stages:
      - id: pay
        title: Pay
        steps: [{id: tap, title: I pay with a tap, replaces: [card], emotion: 2}]
    ```
    """

    name = "future-worse-than-current"
    group = "structure"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every future map that answers a current one."""
        for journey in live_journeys(catalog):
            if journey.state == "future" and (current := current_of(catalog, journey)):
                by_emotion: dict[int, list[Worse]] = {}
                for worse in _all_worse(catalog, journey, current):
                    by_emotion.setdefault(id(worse.feeling.emotion), []).append(worse)
                for found in by_emotion.values():
                    yield self._finding(catalog, found)

    def _finding(self, catalog: Catalog, found: list[Worse]) -> Problem:
        """Tell of one score, be it that of one persona or of all who travel the map."""
        part, current = found[0].feeling.part, found[0].current
        whom = " and ".join(_whom(catalog, worse) for worse in found)
        than = " and ".join(f"“{one.title}”" for one in current)
        if all(one.title == part.title for one in current):
            than = "it"
        return self.problem(
            found[0].feeling.emotion.spot.of("score"),
            f"“{part.title}” is to feel worse {whom} than {than} "
            f"{'does' if len(current) == 1 else 'do'} today.",
            "Plan it so that it feels at least as good, or put the score right.",
        )


def _whom(catalog: Catalog, worse: Worse) -> str:
    persona = worse.feeling.persona
    return f"for {catalog.title(persona)} ({worse.change})" if persona else f"({worse.change})"


def _all_worse(catalog: Catalog, future: Journey, current: Journey) -> Iterator[Worse]:
    now, then = _felt(catalog, current), _felt(catalog, future)
    for part, answered in _answers(catalog, future, current):
        before = [now[one.id] for one in answered if one.id in now]
        for persona, feeling in then.get(part.id, {}).items():
            felt = [one for each in before for one in _felt_by(each, persona)]
            lowest = min(felt, key=_score, default=None)
            if lowest and _score(feeling) < _score(lowest):
                yield Worse(feeling=feeling, lowest=lowest, current=answered)


def _answers(
    catalog: Catalog, future: Journey, current: Journey
) -> Iterator[tuple[Experience, tuple[Experience, ...]]]:
    """Give the stages and steps of a future map with those that they answer."""
    stages = {stage.id: stage for stage in current.stages}
    for stage in future.stages:
        if stage.id in stages:
            yield stage, (stages[stage.id],)
    for answer in gap(catalog, future):
        if answer.future and answer.current:
            yield answer.future, answer.current


def _felt(catalog: Catalog, journey: Journey) -> dict[str, dict[Key | None, Feeling]]:
    """Give what those who travel a map feel, by the id of the part; only what has a score."""
    found: dict[str, dict[Key | None, Feeling]] = {}
    for feeling in feelings(catalog, journey):
        if feeling.score is not None and not feeling.who:
            found.setdefault(feeling.part.id, {}).setdefault(feeling.persona, feeling)
    return found


def _felt_by(felt: Felt, persona: Key | None) -> tuple[Feeling, ...]:
    """Give what can be compared with a persona's feeling at one place; nothing for strangers."""
    if persona is None:
        return tuple(felt.values())
    one = felt.get(persona) or felt.get(None)
    return (one,) if one else ()


def _score(feeling: Feeling) -> float:
    return feeling.score or 0.0
