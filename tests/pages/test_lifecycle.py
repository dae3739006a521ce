"""The lifecycle: one stage of a customer's life, across all maps."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.address import page_key
from tests.maps_on_disk import catalog_of
from tests.pages.people_maps import HANDBOOK, PEOPLE
from tests.pages.reading import has_page, links, page_of, shown, words

CHOOSE = Key("lifecycle", "choose")
FUTURE = """\
title: I order in a minute
state: future
stages: [{id: tap, title: I tap, lifecycle: choose, emotion: 2}]
"""


def test_a_stage_of_life_shows_the_stages_of_every_journey_side_by_side(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, PEOPLE | {"journeys/tap.yml": FUTURE})
    columns = shown(catalog, CHOOSE).xpath('//*[contains(@class, "jm-across__j")]')
    said = [words(column) for column in columns]
    assert said[0].startswith("I order a lamp Current state")
    for text in ("I choose", "Find a silent one", "+0.25", "Will it hum? Failing"):
        assert text in said[0]
    assert "No sound sample" in said[0]
    assert said[1].startswith("I order in a minute Future state")
    assert "Very positive +2" in said[1]


def test_the_steps_there_are_told_with_their_numbers_and_scores(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, PEOPLE)
    facts = page_of(catalog, CHOOSE).facts.journeys[0]
    steps = shown(catalog, CHOOSE).xpath("//*[@data-step]")
    assert [words(step) for step in steps] == ["1 I compare Neutral, 0", "2 I pay Neutral, +0.5"]
    assert len(facts.scores) == len(steps)


def test_how_it_feels_today_counts_current_maps_only(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, PEOPLE | {"journeys/tap.yml": FUTURE})
    assert page_of(catalog, CHOOSE).facts.mean == 0.25


def test_a_stage_of_life_without_a_map_says_what_to_write(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, PEOPLE), Key("lifecycle", "renew"))
    assert "No map yet." in words(tree)
    assert "lifecycle: renew" in words(tree)


def test_the_lifecycle_lists_its_stages_in_order(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, PEOPLE), page_key("lifecycle"))
    rows = [words(row) for row in tree.xpath("//tbody/tr")]
    assert rows[0].startswith("1 Choose 1 map of today")
    assert "Failing ×1" in rows[0]
    assert rows[1].startswith("2 Renew No map yet")
    assert "1 of 2 stages have a map of today" in words(tree)
    assert links(tree)["Renew"] == "renew/"


def test_only_the_three_worst_pain_points_stand_beside_the_others(tmp_path: Path) -> None:
    pains = "".join(
        f"{{title: Pain {n}, severity: {n}, frequency: often}}, " for n in (1, 4, 2, 3, 1)
    )
    order = PEOPLE["journeys/order.yml"].replace(
        "[{id: no-sound, title: No sound sample, severity: high, frequency: often}]", f"[{pains}]"
    )
    catalog = catalog_of(tmp_path, PEOPLE | {"journeys/order.yml": order})
    stage = page_of(catalog, CHOOSE).facts.journeys[0].stages[0]
    assert [pain.title for pain, _ in stage.pains] == ["Pain 4", "Pain 3", "Pain 2"]
    assert stage.pains_left == 2


def test_a_stage_of_life_written_twice_has_one_page(tmp_path: Path) -> None:
    twice = HANDBOOK.replace("{id: renew", "{id: choose}, {id: renew")
    catalog = catalog_of(tmp_path, PEOPLE | {"handbook.yml": twice})
    assert has_page(catalog, CHOOSE)
    assert page_of(catalog, CHOOSE).title == "Choose"
