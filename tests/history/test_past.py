"""Releases are read and compared once, and only as far as somebody wants to know."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.history.past import Past, Wanted
from mkdocs_journeys.history.release import History
from mkdocs_journeys.load.folder import load
from tests.git_repository import write
from tests.site.project import HANDBOOK, ORDER
from tests.site.released import begin, git_as, save

TODAY = date(2026, 11, 21)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A handbook with five releases, each with another feeling."""
    folder = tmp_path / "book"
    for name, text in HANDBOOK.items():
        write(folder, name, text)
    begin(folder, "v1", "2026-01-01")
    for number in range(2, 6):
        order = ORDER.replace("emotion: 1", f"emotion: {number / 10}")
        write(folder, "maps/journeys/order.yml", order)
        save(folder, f"Edit {number}", "Mina Park", f"2026-0{number}-01")
        git_as(folder, "Mina Park", "2026-11-20", "tag", f"v{number}")
    return folder


def history(past: Past, book: Path, wanted: Wanted | None = None) -> History:
    found = past.releases(book / "maps", wanted or Wanted())
    assert found is not None
    known = found.known
    now = look_up(load(book / "maps", "maps", known=known), TODAY)
    return found.history(now, now, known)


def test_releases_come_newest_first_each_beside_the_one_before(book: Path) -> None:
    found = history(Past(), book)
    told = [(one.name, one.since) for one in found.releases]
    assert told == [("v5", "v4"), ("v4", "v3"), ("v3", "v2"), ("v2", "v1")]
    assert [one.name for one in found.older] == ["v1"]
    (change,) = found.releases[0].told.changes
    assert (change.name, change.before, change.after) == ("emotion-raised", "0.4", "0.5")


def test_older_releases_are_only_named(book: Path) -> None:
    found = history(Past(), book, Wanted(most=2))
    assert [one.name for one in found.releases] == ["v5", "v4"]
    assert [one.name for one in found.older] == ["v3", "v2", "v1"]


def test_a_server_compares_releases_once_and_then_the_working_tree_alone(book: Path) -> None:
    past = Past()
    first = history(past, book)
    assert past.compared == 4
    write(book, "maps/personas/bea.yml", "name: Bea Brook\nrole: Baker\n")
    second = history(past, book)
    assert past.compared == 4
    assert [one.name for one in second.releases] == ["", "v5", "v4", "v3", "v2"]
    assert second.releases[1:] == first.releases


def test_the_next_build_finds_what_was_compared_and_checks_it(book: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    first = history(Past(kept), book)
    again = Past(kept)
    assert history(again, book) == first
    assert again.compared == 0
    for file in kept.iterdir():
        file.write_bytes(file.read_bytes()[:-9])
    broken = Past(kept)
    assert history(broken, book) == first
    assert broken.compared == 4


def test_a_folder_that_cannot_be_written_costs_only_time(book: Path, tmp_path: Path) -> None:
    write(tmp_path, "kept", "a file")
    assert history(Past(tmp_path / "kept"), book) == history(Past(), book)


def test_the_repository_stays_as_it_was(book: Path) -> None:
    def state() -> tuple[str, ...]:
        day = "2026-11-21"
        return tuple(git_as(book, "x", day, *asked) for asked in (("status", "-s"), ("reflog",)))

    before = state()
    history(Past(), book)
    assert state() == before


def test_maps_outside_of_git_have_no_releases(tmp_path: Path) -> None:
    write(tmp_path, "maps/handbook.yml", "format: 1\n")
    assert Past().releases(tmp_path / "maps", Wanted()) is None
