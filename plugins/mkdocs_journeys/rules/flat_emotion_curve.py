"""A journey that is said to feel the same from beginning to end."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import scores_of_parts
from mkdocs_journeys.catalog.in_force import is_current
from mkdocs_journeys.catalog.mapped import Scored, scored_parts
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

ENOUGH = 4
"""From so many scored steps on a line tells something of the journey."""
APART = 1.0
"""One step of the scale: what lies closer together was hardly told apart."""


class FlatEmotionCurve(Rule):
    """Finds current maps whose highest and lowest score are less than one point apart.

    Only maps with four scored steps or more, published or in review; those of `level: moment`
    are left alone.

    ## Why it matters to the customer
    No journey feels the same all the way. A flat curve says that nobody asked her, or that 0 was
    written where nothing was known, and it hides the place that she would complain about.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    steps:
      - {id: choose, title: I choose, emotion: 1}
      - {id: pay, title: I pay, emotion: 1}
      - {id: wait, title: I wait, emotion: 1}
      - {id: unpack, title: I unpack it, emotion: 1.5}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    steps:
      - {id: choose, title: I choose, emotion: 1}
      - {id: pay, title: I pay, emotion: 0}
      - {id: wait, title: I wait, emotion: -1.5}
      - {id: unpack, title: I unpack it, emotion: 2}
    ```

    ## Options
    `least`: how far apart the highest and the lowest score must be, in points of the scale
    from -2 to 2; without it, 1.
    """

    name = "flat-emotion-curve"
    group = "experience"
    level = "info"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at the scores of all who travel a map together: one line may well be even."""
        setting = self.setting(catalog)
        least = setting.least.value if setting.least else APART
        for journey, scored in scored_parts(catalog):
            if not is_current(journey) or journey.level == "moment" or _moves(scored, least):
                continue
            felt = scores_of_parts(catalog, journey)
            scores = sorted(score for each in felt.values() for score in each)
            if len(felt) >= ENOUGH and scores[-1] - scores[0] < least:
                low, high = f"{scores[0]:g}", f"{scores[-1]:g}"
                told = f"scored {low}" if low == high else f"scored between {low} and {high}"
                yield self.problem(
                    journey.spot.of("id", "title", "name"),
                    f"All {len(felt)} steps of “{journey.called}” are {told}.",
                    "Ask customers where it went up and down, and leave out the scores that "
                    "nobody knows.",
                )


def _moves(scored: tuple[Scored, ...], least: float) -> bool:
    """Tell at a glance that a curve moves: by the first score and one far from it."""
    first: float | None = None
    for one in scored:
        # Only what surely is on the curve: a stage is not where its steps have scores.
        if one.is_everybodys and one.part is not one.stage:
            if first is None:
                first = one.score
            elif abs(one.score - first) >= least:
                return True
    return False
