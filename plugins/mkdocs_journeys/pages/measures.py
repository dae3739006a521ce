"""Figures as they stand on pages: what was read where, against what it shall be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.readings import leading_series
from mkdocs_journeys.model.metric import Metric
from mkdocs_journeys.model.step import MetricUse
from mkdocs_journeys.pages.map_facts import MetricFact


def measures_of(catalog: Catalog, uses: Iterable[MetricUse]) -> Iterator[MetricFact]:
    """Give the metrics used at one place, with their value there and their target.

    A value that is not given there is the newest reading of the metric's leading series; a metric
    that nobody has read yet has none.
    """
    for use in uses:
        key = catalog.meant(use.metric)
        metric = catalog.entry(Metric, key.id) if key else None
        if metric is None:
            yield MetricFact(
                title=catalog.title(key) if key else use.metric.text,
                value=use.value or "",
                target=use.target or "",
                to=key,
            )
            continue
        series = leading_series(catalog, metric)
        value = use.value or (series.readings[-1].value.text if series else "")
        target = use.target or (metric.target.value.text if metric.target else "")
        yield MetricFact(
            title=metric.called,
            value=with_unit(value, metric.unit),
            target=with_unit(target, metric.unit),
            to=key,
        )


def each_once(facts: Iterable[MetricFact]) -> tuple[MetricFact, ...]:
    """Give each metric once, as it first came."""
    seen: dict[str, MetricFact] = {}
    for fact in facts:
        seen.setdefault(fact.title, fact)
    return tuple(seen.values())


def with_unit(value: str, unit: str | None) -> str:
    """Put the unit behind a value: ``83%``, ``22 calls per 100 orders``; nothing stays nothing."""
    if not value or not unit or value.endswith(unit):
        return value
    return f"{value}{unit}" if unit == "%" else f"{value} {unit}"
