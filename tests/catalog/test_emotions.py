"""How a journey feels: whose scores count, where the curve runs, and its highs and lows."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import (
    feelings,
    felt_parts,
    highs,
    lows,
    mean_emotion,
    scores,
    scores_of_parts,
    travellers,
)
from mkdocs_journeys.catalog.encounters import scores_at
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from tests.maps_on_disk import catalog_of

PEOPLE = {"personas/bea.yml": "name: Bea\n", "personas/carl.yml": "name: Carl\n"}
BEA, CARL = Key("persona", "bea"), Key("persona", "carl")


def journey_of(folder: Path, stages: str, personas: str = "[bea, carl]") -> tuple[Catalog, Journey]:
    text = f"title: A\npersonas: {personas}\nstages:\n{stages}"
    catalog = catalog_of(folder, PEOPLE | {"journeys/a.yml": text})
    journey = catalog.entry(Journey, "a")
    assert journey is not None
    return catalog, journey


def steps(*emotions: str) -> str:
    """One stage with a step for each emotion, called s1, s2 …; nothing for a step without."""
    lines = (
        f"      - {{id: s{number}, title: S{number}{', emotion: ' + emotion if emotion else ''}}}\n"
        for number, emotion in enumerate(emotions, 1)
    )
    return "  - id: s\n    title: S\n    steps:\n" + "".join(lines)


def told(catalog: Catalog, journey: Journey) -> list[tuple[str, str, float | None]]:
    return [
        (one.part.id, one.persona.id if one.persona else one.who, one.score)
        for one in feelings(catalog, journey)
    ]


def test_a_score_for_nobody_by_name_is_that_of_every_persona(tmp_path: Path) -> None:
    catalog, journey = journey_of(tmp_path, steps("-1"))
    assert told(catalog, journey) == [("s1", "bea", -1), ("s1", "carl", -1)]
    assert scores(catalog, journey) == (-1, -1)
    assert scores(catalog, journey, BEA) == (-1,)


def test_a_map_without_personas_has_one_curve_of_nobody_in_particular(tmp_path: Path) -> None:
    catalog, journey = journey_of(tmp_path, steps("-1", "2"), personas="[]")
    assert travellers(catalog, journey) == ()
    assert told(catalog, journey) == [("s1", "", -1), ("s2", "", 2)]
    assert scores(catalog, journey) == (-1, 2)


def test_each_persona_has_scores_of_her_own(tmp_path: Path) -> None:
    catalog, journey = journey_of(tmp_path, steps("[{who: bea, score: -2}, {who: Carl, score: 1}]"))
    assert scores(catalog, journey, BEA) == (-2,)
    assert scores(catalog, journey, CARL) == (1,)
    assert mean_emotion(catalog, journey) == -0.5


def test_who_has_no_line_is_named_and_does_not_count(tmp_path: Path) -> None:
    catalog, journey = journey_of(
        tmp_path,
        steps("[{who: bea, score: 2}, {who: carl, score: -2}, {who: Her son, score: -1}]"),
        personas="[bea]",
    )
    assert told(catalog, journey) == [("s1", "bea", 2), ("s1", "Carl", -2), ("s1", "Her son", -1)]
    assert scores(catalog, journey) == (2,)
    assert mean_emotion(catalog, journey) == 2
    assert lows(catalog, journey) == ()


def test_words_without_a_score_are_told_and_make_no_point(tmp_path: Path) -> None:
    catalog, journey = journey_of(tmp_path, steps("{words: [glad, tired]}", "1"), "[bea]")
    assert [one.word for one in feelings(catalog, journey)] == ["glad, tired", ""]
    assert told(catalog, journey)[0] == ("s1", "bea", None)
    assert mean_emotion(catalog, journey) == 1


def test_what_the_company_does_unseen_is_not_felt(tmp_path: Path) -> None:
    stage = """\
  - id: s
    title: S
    steps:
      - {id: t, title: T, side: company, emotion: -2}
      - {id: u, title: U, emotion: 1}
