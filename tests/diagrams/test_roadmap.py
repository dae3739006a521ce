"""The roadmap: who does what when, and what waits for what."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mkdocs_journeys.diagrams.roadmap import Roadmap, month_after, roadmap_of
from tests.maps_on_disk import catalog_of

TEAMS = "- {id: post, name: Post}\n- {id: shop, name: Shop}\n"


def roadmap(tmp_path: Path, *initiatives: str) -> Roadmap:
    files = {"stakeholders.yml": TEAMS}
    files["initiatives.yml"] = "".join(
        f"- {{id: i{place}, title: I{place}, {said}}}\n" for place, said in enumerate(initiatives)
    )
    return roadmap_of(catalog_of(tmp_path, files))


def test_owners_stand_in_the_order_in_which_they_begin(tmp_path: Path) -> None:
    found = roadmap(
        tmp_path,
        "owner: shop, start: 2027-01-01, due: 2027-02-01",
        "owner: post, start: 2026-12-01, due: 2027-03-01",
        "owner: shop, start: 2026-11-30, due: 2027-02-01",
        "start: 2027-05-01, due: 2027-06",
        "owner: A label, start: 2027-04-01, due: 2027-06",
        "owner: shop",
        "owner: shop, start: 2026-11-01, status: dropped",
    )
    assert [(lane.title, [work.title for work in lane.works]) for lane in found.lanes] == [
        ("Shop", ["I2", "I0"]),
        ("Post", ["I1"]),
        ("A label", ["I4"]),
        ("", ["I3"]),
    ]
    # What has no date is told all the same; what was dropped is not.
    assert [work.title for work in found.works] == ["I2", "I0", "I1", "I4", "I3", "I5"]
    assert (found.first, found.last) == (date(2026, 11, 1), date(2027, 6, 30))


@pytest.mark.parametrize(
    ("said", "then"),
    [
        ("status: in-progress", "now"),
        ("status: testing, start: 2027-09-01", "now"),
        ("status: planned, start: 2026-11-21", "now"),
        ("status: planned, start: 2027-05-23", "next"),
        ("status: planned, start: 2027-05-24", "later"),
        ("status: idea, due: 2027-01-01", "next"),
        ("status: idea", "open"),
        ("status: done, done: 2026-01-01", "done"),
    ],
)
def test_now_next_and_later_are_counted_from_today(said: str, then: str, tmp_path: Path) -> None:
    assert [one.horizon for one in roadmap(tmp_path, said).works] == [then]


def test_what_waits_says_how_long_after_it_begins(tmp_path: Path) -> None:
    found = roadmap(
        tmp_path,
        "start: 2026-12-01, due: 2027-01-31",
        "start: 2027-02-03, due: 2027-03-01, depends_on: [i0, i0, i1, i4, nobody]",
        "start: 2027-01-15, due: 2027-03-01, depends_on: i0",
        "due: 2027-03-01, depends_on: i0",
        "status: dropped",
    )
    assert [(one.first.title, one.then.title, one.days_between) for one in found.waits] == [
        ("I0", "I1", 3),
        ("I0", "I2", -16),
        ("I0", "I3", None),
    ]


def test_dates_out_of_all_bounds_do_not_make_it_endless(tmp_path: Path) -> None:
    found = roadmap(
        tmp_path,
        "start: 0001-01-01, due: 9999-12-31",
        "status: done, start: 2019-01-01, done: 2020-01-01",
        "due: 9999-12",
    )
    assert (found.first, found.last) == (date(2025, 11, 1), date(2031, 10, 31))
    # What lies wholly outside is in the words only.
    assert [work.title for lane in found.lanes for work in lane.works] == ["I0"]
    assert len(found.works) == 3


def test_work_that_ends_before_it_begins_is_no_span_backwards(tmp_path: Path) -> None:
    (work,) = roadmap(tmp_path, "start: 2027-02-01, due: 2027-01-01").works
    assert work.start is not None
    assert work.end is not None
    assert work.start <= work.end


def test_a_handbook_without_initiatives_has_no_lanes(tmp_path: Path) -> None:
    found = roadmap_of(catalog_of(tmp_path))
    assert (found.lanes, found.works, found.waits) == ((), (), ())


def test_months_are_counted_within_the_calendar() -> None:
    assert month_after(date(2026, 12, 31), 1) == date(2027, 1, 1)
    assert month_after(date(1, 1, 31), -5) == date(1, 1, 1)
    assert month_after(date(9999, 12, 31), 5) == date(9999, 12, 1)
