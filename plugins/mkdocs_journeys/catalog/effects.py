"""What an initiative has done so far: when it is late, and what the metrics say since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.readings import breaks_between, is_good, leading_series
from mkdocs_journeys.model.improvement import Expectation, Initiative, Opportunity
from mkdocs_journeys.model.metric import Metric, Reading
from mkdocs_journeys.model.values import Day

CLOSED = ("done", "dropped")


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One expected effect beside what was read.

    ``before`` is the last reading before the work began, ``after`` the newest one since it was
    done (or, while it runs, since it began); None where there is none. ``change`` is after minus
    before, None where one is missing or the series breaks between them (``is_cut``).
    """

    expectation: Expectation
    metric: Metric | None
    before: Reading | None = None
    after: Reading | None = None
    change: float | None = None
    is_better: bool | None = None
    is_cut: bool = False


def is_overdue(catalog: Catalog, initiative: Initiative) -> bool:
    """Tell whether the day it was due has passed and it is neither done nor dropped."""
    late = initiative.due is not None and initiative.due.last < catalog.today
    return late and initiative.status not in CLOSED


def effects_of(catalog: Catalog, initiative: Initiative) -> tuple[Effect, ...]:
    """Give what an initiative expects beside what was read since, in the author's order.

    Formula: the newest reading since ``done`` (else ``start``) minus the last one before
    ``start`` (else ``done``), both of the metric's leading series. An initiative that has no
    such day has no observed effect, and what is only predicted shows none. What is seen may have
    other causes; pages say so.
    Source: the simple before-and-after design (D. T. Campbell, J. C. Stanley: *Experimental and
    Quasi-Experimental Designs for Research*, 1963, design 2).
    """
    return tuple(_effect(catalog, initiative, one) for one in initiative.expects)


def span_of(catalog: Catalog, opportunity: Opportunity) -> tuple[Day | None, Day | None]:
    """Give when work on an opportunity begins and is to end: those of its initiatives.

    The earliest start and the latest due day; dropped initiatives do not count; None where no
    initiative says.
    """
    keys = catalog.related(opportunity.key, "initiative")
    found = [entry for key in keys if (entry := catalog.entry(Initiative, key.id))]
    running = [one for one in found if one.status != "dropped"]
    starts = [one.start for one in running if one.start]
    ends = [one.done or one.due for one in running if one.done or one.due]
    latest = max((day for day in ends if day), key=lambda day: day.last, default=None)
    return min(starts, default=None), latest


def _effect(catalog: Catalog, initiative: Initiative, expectation: Expectation) -> Effect:
    key = catalog.meant(expectation.metric)
    metric = catalog.entry(Metric, key.id) if key else None
    series = leading_series(catalog, metric) if metric else None
    began = initiative.start or initiative.done
    since = initiative.done or initiative.start
    if metric is None or series is None or began is None or since is None or metric.predicted:
        return Effect(expectation=expectation, metric=metric)
    read = tuple(one for one in series.readings if one.date.first <= catalog.today)
    before = _last_before(read, began.first)
    after = next((one for one in reversed(read) if one.date.first >= since.first), None)
    is_cut = bool(before and after and breaks_between(metric, before, after))
    change = after.value.value - before.value.value if before and after and not is_cut else None
    return Effect(
        expectation=expectation,
        metric=metric,
        before=before,
        after=after,
        change=change,
        is_better=is_good(metric, change),
        is_cut=is_cut,
    )


def _last_before(readings: tuple[Reading, ...], day: date) -> Reading | None:
    return next((one for one in reversed(readings) if one.date.last < day), None)
