"""Metrics: what is measured, where it stands against its target, and where it goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.evidence_level import evidence_level
from mkdocs_journeys.catalog.readings import (
    Trend,
    breaks_between,
    leading_series,
    series_of,
    trend_of,
)
from mkdocs_journeys.diagrams.chart import LineChart, chart_of
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import later
from mkdocs_journeys.model.metric import Metric, Reading
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.choices import Choices, by_things, by_words, keys_of, narrowing
from mkdocs_journeys.pages.link import Link, mentioned
from mkdocs_journeys.pages.measures import with_unit
from mkdocs_journeys.pages.metric_uses import (
    ExpectedChange,
    MeasuredAt,
    expected_of,
    measured_at,
)
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.standing import StandingFacts, standing_of
from mkdocs_journeys.pages.used_by import UsedByGroup, used_by

STANDINGS = {
    "missed": later("Target missed"),
    "open": later("No target or no figure"),
    "reached": later("Target reached"),
}
_STANDING = {False: "missed", None: "open", True: "reached"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingFacts:
    """One reading with whose and where it is; ``is_predicted``: nobody has observed it yet.

    ``change`` is against the reading before it in its series, None for the first one and for
    the first one after a break; ``to_target`` is what it lies above the target, None without one.
    """

    reading: Reading
    whose: tuple[Link, ...]
    is_predicted: bool
    change: float | None
    to_target: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricPageFacts:
    """All that the page of a metric tells; ``readings`` are newest first.

    ``whose`` says of whom the first series is, where it is not of all. ``chart`` is None below
    two readings.
    """

    metric: Metric
    standing: StandingFacts
    trend: Trend | None
    whose: tuple[Link, ...]
    chart: LineChart | None
    readings: tuple[ReadingFacts, ...]
    has_whose: bool
    measured_at: tuple[MeasuredAt, ...]
    expected: tuple[ExpectedChange, ...]
    used_by: tuple[UsedByGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricRow:
    """One metric in the list; ``standing`` is a key of ``STANDINGS``."""

    metric: Metric
    standing: str
    owner: Link | None
    trend: Trend | None
    newest: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricsFacts:
    """All metrics: those that miss their target first, then those without one, then the rest."""

    rows: tuple[MetricRow, ...]
    narrowing: tuple[Choices, ...]


def metric_pages(catalog: Catalog) -> Iterator[Page]:
    """Give the list of metrics and the page of each."""
    yield metrics_page(catalog)
    for metric in catalog.all(Metric):
        yield metric_page(catalog, metric)


def metrics_page(catalog: Catalog) -> Page:
    """Give the page that lists all metrics."""
    rows = [_row(catalog, metric) for metric in catalog.all(Metric)]
    order = tuple(STANDINGS)
    rows.sort(key=lambda row: order.index(row.standing))
    return Page(
        key=page_key("metrics"),
        title=_("Metrics"),
        template="metrics",
        facts=MetricsFacts(
            rows=tuple(rows),
            narrowing=narrowing(
                by_words(
                    "standing",
                    _("Standing"),
                    (row.standing for row in rows),
                    order=order,
                    titles={word: _(said) for word, said in STANDINGS.items()},
                ),
                by_things(catalog, "owner", _("Owner"), (keys_of([row.owner]) for row in rows)),
            ),
        ),
        above=HOME,
        lede=_("What we measure, and how far it is from what it shall be."),
        is_listed=bool(rows),
    )


def metric_page(catalog: Catalog, metric: Metric) -> Page:
    """Give the page of a metric."""
    return Page(
        key=metric.key,
        title=metric.called,
        template="metric",
        facts=_facts(catalog, metric),
        above=page_key("metrics"),
        source=metric.spot.file,
        lede=metric.summary or "",
        words="\n".join(
            text
            for text in (
                metric.code,
                metric.summary,
                metric.formula,
                metric.scale.question if metric.scale else "",
                *metric.tags,
            )
            if text
        ),
    )


def _facts(catalog: Catalog, metric: Metric) -> MetricPageFacts:
    trend = trend_of(catalog, metric)
    leading = leading_series(catalog, metric)
    readings = [
        _reading(catalog, metric, before, one)
        for series in series_of(catalog, metric)
        for before, one in reversed([*zip((None, *series.readings), series.readings, strict=False)])
    ]
    return MetricPageFacts(
        metric=metric,
        standing=standing_of(
            catalog,
            metric,
            evidence=evidence_level(catalog, metric.evidence) if metric.evidence else None,
        ),
        trend=trend,
        whose=_whose(catalog, leading.readings[0]) if leading else (),
        chart=chart_of(catalog, metric),
        readings=tuple(readings),
        has_whose=any(one.whose for one in readings),
        measured_at=tuple(measured_at(catalog, metric)),
        expected=tuple(expected_of(catalog, metric)),
        used_by=used_by(catalog, metric.key),
    )


def _row(catalog: Catalog, metric: Metric) -> MetricRow:
    trend = trend_of(catalog, metric)
    return MetricRow(
        metric=metric,
        standing=_STANDING[trend.has_arrived if trend else None],
        owner=mentioned(catalog, metric.owner) if metric.owner else None,
        trend=trend,
        newest=_newest(metric, trend),
        target=_target(metric),
    )


def _newest(metric: Metric, trend: Trend | None) -> str:
    return with_unit(trend.newest.value.text, metric.unit) if trend else ""


def _target(metric: Metric) -> str:
    return with_unit(metric.target.value.text, metric.unit) if metric.target else ""


def _reading(
    catalog: Catalog, metric: Metric, before: Reading | None, reading: Reading
) -> ReadingFacts:
    if before and breaks_between(metric, before, reading):
        before = None
    value = reading.value.value
    return ReadingFacts(
        reading=reading,
        whose=_whose(catalog, reading),
        is_predicted=metric.predicted or reading.date.first > catalog.today,
        change=value - before.value.value if before else None,
        to_target=value - metric.target.value.value if metric.target else None,
    )


def _whose(catalog: Catalog, reading: Reading) -> tuple[Link, ...]:
    refs = (reading.segment, reading.persona, reading.at)
    links = tuple(mentioned(catalog, ref) for ref in refs if ref)
    return (*links, Link(text=reading.variant)) if reading.variant else links
