"""What a finding is about, by ids, and edits that overlap."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.load.editing import edited, edits_of, still_reads, together
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.load.source import Source
from mkdocs_journeys.problems import Edit, Place, Problem, Span
from mkdocs_journeys.rules.about import about
from mkdocs_journeys.rules.in_full import in_full
from mkdocs_journeys.rules.judge import judge
from tests.maps_on_disk import TODAY, write_maps

ORDER = """\
title: I order
personas: [baa]
stages:
  - id: choose
    title: I choose
    steps:
      - title: Ich wähle das Größte
        chanel: web
      - id: pay
        title: I pay
        quotes: [{text: It took ages!, said_by: X, sad_by: Y}]
        pain_points: [Slow, {id: slow, kind: bad}]
        emotion: {score: bad}
  - {title: 🎉, xyzzy: 1}
"""


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        ("I order", "journeys/order"),
        ("baa", "journeys/order/personas/baa"),
        ("choose", "journeys/order/choose"),
        ("chanel", "journeys/order/choose/steps/ich-wahle-das-grosste/chanel"),
        ("pay", "journeys/order/pay"),
        ("sad_by", "journeys/order/pay/quotes/it-took-ages/sad_by"),
        ("Slow", "journeys/order/pay/pain_points/slow"),
        ("bad}]", "journeys/order/slow/kind"),
        ("{score: bad}", "journeys/order/pay/emotion"),
        ("bad}\n  -", "journeys/order/pay/emotion/score"),
        ("xyzzy", "journeys/order/stages/🎉/xyzzy"),
    ],
)
def test_a_finding_is_about_a_thing_and_a_field_never_a_line(seen: str, said: str) -> None:
    source = Source("cx/maps/journeys/a/order.yml", ORDER.encode())
    start = source.text.index(seen)
    end = start + len(seen.split("}\n")[0].rstrip("}]") if "bad}" in seen[:4] else seen)
    place = Place(source.file, source.lines.span(start, end))
    assert about(place, source, "cx/maps") == said


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("maps/channels.yml", "- {id: fax, title: Fax}\n", "channels/fax"),
        ("maps/handbook.yml", "ownr: x\n", "handbook/ownr"),
        ("maps/journeys/a.yml", "[", "maps/journeys/a.yml"),
        ("maps/metrics/nps.csv", "date;value\n", "maps/metrics/nps.csv"),
        ("docs/a.md", "fax is a word", "docs/a.md/fax"),
    ],
)
def test_what_has_no_id_is_told_by_its_file(file: str, text: str, said: str) -> None:
    source = Source(file, text.encode())
    start = text.find("fax") if "fax" in text else 0
    length = 3 if "fax" in text else 4 if "ownr" in text else 0
    assert about(Place(file, source.lines.span(start, start + length)), source, "maps") == said


def test_a_fingerprint_stays_when_words_and_lines_change_and_goes_with_the_rule() -> None:
    one = Problem(place=Place("maps/a.yml"), rule="orphan", what="A.", about="channels/fax")
    moved = replace(one, place=Place("maps/b/a.yml", Span(9, 9, 9, 9)), what="B.", mend="C.")
    assert one.fingerprint == moved.fingerprint == "e9db0d85744c8bb0"
    assert one.fingerprint != replace(one, rule="wish").fingerprint
    assert one.fingerprint != replace(one, about="channels/app").fingerprint
    assert replace(one, about="").fingerprint != replace(moved, about="").fingerprint


def test_edits_in_a_csv_are_none_because_its_places_are_cells(tmp_path: Path) -> None:
    write_maps(tmp_path, {"metrics/nps.yml": "title: NPS\n", "segments.yml": "- {id: families}\n"})
    write_maps(tmp_path, {"metrics/nps.csv": "date,value,segment\n2026-01,3,familie\n"})
    catalog = look_up(load(tmp_path / "maps", "maps"), TODAY)
    found = [one for one in judge(catalog) if one.place.file.endswith(".csv")]
    assert [one.rule for one in found] == ["unknown-mention"]
    full = in_full(found, catalog, lambda file: Source(file, (tmp_path / file).read_bytes()))
    assert [one.fixes for one in full] == [()]


SOURCE = Source("a.yml", b"one: two # three\n")


def mends(*edits: tuple[int, int, str]) -> Problem:
    fixes = tuple(Edit(Place("a.yml", Span(1, start, 1, end)), text) for start, end, text in edits)
    return Problem(place=fixes[0].place, rule="orphan", what="", fixes=fixes)


@pytest.mark.parametrize(
    ("problems", "after"),
    [
        ([mends((1, 4, "1")), mends((6, 9, "2"))], b"1: 2 # three\n"),
        ([mends((1, 4, "1")), mends((1, 1, "0"))], b"01: two # three\n"),
        ([mends((1, 4, "1")), mends((4, 4, "0"))], b"10: two # three\n"),
        ([mends((1, 4, "1")), mends((1, 9, "whole"))], b"whole # three\n"),
        ([mends((1, 4, "1"), (6, 9, "2")), mends((3, 5, "x"))], b"1: 2 # three\n"),
        ([mends((3, 5, "x"), (8, 9, "y")), mends((1, 4, "1"))], b"1: two # three\n"),
        ([mends((1, 1, "a")), mends((1, 1, "b"))], b"aone: two # three\n"),
        ([mends((1, 4, "1")), mends((1, 4, "1"))], b"1: two # three\n"),
        ([mends((9, 17, ""))], b"one: two\n"),
    ],
)
def test_of_edits_that_overlap_the_longer_one_is_made(
    problems: list[Problem], after: bytes
) -> None:
    assert edited(SOURCE, edits_of(together(SOURCE, problems))) == after
    assert edited(SOURCE, edits_of(together(SOURCE, problems[::-1]))) == after


def test_an_edit_that_breaks_a_map_is_noticed() -> None:
    assert still_reads(SOURCE, b"one: 2\n")
    assert not still_reads(SOURCE, b"one: [\n")
    assert not still_reads(SOURCE, b"one: 2\none: 3\n")
    assert still_reads(Source("a.yml", b"one: [\n"), b"two: [\n")
