"""A part of a journey of which nobody says how it feels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import is_in_force
from mkdocs_journeys.catalog.mapped import parts_without_emotion
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.step import Experience, Stage, Step
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule
from mkdocs_journeys.rules.stage_empty import says_nothing

MEND = "Write a score from -2 to 2 or words, for example `emotion: {score: -1, words: [ignored]}`."


class EmotionMissing(Rule):
    """Finds maps, stages and steps that do not say how they feel to the customer.

    Words without a score will do, and an emotion of the stage speaks for all of its steps. A map
    without any emotion is one finding, and so is a stage without any. Left alone are
    steps that she does not see (`side: company`) or where only our own people act, steps that
    open into another map, stages that say nothing at all, drafts and retired maps. On a future
    map and on one of `level: moment` a single emotion is enough.

    ## Why it matters to the customer
    A process chart tells what happens, a journey map what that is like for her. Where it does
    not, nobody notices that a step which works is still the one where she gives up.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: wait
        title: I wait
        steps:
          - {id: chase, title: "I hear nothing, so I ring", emotion: -2}
          - {id: reminder, title: A text comes the night before}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: wait
        title: I wait
        steps:
          - {id: chase, title: "I hear nothing, so I ring", emotion: -2}
          - {id: reminder, title: A text comes the night before, emotion: relieved}
    ```
    """

    name = "emotion-missing"
    group = "experience"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every map that is published or in review."""
        for journey, parts in parts_without_emotion(catalog):
            # Most often these are only stages, which their steps speak for.
            if all(part is stage and stage.steps for stage, part in parts):
                continue
            silent = [part for part in _silent(journey) if _is_lived(catalog, part)]
            if silent and is_in_force(journey):
                yield from self._findings(journey, silent)

    def _findings(self, journey: Journey, silent: list[Experience]) -> Iterator[Problem]:
        if not _says_anything(journey):
            yield self.problem(
                journey.spot.of("id", "title", "name"),
                f"“{journey.called}” does not say how it feels, at no stage and no step.",
                MEND.replace("Write", "Write at each step"),
            )
        elif journey.state == "current" and journey.level != "moment":
            yield from (self._finding(part) for part in silent)

    def _finding(self, part: Experience) -> Problem:
        nor = ", nor does any of its steps" if isinstance(part, Stage) and part.steps else ""
        return self.problem(
            part.spot.of("id", "title", "name"),
            f"{part.noun.capitalize()} “{part.title}” does not say how it feels{nor}.",
            MEND,
        )


def _silent(journey: Journey) -> Iterator[Experience]:
    """Give the stages without any emotion, and the single steps without one in other stages."""
    for stage in journey.stages:
        if stage.emotion or stage.side == "company":
            continue
        if not stage.steps:
            if not says_nothing(stage):
                yield stage
            continue
        steps = [step for step in stage.steps if not _is_felt(step) and step.side == "customer"]
        yield from steps if any(_is_felt(step) for step in stage.steps) else (stage,)


def _is_felt(part: Experience) -> bool:
    return bool(part.emotion) or any(variant.emotion for variant in part.variants)


def _is_lived(catalog: Catalog, part: Experience) -> bool:
    """Tell whether this map has to say how a part feels to a customer.

    Not where another map says it, and not where only our own people act.
    """
    steps: tuple[Step, ...] = part.steps if isinstance(part, Stage) else ()
    if steps:
        return any(_is_lived(catalog, step) for step in steps if step.side == "customer")
    kinds = {key.kind if (key := catalog.meant(ref)) else "" for ref in part.actors}
    return part.journey is None and kinds != {"stakeholder"}


def _says_anything(journey: Journey) -> bool:
    return any(_is_felt(part) for stage in journey.stages for part in (stage, *stage.steps))