"""
    catalog, journey = journey_of(tmp_path, stage, "[bea]")
    assert [part.id for part in felt_parts(journey.stages[0])] == ["u"]
    assert mean_emotion(catalog, journey) == 1
    assert scores_at(catalog, journey, journey.all_steps[0]) == ()


def test_a_stage_without_scored_steps_stands_for_itself(tmp_path: Path) -> None:
    stage = "  - {id: s, title: S, emotion: 1, steps: [{id: t, title: T}]}\n"
    catalog, journey = journey_of(tmp_path, stage, "[bea]")
    assert told(catalog, journey) == [("s", "bea", 1)]


def test_a_stage_with_scored_steps_has_no_point_of_its_own(tmp_path: Path) -> None:
    stage = "  - {id: s, title: S, emotion: 1, steps: [{id: t, title: T, emotion: -1}]}\n"
    catalog, journey = journey_of(tmp_path, stage, "[bea]")
    assert told(catalog, journey) == [("t", "bea", -1)]


def test_a_stage_on_the_company_s_side_has_no_point(tmp_path: Path) -> None:
    stage = "  - {id: s, title: S, side: company, emotion: -2}\n"
    catalog, journey = journey_of(tmp_path, stage, "[bea]")
    assert mean_emotion(catalog, journey) is None


def test_decimals_count_as_typed(tmp_path: Path) -> None:
    catalog, journey = journey_of(tmp_path, steps("1.5", "-0.25", "{score: 0}"), "[bea]")
    assert scores(catalog, journey) == (1.5, -0.25, 0)
    assert mean_emotion(catalog, journey) == pytest.approx(1.25 / 3)


def test_a_map_without_scores_has_no_mean(tmp_path: Path) -> None:
    catalog, journey = journey_of(tmp_path, steps("", "{words: calm}"))
    assert mean_emotion(catalog, journey) is None
    assert (lows(catalog, journey), highs(catalog, journey)) == ((), ())


def test_lows_are_the_three_lowest_below_zero_in_journey_order_where_they_tie(
    tmp_path: Path,
) -> None:
    catalog, journey = journey_of(tmp_path, steps("-1", "0", "-2", "-1", "2", "-1"), "[bea]")
    assert [one.part.id for one in lows(catalog, journey)] == ["s3", "s1", "s4"]
    assert [one.part.id for one in lows(catalog, journey, most=1)] == ["s3"]


def test_highs_are_the_highest_above_zero_and_may_be_fewer(tmp_path: Path) -> None:
    catalog, journey = journey_of(tmp_path, steps("1", "0", "2", "-2"), "[bea]")
    assert [one.part.id for one in highs(catalog, journey)] == ["s3", "s1"]


def test_a_step_is_one_low_however_many_feel_it(tmp_path: Path) -> None:
    catalog, journey = journey_of(
        tmp_path, steps("[{who: bea, score: -1}, {who: carl, score: -2}]", "-1")
    )
    found = [(one.part.id, one.score) for one in lows(catalog, journey)]
    assert found == [("s1", -2), ("s2", -1)]


def test_the_same_step_may_be_a_high_and_a_low(tmp_path: Path) -> None:
    catalog, journey = journey_of(tmp_path, steps("[{who: bea, score: 2}, {who: carl, score: -2}]"))
    assert [one.score for one in highs(catalog, journey)] == [2]
    assert [one.score for one in lows(catalog, journey)] == [-2]


def test_scores_of_parts_gather_all_who_travel(tmp_path: Path) -> None:
    catalog, journey = journey_of(
        tmp_path, steps("[{who: bea, score: 2}, {who: carl, score: -2}]", "", "1")
    )
    assert scores_of_parts(catalog, journey) == {"s1": (2, -2), "s3": (1, 1)}
    assert scores_at(catalog, journey, journey.all_steps[2]) == (1, 1)
