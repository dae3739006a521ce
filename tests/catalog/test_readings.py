"""Readings of a metric: which belong together, and what may be compared."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.catalog.readings import leading_series, runs_of, series_of, trend_of
from mkdocs_journeys.model.metric import Metric
from tests.maps_on_disk import catalog_of


def test_readings_of_different_customers_are_different_series(tmp_path: Path) -> None:
    catalog = catalog_of(
        tmp_path,
        {
            "segments.yml": "- {id: owls}\n",
            "metrics/m.yml": """\
                readings:
                  - {date: 2026-02, value: 2, segment: owls}
                  - {date: 2026-03, value: 4}
                  - {date: 2026-01, value: 1, segment: owls}
                  - {date: 2026-01, value: 3, variant: B}
                """,
        },
    )
    (metric,) = catalog.all(Metric)
    told = [[one.value.text for one in series.readings] for series in series_of(catalog, metric)]
    assert told == [["4"], ["1", "2"], ["3"]]


def test_where_nothing_speaks_for_all_the_longest_series_leads(tmp_path: Path) -> None:
    readings = "[{date: 2026-01, value: 1, variant: A}, {date: 2026-01, value: 2, variant: B},"
    readings += " {date: 2026-02, value: 3, variant: B}]"
    catalog = catalog_of(tmp_path, {"metrics/m.yml": f"readings: {readings}\n"})
    (metric,) = catalog.all(Metric)
    series = leading_series(catalog, metric)
    assert series is not None
    assert [one.value.text for one in series.readings] == ["2", "3"]
    assert not series.speaks_for_all


def test_a_metric_without_readings_has_no_trend(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, {"metrics/m.yml": "title: Calls\n"})
    assert trend_of(catalog, catalog.all(Metric)[0]) is None


def test_without_a_direction_nobody_says_better_or_worse(tmp_path: Path) -> None:
    text = "target: 5\nreadings: [{date: 2026-01, value: 1}, {date: 2026-02, value: 6}]\n"
    catalog = catalog_of(tmp_path, {"metrics/m.yml": text})
    trend = trend_of(catalog, catalog.all(Metric)[0])
    assert trend is not None
    assert (trend.change, trend.is_better, trend.to_target, trend.has_arrived) == (5, None, 1, None)


def test_the_first_reading_after_a_break_has_nothing_to_be_compared_with(tmp_path: Path) -> None:
    text = "direction: up\nseries_break: 2026-02-01\n"
    text += "readings: [{date: 2026-01, value: 1}, {date: 2026-02, value: 6}]\n"
    catalog = catalog_of(tmp_path, {"metrics/m.yml": text})
    (metric,) = catalog.all(Metric)
    trend, series = trend_of(catalog, metric), leading_series(catalog, metric)
    assert trend is not None
    assert series is not None
    assert trend.before is None
    assert trend.change is None
    assert len(runs_of(metric, series)) == 2
