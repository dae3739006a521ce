"""What customers answered, beside how the map says that it feels."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.catalog.asked import answers, as_emotion, is_asked
from mkdocs_journeys.model.metric import Metric
from tests.maps_on_disk import catalog_of


def metric(folder: Path, text: str) -> Metric:
    return catalog_of(folder, {"metrics/asked.yml": text}).all(Metric)[0]


@pytest.mark.parametrize(
    ("scale", "direction", "value", "score"),
    [
        ("{least: 1, most: 5}", "up", 1, -2),
        ("{least: 1, most: 5}", "up", 3, 0),
        ("{least: 1, most: 5}", "up", 4.6, 1.6),
        ("{least: 1, most: 5}", "up", 5.1, None),
        ("{least: 1, most: 7}", "down", 1, 2),
        ("{least: 1, most: 7}", "down", 7, -2),
        ("{least: 0, most: 100}", "up", 75, 1),
        ("{least: 0, most: 100}", "up", -1, None),
    ],
)
def test_an_answer_is_put_on_the_scale_of_the_curve(
    scale: str, direction: str, value: float, score: float | None, tmp_path: Path
) -> None:
    asked = metric(tmp_path, f"title: CSAT\ndirection: {direction}\nscale: {scale}\n")
    assert as_emotion(asked, value) == (None if score is None else pytest.approx(score))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("title: Install CSAT\ndirection: up\nscale: {least: 1, most: 5}", True),
        ("title: Kundenzufriedenheit\ndirection: up\nscale: {least: 1, most: 5}", True),
        ("title: Effort\ndirection: down\nscale: {least: 1, most: 7, question: Hard?}", True),
        ("title: CSAT\ndirection: up\nscale: {least: 1}", False),
        ("title: CSAT\nscale: {least: 1, most: 5}", False),
        ("title: CSAT\ndirection: up", False),
        ("title: In time\ndirection: up\nscale: {least: 0, most: 100}", False),
        ("title: NPS\ndirection: up\nscale: {least: -100, most: 100, question: Would you?}", False),
        ("title: CSAT\npredicted: true\ndirection: up\nscale: {least: 1, most: 5}", False),
        ("title: CSAT\ndirection: up\nscale: {least: 5, most: 1}", False),
    ],
)
def test_only_what_customers_answer_on_a_scale_is_asked(
    text: str, asked: bool, tmp_path: Path
) -> None:
    assert is_asked(metric(tmp_path, text)) is asked


def test_the_newest_reading_of_a_place_wins_over_what_is_typed_there(tmp_path: Path) -> None:
    catalog = catalog_of(
        tmp_path,
        {
            "metrics/csat.yml": """\
                title: CSAT
                direction: up
                scale: {least: 1, most: 5}
                readings:
                  - {date: 2026-10, value: 4, at: order/pay}
                  - {date: 2026-08, value: 2, at: order/pay}
                  - {date: 2026-11, value: 1, at: order/pay, variant: by post}
                """,
            "journeys/order.yml": """\
                title: I order
                stages:
                  - {id: pay, title: I pay, metrics: [{metric: csat, value: 3}]}
                  - {id: wait, title: I wait, metrics: [{metric: csat, value: 2.5}]}
                  - {id: go, title: I go, metrics: [csat]}
                """,
        },
    )
    found = {place.id: [one.value for one in given] for place, given in answers(catalog).items()}
    assert found == {"order/pay": [4], "order/wait": [2.5]}
