"""Where it goes on from a part of a journey. Cases of `next` stand in ways.yml."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.ways import Way, numbers_of, places, ways_in_words, ways_on
from mkdocs_journeys.model.journey import Journey
from tests.maps_on_disk import catalog_of

CASES: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("ways.yml").read_text("utf-8")
)
OTHER = {"journeys/other.yml": "title: The other map\nsteps: [{id: x, title: X}]\n"}


def way_of(folder: Path, stages: str) -> tuple[Catalog, Journey]:
    catalog = catalog_of(folder, OTHER | {"journeys/way.yml": f"title: Way\nstages:\n{stages}"})
    journey = catalog.entry(Journey, "way")
    assert journey is not None
    return catalog, journey


def said(way: Way) -> str:
    label = f" ({way.label})" if way.label else ""
    return f"{way.kind} {way.to.id if way.to else way.out}{label}"


def ways_from(catalog: Catalog, journey: Journey, id_: str) -> list[str]:
    parts = [part for stage in journey.stages for part in (stage, *stage.steps)]
    (part,) = (one for one in parts if one.id == id_)
    return [said(way) for way in ways_on(catalog, journey, part)]


@pytest.mark.parametrize("name", CASES)
def test_a_case_tells_where_it_goes_on(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    more = f", next: {json.dumps(case['next'])}" if "next" in case else ""
    catalog, journey = way_of(
        tmp_path,
        f"""\
  - {{id: begin, title: Begin, steps: [{{id: a, title: A}}, {{id: b, title: B{more}}}]}}
  - {{id: end, title: End, steps: [{{id: c, title: C}}, {{id: d, title: D}}]}}
""",
    )
    assert ways_from(catalog, journey, "b") == case["ways"]


def test_the_last_step_leads_nowhere(tmp_path: Path) -> None:
    catalog, journey = way_of(tmp_path, "  - {id: s, title: S, steps: [{id: a, title: A}]}\n")
    assert ways_from(catalog, journey, "a") == []


def test_stages_without_steps_are_places_on_the_way(tmp_path: Path) -> None:
    catalog, journey = way_of(
        tmp_path,
        """\
  - {id: s, title: S, steps: [{id: a, title: A}, {id: b, title: B}]}
  - {id: bare, title: Bare}
  - {id: t, title: T, next: [{to: s, rate: 10%}, {end: done}]}
  - {id: u, title: U, steps: [{id: c, title: C, next: bare}]}
""",
    )
    assert [one.id for one in places(journey)] == ["a", "b", "bare", "t", "c"]
    assert ways_from(catalog, journey, "b") == ["path bare"]
    assert ways_from(catalog, journey, "bare") == ["path t"]
    assert ways_from(catalog, journey, "t") == ["loop a (10%)", "end done"]
    assert ways_from(catalog, journey, "c") == ["loop bare"]
    assert ways_from(catalog, journey, "s") == []


def test_a_step_that_ends_the_journey_does_not_lead_into_a_bare_stage(tmp_path: Path) -> None:
    catalog, journey = way_of(
        tmp_path,
        "  - {id: s, title: S, steps: [{id: a, title: A, next: []}]}\n  - {id: t, title: T}\n",
    )
    assert ways_from(catalog, journey, "a") == []


def test_numbers_run_through_the_whole_journey(tmp_path: Path) -> None:
    _, journey = way_of(
        tmp_path,
        "  - {id: s, title: S, steps: [{id: a, title: A}]}\n  - {id: t, title: T}\n"
        "  - {id: u, title: U, steps: [{id: b, title: B}]}\n",
    )
    assert numbers_of(journey) == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("b", []),
        ("[{to: b, when: it works}]", ["then 2 (it works)"]),
        ("[{to: c, rate: 20%}]", ["or on to 3 (20%)"]),
        ("[{to: a, when: missed slot, rate: 17%}]", ["back to 1 (missed slot, 17%)"]),
        ("[{to: bare, when: late}]", ["or on to I wait (late)"]),
        ("[{exit: cancels, rate: 3%}]", ["leaves: cancels (3%)"]),
        ("[{end: done}]", ["ends: done"]),
        ("other", ["then The other map"]),
        ("other/x", ["then X"]),
        ("[{when: nobody says where}]", ["then (nobody says where)"]),
    ],
)
def test_ways_are_said_in_words_with_the_numbers_of_steps(
    written: str, words: list[str], tmp_path: Path
) -> None:
    catalog, journey = way_of(
        tmp_path,
        f"  - {{id: s, title: S, steps: [{{id: a, title: A, next: {written}}}, "
        "{id: b, title: B}, {id: c, title: C}]}\n  - {id: bare, title: I wait}\n",
    )
    assert list(ways_in_words(catalog, journey, journey.all_steps[0])) == words


def test_the_reason_is_said_where_it_is_asked_for(tmp_path: Path) -> None:
    step = "{id: a, title: A, next: [{exit: cancels, why: Too late}, {to: b, why: Habit}]}"
    catalog, journey = way_of(
        tmp_path, f"  - {{id: s, title: S, steps: [{step}, {{id: b, title: B}}]}}\n"
    )
    first = journey.all_steps[0]
    assert list(ways_in_words(catalog, journey, first)) == ["leaves: cancels"]
    assert list(ways_in_words(catalog, journey, first, with_reasons=True)) == [
        "leaves: cancels (Too late)",
        "then 2 (Habit)",
    ]


def test_what_a_stage_with_steps_says_of_its_way_is_kept_in_words(tmp_path: Path) -> None:
    more = "next: [{to: b, when: late}, {exit: leaves us}, {end: done}]"
    catalog, journey = way_of(
        tmp_path,
        f"  - {{id: s, title: S, {more}, steps: [{{id: a, title: A}}, {{id: b, title: B}}]}}\n",
    )
    assert list(ways_in_words(catalog, journey, journey.stages[0])) == [
        "then B (late)",
        "leaves: leaves us",
        "ends: done",
    ]
