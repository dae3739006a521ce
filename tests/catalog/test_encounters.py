"""Where a touchpoint is met, and whose scores count there."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.catalog.encounters import encounters_with, mean_emotion_at
from mkdocs_journeys.model.key import Key
from tests.maps_on_disk import catalog_of

PEOPLE = {"personas/bea.yml": "{}\n", "personas/carl.yml": "{}\n", "personas/dora.yml": "{}\n"}


@pytest.mark.parametrize(
    ("emotion", "mean"),
    [
        ("-1", -1),
        ("[{who: bea, score: -2}, {who: carl, score: 1}]", -0.5),
        # Dora does not travel this map: her score is a mark beside the curve.
        ("[{who: bea, score: -2}, {who: dora, score: 2}]", -2),
        # One score for both, and one more of Bea's: three in all.
        ("[{score: 1}, {who: bea, when: at night, score: -2}]", 0),
        ("{words: [curious]}", None),
    ],
)
def test_a_score_counts_once_for_each_traveller_it_holds_for(
    emotion: str, mean: float | None, tmp_path: Path
) -> None:
    journey = f"""\
title: I order
personas: [bea, carl]
stages:
  - title: I choose
    steps: [{{id: pick, title: I pick, touchpoint: page, emotion: {emotion}}}]
"""
    files = PEOPLE | {"touchpoints.yml": "- {id: page}\n", "journeys/order.yml": journey}
    catalog = catalog_of(tmp_path, files)
    encounters = encounters_with(catalog, Key("touchpoint", "page"))
    assert [one.part.id for one in encounters] == ["pick"]
    assert mean_emotion_at(catalog, encounters) == mean


def test_a_stage_that_names_the_touchpoint_is_a_place_too(tmp_path: Path) -> None:
    journey = "title: I order\nstages: [{id: a, title: A, touchpoint: page, emotion: 1}]\n"
    catalog = catalog_of(
        tmp_path, {"touchpoints.yml": "- {id: page}\n", "journeys/order.yml": journey}
    )
    (one,) = encounters_with(catalog, Key("touchpoint", "page"))
    assert one.key == Key("stage", "order/a")
    assert mean_emotion_at(catalog, (one,)) == 1
