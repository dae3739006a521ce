"""The folder of `journeys write` is whole or untouched, and holds nothing that is lost."""

from __future__ import annotations

import os

import pytest

from tests.cli.in_process import journeys
from tests.cli.written import all_in, run, settings_of, small_book, write
from tests.site import conftest as sites
from tests.site.project import HANDBOOK, Project

project, drawings = sites.project, sites.drawings


@pytest.fixture
def book(project: Project) -> Project:
    return small_book(project)


def test_the_same_maps_give_the_same_bytes(book: Project) -> None:
    first = all_in(write(book))
    os.utime(book.folder / "maps/personas/bea.yml", (0, 0))
    assert all_in(write(book)) == first
    assert str(book.folder).encode() not in b"".join(first.values())


def test_what_is_gone_from_the_maps_is_gone_from_the_folder_and_the_built_site_stays(
    book: Project,
) -> None:
    out = write(book)
    (out / "site").mkdir()
    (out / "site/index.html").write_text("built", encoding="utf-8")
    (out / ".git").mkdir()
    (out / ".git/HEAD").write_text("x", encoding="utf-8")
    (book.folder / "maps/stakeholders/sales.yml").unlink()
    write(book)
    assert not (out / "docs/stakeholders/sales").exists()
    assert (out / "site/index.html").read_text(encoding="utf-8") == "built"
    assert (out / ".git/HEAD").is_file()
    assert [one.name for one in book.folder.iterdir() if one.name.startswith(".out")] == []


@pytest.mark.parametrize("name", ["notes.txt", "docs/mine.md"])
def test_a_folder_with_something_of_yours_stays_as_it_is(book: Project, name: str) -> None:
    write(book)
    book.write({f"out/{name}": "mine"})
    before = all_in(book.folder / "out")
    ran = run(book)
    assert ran.returncode == 2
    assert f"`{name}` was not written by this command" in ran.stderr
    assert all_in(book.folder / "out") == before
    write(book, "--overwrite")
    assert name not in all_in(book.folder / "out")


@pytest.mark.parametrize("folder", [".", "docs", "docs/out", "maps", ".."])
def test_what_the_handbook_is_made_of_is_never_written_over(book: Project, folder: str) -> None:
    before = all_in(book.folder)
    ran = journeys(book.folder, "write", folder, "--overwrite")
    assert ran.returncode == 2
    assert "holds what the handbook is made of" in ran.stderr
    assert all_in(book.folder) == before


def test_an_error_writes_nothing_where_that_is_asked_for(book: Project) -> None:
    book.write({"maps/journeys/order.yml": "title: Order\nstages: [{chanel: web}]\n"})
    ran = run(book, "--strict")
    assert ran.returncode == 1
    assert "journeys check tells them" in ran.stderr
    assert not (book.folder / "out").exists()
    write(book)


def test_a_folder_without_settings_is_written_as_init_would_begin_it(project: Project) -> None:
    out = write(project.write(HANDBOOK))
    assert settings_of(out)["site_name"] == "Small Handbook"
    assert (out / "docs/index.md").is_file()


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("plugins: [x", "is no YAML in line 1"),
        ("INHERIT: mkdocs.yml\n", "inherits from itself"),
        ("INHERIT: none.yml\n", "cannot be read"),
        ("plugins: [{journeys: {maps: nowhere}}]\n", "There is no folder `nowhere`"),
        ("plugins: [{journeys: {engine: magic}}]\n", "`engine: magic` is no engine"),
    ],
)
def test_settings_that_cannot_be_used_are_told(book: Project, settings: str, words: str) -> None:
    (book.folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    ran = run(book)
    assert ran.returncode == 2
    assert words in ran.stderr
