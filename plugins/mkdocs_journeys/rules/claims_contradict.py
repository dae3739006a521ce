"""One figure that is told twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import is_current
from mkdocs_journeys.catalog.mapped import parts_that_say
from mkdocs_journeys.catalog.told_figures import ToldFigure, told_figures
from mkdocs_journeys.model.metric import Metric, Reading
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.step import Experience, MetricUse
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.probably_duplicate import bare_title
from mkdocs_journeys.rules.rule import Rule

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_VALUE = re.compile(r"\s*([+-]?\d+(?:\.(\d+))?)(?![\d.,:])")
ENOUGH = 3
"""So many words beside its numbers tell a sentence from every other one."""


class ClaimsContradict(Rule):
    """Finds one figure that is told twice, with two values or from two sources.

    Two sentences of maps or insights are about one figure where only their numbers differ, and
    two pain points of the same title where their reach does. The second one is found. A value of a
    metric at a step contradicts the metric if that was read on the same date and no reading says
    so; rounding is fine, and so is the reading of one segment or one place. Drafts, retired and
    future maps are left alone.

    ## Why it matters to the customer
    Two teams that each believe their own figure argue about the figure and not about her.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: wait
        title: I wait
        metrics: [{metric: chase-calls, value: 1.2, date: 2026-09}]
    ```
    ```yaml
    # maps/metrics/chase-calls.yml
    title: Chase calls
    readings: [{date: 2026-09, value: 1.9}]
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: wait
        title: I wait
        metrics: [{metric: chase-calls, value: 1.9, date: 2026-09}]
    ```
    """

    name = "claims-contradict"
    group = "evidence"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Compare the texts of all maps with each other, and their values with the metrics."""
        first: dict[str, ToldFigure] = {}
        for told in told_figures(catalog, catalog.loaded):
            if name := _name_of(told):
                earlier = first.setdefault(name, told)
                if earlier is not told:
                    yield from self._between(catalog, earlier, told)
        for journey, parts in parts_that_say(catalog, "metrics"):
            for _, part in parts if is_current(journey) else ():
                for use in part.metrics:
                    if use.value and use.date:
                        yield from self._with_metric(catalog, part, use)

    def _between(
        self, catalog: Catalog, earlier: ToldFigure, told: ToldFigure
    ) -> Iterator[Problem]:
        said, before = (_NUMBER.findall(one.text) for one in (told, earlier))
        if said != before:
            yield self.problem(
                told.place,
                f"“{told.about}” says “{told.text}”, and “{earlier.about}” says "
                f"“{earlier.text}” ({earlier.place}).",
                "Find out which of them holds and write it at both, or say what tells them apart.",
                also=(earlier.place,),
            )
            return
        sources, others = (_sources(catalog, one) for one in (told, earlier))
        if sources and others and not sources.keys() & others.keys():
            yield self.problem(
                told.place,
                f"“{told.text}” comes from {_named(sources)} here and from {_named(others)} at "
                f"“{earlier.about}” ({earlier.place}).",
                "Name the source that counted it at both.",
                also=(earlier.place,),
            )

    def _with_metric(self, catalog: Catalog, part: Experience, use: MetricUse) -> Iterator[Problem]:
        key = catalog.meant(use.metric)
        metric = catalog.entry(Metric, key.id) if key else None
        number = _VALUE.match(use.value or "")
        if metric is None or number is None:
            return
        same_day = [one for one in metric.readings if one.date == use.date]
        digits = len(number[2] or "")
        if same_day and not any(_agrees(one, float(number[1]), digits) for one in same_day):
            read = same_day[0]
            yield self.problem(
                use.spot.of("value"),
                f"“{part.title}” says that “{metric.called}” was {use.value} in {read.date.text}, "
                f"and the metric says {read.value.text} ({read.spot.of('value')}).",
                "Write the value that was read, or the date of the one that you mean.",
                also=(read.spot.of("value"),),
            )


def _name_of(told: ToldFigure) -> str:
    """Give a text without its numbers, the same for all that tell one figure; else nothing."""
    if not told.is_share or told.field == "rate" or told.home.kind not in ("journey", "insight"):
        return ""
    words = " ".join(_NUMBER.sub("#", told.text.casefold()).split())
    if told.field == "reach" and isinstance(told.thing, PainPoint):
        return f"{bare_title(told.thing.title)}\n{words}"
    return words if len(words.split()) > ENOUGH else ""


def _agrees(reading: Reading, value: float, digits: int) -> bool:
    return f"{reading.value.value:.{digits}f}" == f"{value:.{digits}f}"


def _sources(catalog: Catalog, told: ToldFigure) -> dict[str, str]:
    """Give the evidence of a figure: what each is called, by what identifies it."""
    return {
        catalog.identity(ref): catalog.title(key) if (key := catalog.meant(ref)) else ref.text
        for ref in told.sources
    }


def _named(sources: dict[str, str]) -> str:
    return " and ".join(f"“{name}”" for name in sources.values())
