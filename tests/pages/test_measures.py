"""Figures as they stand on pages: what was read where, against what it shall be."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.map_facts import MetricFact
from mkdocs_journeys.pages.measures import (
    AgainstTarget,
    against_targets,
    each_once,
    measures_of,
    with_unit,
)
from tests.maps_on_disk import catalog_of

METRIC = "title: Calls\nunit: calls\ntarget: {value: 5, due: 2027-01}\n"
READ = "readings: [{date: 2026-06, value: 20}, {date: 2026-05, value: 30}]\n"
ONLY_THERE = (
    "readings: [{date: 2026-05, value: 30, at: a/s}, {date: 2026-06, value: 20, at: a/s}]\n"
)


def against(folder: Path, use: str, metric: str) -> AgainstTarget:
    catalog = catalog_with(folder, use, metric)
    (journey,) = catalog.all(Journey)
    (found,) = against_targets(catalog, journey.stages[0].metrics)
    return found


def fact(folder: Path, use: str, metric: str = METRIC) -> MetricFact:
    catalog = catalog_with(folder, use, metric)
    (journey,) = catalog.all(Journey)
    (found,) = measures_of(catalog, journey.stages[0].metrics)
    return found


def catalog_with(folder: Path, use: str, metric: str) -> Catalog:
    files = {
        "metrics/calls.yml": metric,
        "journeys/a.yml": f"title: A\nstages: [{{id: s, title: S, metrics: [{use}]}}]\n",
    }
    return catalog_of(folder, files)


@pytest.mark.parametrize(
    ("use", "metric", "value", "target"),
    [
        ("{metric: calls, value: 9, target: 4}", METRIC, "9 calls", "4 calls"),
        ("calls", METRIC + READ, "20 calls", "5 calls"),
        ("calls", METRIC, "", "5 calls"),
        ("calls", "title: Calls\n", "", ""),
        # Where nobody was asked but some, the newest of theirs is what is known.
        ("calls", METRIC + ONLY_THERE, "20 calls", "5 calls"),
        ("{metric: calls, value: 9 calls a day}", METRIC, "9 calls a day calls", "5 calls"),
        ("{metric: calls, value: 9 calls}", METRIC, "9 calls", "5 calls"),
    ],
)
def test_a_figure_has_the_value_there_else_the_newest(
    use: str, metric: str, value: str, target: str, tmp_path: Path
) -> None:
    found = fact(tmp_path, use, metric)
    assert (found.title, found.to) == ("Calls", Key("metric", "calls"))
    assert (found.value, found.target) == (value, target)


@pytest.mark.parametrize(
    ("use", "metric", "gap", "has_arrived"),
    [
        ("{metric: calls, value: 9, target: 4}", METRIC + "direction: down\n", 5, False),
        ("{metric: calls, value: 0}", METRIC + "direction: down\n", -5, True),
        ("{metric: calls, value: 9}", METRIC, 4, None),
        ("calls", METRIC + READ, 15, None),
        ("{metric: calls, value: 90%, target: 92%}", METRIC + "direction: up\n", -2, False),
        # What is no number is told as typed, and never worked with.
        ("{metric: calls, value: many}", METRIC + READ, None, None),
        ("{metric: calls, value: 9, target: few}", METRIC, None, None),
        ("{metric: Smiles, value: 9, target: 4}", METRIC, 5, None),
    ],
)
def test_a_figure_stands_against_its_target_where_both_are_numbers(
    use: str, metric: str, gap: float | None, has_arrived: bool | None, tmp_path: Path
) -> None:
    found = against(tmp_path, use, metric)
    assert (found.gap, found.has_arrived) == (gap, has_arrived)


def test_a_metric_that_is_not_in_the_registry_is_told_as_typed(tmp_path: Path) -> None:
    found = fact(tmp_path, "{metric: Smiles, value: many, target: more}")
    assert (found.title, found.to, found.value, found.target) == ("Smiles", None, "many", "more")


def test_each_metric_comes_once_as_it_first_came() -> None:
    first, again = MetricFact(title="Calls", value="9"), MetricFact(title="Calls", value="8")
    assert each_once([first, MetricFact(title="Smiles"), again]) == (
        first,
        MetricFact(title="Smiles"),
    )


@pytest.mark.parametrize(
    ("value", "unit", "then"),
    [
        ("83", "%", "83%"),
        ("83%", "%", "83%"),
        ("22", "calls per 100 orders", "22 calls per 100 orders"),
        ("22", None, "22"),
        ("", "%", ""),
    ],
)
def test_a_unit_stands_behind_its_value(value: str, unit: str | None, then: str) -> None:
    assert with_unit(value, unit) == then
