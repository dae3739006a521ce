"""Who says what on the maps, found without a walk through all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.mapped import parts_that_say, parts_without_emotion, scored_parts
from tests.maps_on_disk import catalog_of

MAPS = {
    "journeys/a.yml": """\
        title: I order
        stages:
          - id: pay
            title: I pay
            moment_of_truth: Is it safe?
            steps:
              - {id: card, title: I look for my card, emotion: [{who: bea, score: -1}, glad]}
              - {id: check, title: They check it, side: company, emotion: 1}
        """,
    "journeys/b.yml": """\
        title: I wait
        status: draft
        stages: [{id: wait, title: I wait, emotion: -2, touchpoint: Door, pain_points: []}]
        """,
    "personas/bea.yml": "name: Bea\n",
}


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    return catalog_of(tmp_path, MAPS)


def test_every_part_that_says_a_thing_is_found_on_its_map(catalog: Catalog) -> None:
    found = {
        field: [(one.journey.id, [part.id for _, part in one.parts]) for one in each]
        for field in ("moment_of_truth", "pain_points", "touchpoints", "quotes")
        for each in [parts_that_say(catalog, field)]
    }
    assert found == {
        "moment_of_truth": [("a", ["pay"])],
        "pain_points": [("b", ["wait"])],
        "touchpoints": [("b", ["wait"])],
        "quotes": [],
    }
    assert [[part.id for _, part in one.parts] for one in parts_without_emotion(catalog)] == [
        ["pay"]
    ]


def test_every_score_is_found_and_whether_it_is_everybodys(catalog: Catalog) -> None:
    found = [
        (journey.id, one.part.id, one.score, one.is_everybodys)
        for journey, scored in scored_parts(catalog)
        for one in scored
    ]
    assert found == [
        ("a", "card", -1.0, False),
        ("a", "check", 1.0, False),
        ("b", "wait", -2.0, True),
    ]
