"""`journeys stats` counts what maps say, and agrees with the pages."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from mkdocs_journeys.catalog.coverage import Coverage, coverage
from mkdocs_journeys.catalog.overview import overview
from tests.cli.in_process import journeys
from tests.cli.quiet import lay
from tests.maps_on_disk import catalog_of

ORDER = """\
title: I order
owner: care
reviewed: 2026-01-10
review_every: 3 months
quotes: [{text: Well., consent: true}]
stages:
  - id: pay
    title: I pay
    emotion: 1
    steps:
      - id: type
        title: I type
        emotion: {score: -2, evidence: [talks]}
        moment_of_truth: {question: Is it safe?, handling: failing}
        pain_points:
          - {id: slow, title: It is slow, severity: high, frequency: often}
          - {title: It is ugly, severity: low, opportunities: [Another colour]}
        quotes: [{text: Slow., evidence: [talks]}, {text: Ugly., evidence: [talks], consent: false}]
      - {id: look, title: I look, moment_of_truth: Did it work?}
"""
BOOK = {
    "maps/journeys/order.yml": ORDER,
    "maps/journeys/leave.yml": "title: I leave\nstages: [{id: go, title: I go}]\n",
    "maps/journeys/old.yml": "title: Old\nstatus: retired\nowner: care\nstages: [I was]\n",
    "maps/stakeholders.yml": "- {id: care, name: =Care}\n",
    "maps/evidence.yml": "- {id: talks, title: Talks, kind: interview, consent: Agreed}\n",
    "maps/opportunities.yml": "- {id: fast, title: Faster, pain_points: [order/slow]}\n",
}
ORDERED = Coverage(
    journeys=1,
    stages=1,
    steps=2,
    claims=8,
    claims_with_evidence=3,
    moments=2,
    moments_rated=1,
    pain_points=2,
    pain_points_scored=1,
    pain_points_answered=2,
    quotes=3,
    quotes_consented=2,
    reviews_due=1,
)
LEFT = Coverage(journeys=1, stages=1, never_reviewed=1)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return lay(tmp_path, BOOK)


def test_all_is_counted_once_and_by_owner_without_what_is_retired(book: Path) -> None:
    told = json.loads(journeys(book, "stats", "--format", "json").stdout)
    assert (told["schema_version"], told["as_of"]) == (1, "2026-11-21")
    by_owner = [(one.pop("owner"), Coverage(**one)) for one in told["by_owner"]]
    assert by_owner == [("=Care", ORDERED), ("", LEFT)]
    assert Coverage(**told["all"]) == ORDERED + LEFT


def test_people_read_shares_and_where_nothing_is_a_dash(book: Path) -> None:
    ran = journeys(book, "stats")
    everybody, care, nobody = ran.stdout.split("\n\n")
    assert everybody.splitlines()[0] == "All maps"
    assert care.splitlines()[0] == "=Care"
    assert "  Claims with evidence  3 of 8 (37 %)\n" in care
    assert "  Pain points answered  2 of 2 (100 %)\n" in care
    assert nobody.splitlines()[0] == "Nobody"
    assert "  Moments rated         –\n" in nobody
    assert (ran.stderr, ran.returncode) == ("", 0)


def test_a_spreadsheet_gets_counts_and_no_formula(book: Path) -> None:
    rows = list(csv.reader(io.StringIO(journeys(book, "stats", "--format", "csv").stdout)))
    assert rows[0][:3] == ["owner", "journeys", "stages"]
    assert [row[0] for row in rows[1:]] == ["All maps", "'=Care", "Nobody"]
    assert {len(row) for row in rows} == {15}


def test_the_day_decides_which_reviews_are_due(book: Path) -> None:
    ran = journeys(book, "stats", "--format", "json", "--as-of", "2026-01-11")
    assert json.loads(ran.stdout)["all"]["reviews_due"] == 0


def test_it_agrees_with_the_first_page(tmp_path: Path) -> None:
    files = {name.removeprefix("maps/"): text for name, text in BOOK.items()}
    catalog = catalog_of(tmp_path, files)
    told, shown = coverage(catalog), overview(catalog)
    assert (told.journeys, told.stages, told.moments) == (shown.maps, shown.stages, shown.moments)


def test_an_empty_handbook_is_all_zeros(tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    told = json.loads(journeys(tmp_path, "stats", "--format", "json").stdout)
    assert Coverage(**told["all"]) == Coverage()
    assert told["by_owner"] == []


def test_what_cannot_be_counted_is_said_plainly(tmp_path: Path) -> None:
    ran = journeys(tmp_path, "stats")
    assert ran.returncode == 2
    assert "There is no folder `maps`" in ran.stderr
    (tmp_path / "maps").mkdir()
    assert journeys(tmp_path, "stats", "--as-of", "soon").returncode == 2
