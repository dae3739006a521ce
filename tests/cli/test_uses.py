"""`journeys uses` finds every mention, wherever it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.in_process import journeys
from tests.cli.quiet import QUIET, lay

ORDER = """\
title: I order
personas: [bea]
stages:
  - id: pay
    title: I pay
    steps:
      - {id: type, title: I type 🎁, channel: web, next: [{to: order/look}], rows: {Who: bea}}
      - {id: look, title: I look, actors: [busy-bea], emotion: {score: 1, who: bea}}
"""
BOOK = {
    "maps/handbook.yml": "owner: care\nrows: [{title: Who, at: step, type: mentions}]\n" + QUIET,
    "maps/journeys/order.yml": ORDER,
    "maps/personas/bea.yml": "name: Bea\nformerly: [busy-bea]\n",
    "maps/channels.yml": "- {id: web, title: Website, family: digital}\n",
    "maps/terms.yml": "- {id: web, title: The web}\n",
    "maps/stakeholders.yml": "- {id: care, name: Care}\n",
    "docs/index.md": "# Us\r\n\r\n支 [[persona:bea]], `[[persona:bea]]` and [[step:order/look]].\n",
}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return lay(tmp_path, BOOK)


def test_every_mention_stands_at_its_place_in_maps_rows_and_pages(book: Path) -> None:
    ran = journeys(book, "uses", "bea")
    assert ran.stdout == (
        "docs/index.md:3:5: index.md\n"
        "maps/journeys/order.yml:2:12: I order (journey:order) [personas]\n"
        "maps/journeys/order.yml:7:84: I order: I type 🎁 (step:order/type) [rows]\n"
        "maps/journeys/order.yml:8:44: I order: I look (step:order/look) [actors]\n"
        "maps/journeys/order.yml:8:80: I order: I look (step:order/look) [who]\n"
    )
    assert ran.stderr == "The persona “Bea” is mentioned 5 times in 2 files.\n"
    assert ran.returncode == 0


@pytest.mark.parametrize("id_", ["look", "order/look", "step:order/look"])
def test_what_lives_inside_a_journey_is_found_by_any_of_its_names(id_: str, book: Path) -> None:
    places = [line.partition(": ")[0] for line in journeys(book, "uses", id_).stdout.splitlines()]
    assert places == ["docs/index.md:3:44", "maps/journeys/order.yml:7:63"]


def test_an_old_id_and_a_title_are_understood(book: Path) -> None:
    by_id = journeys(book, "uses", "bea").stdout
    assert journeys(book, "uses", "busy-bea").stdout == by_id
    assert journeys(book, "uses", "Bea").stdout == by_id


def test_the_settings_mention_too(book: Path) -> None:
    assert journeys(book, "uses", "care").stdout == "maps/handbook.yml:1:8: Settings [owner]\n"


def test_an_id_of_two_kinds_tells_of_both_and_the_kind_tells_which(book: Path) -> None:
    assert journeys(book, "uses", "web").stderr == (
        "The channel “Website” is mentioned 1 time in 1 file.\n"
        "The term “The web” is mentioned nowhere.\n"
    )
    alone = journeys(book, "uses", "term:web")
    assert (alone.stdout, alone.returncode) == ("", 0)
    assert alone.stderr == "The term “The web” is mentioned nowhere.\n"


def test_programs_are_told_places_and_ids(book: Path) -> None:
    told = json.loads(journeys(book, "uses", "persona:bea", "--format", "json").stdout)
    assert told["schema_version"] == 1
    (thing,) = told["things"]
    assert (thing["kind"], thing["id"], thing["title"]) == ("persona", "bea", "Bea")
    assert (thing["file"], thing["line"], thing["column"]) == ("maps/personas/bea.yml", 1, 7)
    page, persona, *_ = thing["uses"]
    assert page["by"] is None
    assert (page["line"], page["column"], page["end_column"]) == (3, 5, 16)
    assert persona["by"] == {"kind": "journey", "id": "order", "title": "I order"}
    assert persona["field"] == "personas"


@pytest.mark.parametrize("id_", ["bae", "persona:bae"])
def test_an_unknown_id_gets_the_nearest(id_: str, book: Path) -> None:
    ran = journeys(book, "uses", id_)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"Nothing in the handbook is called `{id_}`. Did you mean `bea`?" in ran.stderr


def test_hostile_words_stay_words_on_a_terminal(book: Path) -> None:
    lay(book, {"maps/journeys/order.yml": ORDER.replace("I order", '"\\x1b[31m##[error]"', 1)})
    assert "\x1b" not in journeys(book, "uses", "bea").stdout
