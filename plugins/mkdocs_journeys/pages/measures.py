"""Figures as they stand on pages: what was read where, against what it shall be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.readings import is_reached, leading_series
from mkdocs_journeys.model.metric import Metric
from mkdocs_journeys.model.numbers import read_number
from mkdocs_journeys.model.step import MetricUse
from mkdocs_journeys.pages.map_facts import MetricFact


@dataclass(frozen=True, slots=True, kw_only=True)
class AgainstTarget:
    """A figure and how far it is from its target.

    ``gap`` is value less target in the metric's unit, None where one of them is no number.
    ``has_arrived`` is None without a gap or where neither way is better.
    """

    fact: MetricFact
    gap: float | None
    has_arrived: bool | None


def against_targets(catalog: Catalog, uses: Iterable[MetricUse]) -> Iterator[AgainstTarget]:
    """Give the metrics used at one place, each once as it first came, with its gap to target."""
    seen = set()
    for use in uses:
        (fact,) = measures_of(catalog, (use,))
        if fact.title in seen:
            continue
        seen.add(fact.title)
        metric = catalog.entry(Metric, fact.to.id) if fact.to else None
        value, target = _read(use.value), _read(use.target)
        if metric:
            series = leading_series(catalog, metric)
            if value is None and not use.value and series:
                value = series.readings[-1].value.value
            if target is None and not use.target and metric.target:
                target = metric.target.value.value
        if value is None or target is None:
            yield AgainstTarget(fact=fact, gap=None, has_arrived=None)
            continue
        yield AgainstTarget(
            fact=fact,
            gap=value - target,
            has_arrived=is_reached(metric, value, target) if metric else None,
        )


def _read(typed: str | None) -> float | None:
    """Read what an author typed for a value; None where it is no number."""
    try:
        return read_number((typed or "").removesuffix("%"))
    except PydanticCustomError:
        return None


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
