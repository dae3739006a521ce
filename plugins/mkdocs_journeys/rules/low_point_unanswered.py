"""A low point of a journey to which nobody has an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import lows
from mkdocs_journeys.catalog.in_force import is_current
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.mapped import Scored, scored_parts
from mkdocs_journeys.model.improvement import Opportunity
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import Experience, Stage
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

NEGATIVE = -1.0
"""What is merely negative is a dip; many journeys begin with one, and are the answer to it."""


class LowPointUnanswered(Rule):
    """Finds low points without an opportunity: of each current map the three lowest steps below -1.

    An answer is an opportunity or an idea at the step, at one of its pain points or at its stage;
    an opportunity may also name the step. Drafts and retired maps are left alone.

    ## Why it matters to the customer
    The lowest point is what she remembers and tells others. If nothing is written there that
    would make it better, the map has only complained on her behalf.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: chase, title: "I hear nothing, so I ring", emotion: -2}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: chase
        title: I hear nothing, so I ring
        emotion: -2
        opportunities: [A text on day 5]
    ```

    ## Options
    `least`: the lowest score that needs no answer; without it, -1.
    """

    name = "low-point-unanswered"
    group = "experience"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at the lowest points of every current map that is published or in review."""
        setting = self.setting(catalog)
        least = setting.least.value if setting.least else NEGATIVE
        answered = _named_by_opportunities(catalog)
        for journey, scored in scored_parts(catalog):
            if not is_current(journey):
                continue
            # Which points are the lowest takes longest to say: first, whether it matters.
            alone = set(_unanswered(journey, scored, least, answered))
            for low in lows(catalog, journey) if alone else ():
                if low.part.id in alone and low.score is not None and low.score < least:
                    score = low.emotion.score
                    yield self.problem(
                        low.part.spot.of("id", "title", "name"),
                        f"The low point “{low.part.title}” ({score.text if score else ''}) has no "
                        "opportunity.",
                        "Write what could be better there, for example "
                        "`opportunities: [A text on day 5]`, or mention one that exists.",
                    )


def _named_by_opportunities(catalog: Catalog) -> frozenset[Key]:
    """Give the stages, steps and pain points that an opportunity of the registry names."""
    refs = (
        ref
        for one in catalog.all(Opportunity)
        for ref in (*one.steps, *one.stages, *one.pain_points)
    )
    return frozenset(key for ref in refs if (key := catalog.meant(ref)))


def _unanswered(
    journey: Journey, scored: tuple[Scored, ...], least: float, answered: frozenset[Key]
) -> Iterator[str]:
    """Give the ids of parts without an answer where anybody has a score below ``least``."""
    for one in scored:
        if one.score < least:
            around = (one.part,) if one.part is one.stage else (one.part, one.stage)
            if not any(_is_answered(journey, part, answered) for part in around):
                yield one.part.id


def _is_answered(journey: Journey, part: Experience, answered: frozenset[Key]) -> bool:
    if part.opportunities or part.ideas:
        return True
    kind = "stage" if isinstance(part, Stage) else "step"
    if answered and inner_key(kind, journey, part.id) in answered:
        return True
    return any(
        pain.opportunities or (pain.id and inner_key("pain-point", journey, pain.id) in answered)
        for pain in part.pain_points
    )
