"""A step of which nobody knows where it happens."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import is_in_force
from mkdocs_journeys.catalog.mapped import parts_that_lack
from mkdocs_journeys.catalog.moves import channels_of
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.registries import Touchpoint
from mkdocs_journeys.model.step import Experience, Stage
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class StepWithoutChannel(Rule):
    """Finds steps that name no channel, nor a touchpoint that has one.

    A channel of the stage will do for all its steps. Where the customer meets nobody, write
    `channels: []`. A map in which no step has a channel is told once. Left alone are steps on the
    company's side, steps that open another map, drafts and retired maps.

    ## Why it matters to the customer
    She notices every change from the app to the phone and back. Where the channel of a step is
    not said, nobody counts them, and nobody sees whether she meets us the way she likes.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: choose
        title: I choose
        steps:
          - {id: ask, title: I ask, channel: phone}
          - {id: compare, title: I compare prices}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: choose
        title: I choose
        steps:
          - {id: ask, title: I ask, channel: phone}
          - {id: compare, title: I compare prices, channel: web}
    ```
    """

    name = "step-without-channel"
    group = "structure"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every step of the maps that are published or in review."""
        for journey, parts in parts_that_lack(catalog, "no channel"):
            if is_in_force(journey):
                lacking = [part for stage, part in parts if _lacks_one(catalog, stage, part)]
                yield from self._findings(catalog, journey, lacking)

    def _findings(
        self, catalog: Catalog, journey: Journey, lacking: list[Experience]
    ) -> Iterable[Problem]:
        if 1 < len(lacking) == len(journey.all_steps):
            yield self._finding(catalog, lacking[0], f", nor does any other of “{journey.title}”")
        else:
            yield from (self._finding(catalog, step) for step in lacking)

    def _finding(self, catalog: Catalog, step: Experience, others: str = "") -> Problem:
        known = [key for ref in step.touchpoints if (key := catalog.meant(ref))]
        mend = "Name the channel, for example `channel: phone`; where she meets nobody, write "
        mend += "`channels: []`."
        if known:
            mend = (
                f"Name the `channel:` of the touchpoint “{catalog.title(known[0])}”, or one here."
            )
        return self.problem(
            step.spot.of("id", "title"),
            f"Step “{step.title}” does not say on which channel it happens{others}.",
            mend,
        )


def _lacks_one(catalog: Catalog, stage: Stage, step: Experience) -> bool:
    """Tell whether a step of which nobody wrote a channel should have one."""
    is_elsewhere = step.journey is not None or "company" in (step.side, stage.side)
    return not (is_elsewhere or _has_channel(catalog, step) or _has_channel(catalog, stage))


def _has_channel(catalog: Catalog, part: Experience) -> bool:
    """Tell whether a part has channels; yes where a touchpoint that cannot be read may say so."""
    if channels_of(catalog, part):
        return True
    keys = (catalog.meant(ref) for ref in part.touchpoints)
    return any(key and catalog.entry(Touchpoint, key.id) is None for key in keys)
