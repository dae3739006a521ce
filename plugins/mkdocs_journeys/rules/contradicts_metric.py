"""A score that those who were asked contradict."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import fmean

from mkdocs_journeys.catalog.asked import Answer, answers
from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import felt_parts
from mkdocs_journeys.catalog.encounters import scores_at
from mkdocs_journeys.catalog.gathered import parts_of
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import Experience
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

APART = 2.0
"""What lies further apart than this lies on the two sides of neutral."""


class ContradictsMetric(Rule):
    """Finds stages and steps of current maps whose score is far from what customers answered there.

    Compared is the mean score of all who travel the map with a metric that customers are asked
    for: one on a scale with two ends and a question, or a CSAT. A CSAT of 1 counts as -2 and one
    of 5 as 2, other scales alike. A reading `at:` that place counts, else the value that stands
    there, else the newest reading if the metric stands nowhere else. Not compared are net scores
    such as NPS, readings of one segment or persona, and retired maps.

    ## Why it matters to the customer
    The map says that it delights her, and those who were asked say that it does not. Whoever
    believes the map sees no reason to mend it.

    ## Example
    ```yaml
    # maps/metrics/csat.yml
    title: CSAT after the visit
    direction: up
    scale: {least: 1, most: 5, question: How was the visit?}
    readings: [{date: 2026-10, value: 2.1}]
    ```
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: visit, title: The engineer fits it, emotion: 2, metrics: [csat]}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: visit, title: The engineer fits it, emotion: -1, metrics: [csat]}
    ```

    ## Options
    `most`: how far apart the two may be, in points of the scale from -2 to 2; without it, 2.
    """

    name = "contradicts-metric"
    group = "experience"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look wherever customers were asked; the finding stands at the score."""
        setting = self.setting(catalog)
        most = setting.most.value if setting.most else APART
        for place, given in answers(catalog).items():
            journey = catalog.journey_of(place)
            if journey and journey.state == "current" and journey.status != "retired":
                scored = _scored(catalog, journey, place)
                scores = [scores_at(catalog, journey, part) for part in scored]
                for answer in given if scores else ():
                    score = fmean(fmean(each) for each in scores)
                    if abs(score - answer.score) > most:
                        yield self._finding(catalog, place, scored[0], score, answer)

    def _finding(
        self, catalog: Catalog, place: Key, part: Experience, score: float, answer: Answer
    ) -> Problem:
        when = f" ({answer.date})" if answer.date else ""
        emotion = part.emotion[0]
        return self.problem(
            emotion.spot.of("score"),
            f"“{catalog.title(place)}” is scored {score:.3g}, but “{answer.metric.called}” is "
            f"{answer.value:g} there{when}, which is like a score of {answer.score:.3g}.",
            "Find out which of the two is right, and mend the score or the reading.",
        )


def _scored(catalog: Catalog, journey: Journey, place: Key) -> list[Experience]:
    """Give the parts with a score that speak for a place: itself, else the steps of a stage."""
    for stage, part in parts_of(journey):
        kind = "stage" if part is stage else "step"
        if inner_key(kind, journey, part.id) == place:
            around = felt_parts(stage) if part is stage else (part,)
            return [one for one in around if scores_at(catalog, journey, one)]
    return []
