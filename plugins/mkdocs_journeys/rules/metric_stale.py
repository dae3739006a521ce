"""A metric whose newest reading is old."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.metric import Metric
from mkdocs_journeys.model.values import Period
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

_CADENCES = (
    # Longer words first: `half-yearly` holds `yearly`, `biweekly` holds `weekly`.
    (r"half[- ]?year|semi-?annual|twice a year|halbjähr|semestr", Period("6 months", 6, 0)),
    (r"fortnight|bi-?week|two weeks|zweiwöchen|quinzaine", Period("2 weeks", 0, 14)),
    (r"bi-?month|two months", Period("2 months", 2, 0)),
    (r"quarter|quartal|vierteljähr|trimest", Period("3 months", 3, 0)),
    (r"\bdaily\b|\bday\b|täglich|quotidien", Period("1 day", 0, 1)),
    (r"\bweek|wöchentlich|woche|semaine|hebdo|seman", Period("1 week", 0, 7)),
    (r"month|monat|mensuel|mensual|\bmois\b", Period("1 month", 1, 0)),
    (r"annual|year|jährlich|\bjahr|\bannée|\baño", Period("1 year", 12, 0)),
)
_USUAL = Period("12 months", 12, 0)


class MetricStale(Rule):
    """Finds metrics whose newest reading is older than twice the time between two readings.

    The time comes from `cadence`: a metric that is read monthly is stale when its newest reading
    is more than two months old. Where the cadence is not understood, twelve months are allowed.
    Forecasts (`predicted: true`) may be dated ahead. A metric without readings is not stale.

    ## Why it matters to the customer
    The chart ends in spring, and everybody believes that it is still so. What has become worse
    for her since then is nowhere to be seen.

    ## Example
    ```yaml
    # maps/metrics/chase-calls.yml
    title: Chase calls
    cadence: monthly
    readings:
      - {date: 2026-05, value: 1.6}
    ```

    ## Write instead
    ```yaml
    # maps/metrics/chase-calls.yml
    title: Chase calls
    cadence: monthly
    readings:
      - {date: 2026-05, value: 1.6}
      - {date: 2026-10, value: 1.9}
    ```

    ## Options
    `max_age`: how old the newest reading may be, whatever the cadence says; no default.
    """

    name = "metric-stale"
    group = "measures"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every metric that was ever read; the finding stands at its newest reading."""
        max_age = self.setting(catalog).max_age
        for metric in catalog.all(Metric):
            if not metric.readings:
                continue
            newest = max(metric.readings, key=lambda reading: reading.date.last)
            every = cadence_of(metric)
            allowed = max_age or (_twice(every) if every else _USUAL)
            if allowed.after(newest.date.last) < catalog.today:
                often = f", and is read {metric.cadence}" if metric.cadence and every else ""
                yield self.problem(
                    newest.spot.of("date"),
                    f"The newest reading of “{metric.called}” is of {newest.date.text}{often}.",
                    "Add a newer reading, or say in `cadence` how often it is read now.",
                )


def cadence_of(metric: Metric) -> Period | None:
    """Give the time between two readings, from `cadence` in words; None where it says none."""
    said = (metric.cadence or "").casefold()
    try:
        return Period.read(said.removeprefix("every ").strip())
    except ValueError:
        pass
    return next((every for words, every in _CADENCES if re.search(words, said)), None)


def _twice(every: Period) -> Period:
    return Period(f"2 × {every.text}", every.months * 2, every.days * 2)
