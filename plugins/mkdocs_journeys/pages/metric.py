"""Metrics: what is measured, where it stands against its target, and where it goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.evidence_level import evidence_level
from mkdocs_journeys.catalog.readings import Trend, leading_series, series_of, trend_of
from mkdocs_journeys.diagrams.chart import LineChart, chart_of
from mkdocs_journeys.model.improvement import Initiative
from mkdocs_journeys.model.journey import Objective
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.metric import Metric, Reading
from mkdocs_journeys.model.step import Experience
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.link import Link, link_to, mentioned
from mkdocs_journeys.pages.measures import with_unit
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.standing import StandingFacts, standing_of
from mkdocs_journeys.pages.used_by import UsedByGroup, used_by


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingFacts:
    """One reading with whose and where it is; ``is_predicted``: nobody has observed it yet."""

    reading: Reading
    whose: tuple[Link, ...]
    is_predicted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredAt:
    """A part of a journey, or an objective, that uses the metric; texts as typed, with unit."""

    at: Link
    value: str
    target: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedChange:
    """What an initiative expects of the metric."""

    initiative: Link
    status: str
    change: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricPageFacts:
    """All that the page of a metric tells; ``readings`` are newest first.

    ``whose`` says of whom the first series is, where it is not of all. ``chart`` is None below
    two readings.
    """

    metric: Metric
    standing: StandingFacts
    trend: Trend | None
    newest: str
    target: str
    baseline: str
    whose: tuple[Link, ...]
    chart: LineChart | None
    readings: tuple[ReadingFacts, ...]
    has_whose: bool
    measured_at: tuple[MeasuredAt, ...]
    expected: tuple[ExpectedChange, ...]
    used_by: tuple[UsedByGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricRow:
    """One metric in the list."""

    metric: Metric
    owner: Link | None
    trend: Trend | None
    newest: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricsFacts:
    """All metrics: those that miss their target first, then those without one, then the rest."""

    rows: tuple[MetricRow, ...]
    owners: tuple[Link, ...]


def metric_pages(catalog: Catalog) -> Iterator[Page]:
    """Give the list of metrics and the page of each."""
    yield metrics_page(catalog)
    for metric in catalog.all(Metric):
        yield metric_page(catalog, metric)


def metrics_page(catalog: Catalog) -> Page:
    """Give the page that lists all metrics."""
    rows = [_row(catalog, metric) for metric in catalog.all(Metric)]
    order = {False: 0, None: 1, True: 2}
    rows.sort(key=lambda row: order[row.trend.has_arrived if row.trend else None])
    owners = {row.owner.to: row.owner for row in rows if row.owner and row.owner.to}
    return Page(
        key=page_key("metrics"),
        title="Metrics",
        template="metrics",
        facts=MetricsFacts(
            rows=tuple(rows),
            owners=tuple(owners[key] for key in catalog.in_order(key for key in owners if key)),
        ),
        above=HOME,
        lede="What we measure, and how far it is from what it shall be.",
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
        _reading(catalog, metric, one)
        for series in series_of(catalog, metric)
        for one in reversed(series.readings)
    ]
    return MetricPageFacts(
        metric=metric,
        standing=standing_of(
            catalog,
            metric,
            evidence=evidence_level(catalog, metric.evidence) if metric.evidence else None,
        ),
        trend=trend,
        newest=_newest(metric, trend),
        target=_target(metric),
        baseline=with_unit(metric.baseline.text, metric.unit) if metric.baseline else "",
        whose=_whose(catalog, leading.readings[0]) if leading else (),
        chart=chart_of(catalog, metric),
        readings=tuple(readings),
        has_whose=any(one.whose for one in readings),
        measured_at=tuple(_measured_at(catalog, metric)),
        expected=tuple(_expected(catalog, metric)),
        used_by=used_by(catalog, metric.key),
    )


def _row(catalog: Catalog, metric: Metric) -> MetricRow:
    trend = trend_of(catalog, metric)
    return MetricRow(
        metric=metric,
        owner=mentioned(catalog, metric.owner) if metric.owner else None,
        trend=trend,
        newest=_newest(metric, trend),
        target=_target(metric),
    )


def _newest(metric: Metric, trend: Trend | None) -> str:
    return with_unit(trend.newest.value.text, metric.unit) if trend else ""


def _target(metric: Metric) -> str:
    return with_unit(metric.target.value.text, metric.unit) if metric.target else ""


def _reading(catalog: Catalog, metric: Metric, reading: Reading) -> ReadingFacts:
    return ReadingFacts(
        reading=reading,
        whose=_whose(catalog, reading),
        is_predicted=metric.predicted or reading.date.first > catalog.today,
    )


def _whose(catalog: Catalog, reading: Reading) -> tuple[Link, ...]:
    refs = (reading.segment, reading.persona, reading.at)
    links = tuple(mentioned(catalog, ref) for ref in refs if ref)
    return (*links, Link(text=reading.variant)) if reading.variant else links


def _measured_at(catalog: Catalog, metric: Metric) -> Iterator[MeasuredAt]:
    """Give the parts of journeys that show the metric, and the objectives that it decides."""
    users = dict.fromkeys(use.user for use in catalog.used_by(metric.key))
    for key in catalog.in_order(users):
        home = catalog.known[key].home
        link = link_to(catalog, key, note=catalog.title(home) if home != key else "")
        thing = catalog.known[key].thing
        if isinstance(thing, Experience):
            for use in thing.metrics:
                if catalog.meant(use.metric) == metric.key:
                    yield MeasuredAt(
                        at=link,
                        value=with_unit(use.value or "", metric.unit),
                        target=with_unit(use.target or "", metric.unit),
                        date=use.date.text if use.date else "",
                    )
        elif key.kind == "journey":
            yield from _objectives(catalog, metric, key)


def _objectives(catalog: Catalog, metric: Metric, key: Key) -> Iterator[MeasuredAt]:
    journey = catalog.journey_of(key)
    objectives: tuple[Objective, ...] = journey.objectives if journey else ()
    for one in objectives:
        if journey and catalog.meant(one.metric) == metric.key:
            at = Key("objective", f"{journey.id}/{one.id}") if one.id else journey.key
            yield MeasuredAt(
                at=Link(text=one.title, to=at, note=f"objective of {journey.title}"),
                value="",
                target=with_unit(one.target or "", metric.unit),
                date=one.due.text if one.due else "",
            )


def _expected(catalog: Catalog, metric: Metric) -> Iterator[ExpectedChange]:
    for key in catalog.related(metric.key, "initiative"):
        initiative = catalog.entry(Initiative, key.id)
        for one in initiative.expects if initiative else ():
            if initiative and catalog.meant(one.metric) == metric.key:
                yield ExpectedChange(
                    initiative=link_to(catalog, key),
                    status=initiative.status,
                    change=one.change or "",
                    due=one.due.text if one.due else "",
                )
