"""Why maps changed, as merges and commits of real repositories say."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.history.reasons import LONGEST, Reasons, reasons_between, request_address
from mkdocs_journeys.history.release import Reason
from mkdocs_journeys.repository import Repository
from tests.git_repository import write
from tests.site.released import git_as, save

REPO = "https://github.com/small/book"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    git_as(tmp_path, "CX team", "2026-08-01", "init", "-q", "-b", "main")
    write(tmp_path, "maps/order.yml", "title: Order\nsummary: One\nnote: One\n")
    save(tmp_path, "The first map", "CX team", "2026-08-01")
    git_as(tmp_path, "CX team", "2026-08-01", "tag", "v1")
    return tmp_path


def said(book: Path, asked: int = 0) -> Reason:
    """Give why order.yml changed since the first release, or one line of it."""
    why = dict(all_said(book, asked).why)
    return why.get(("maps/order.yml", asked)) or why["maps/order.yml", 0]


def all_said(book: Path, asked: int = 0) -> Reasons:
    repository = Repository.around(book / "maps")
    ends = (repository.commit("v1"), repository.commit("HEAD"))
    return reasons_between(repository, ends, "maps", REPO, [("maps/order.yml", asked)])


def edit(book: Path, line: str, author: str, message: str, day: str = "2026-09-01") -> None:
    text = (book / "maps/order.yml").read_text()
    name = line.partition(":")[0]
    lines = [line if one.startswith(name) else one for one in text.splitlines()]
    write(book, "maps/order.yml", "\n".join(lines) + "\n")
    save(book, message, author, day)


@pytest.mark.parametrize(
    ("message", "text", "number"),
    [
        ("Shorter", "Shorter", ""),
        ("Shorter (#12)\n\n* one\n* two", "Shorter", "#12"),
        ("Shorter\n\nSee merge request cx/book!7", "Shorter", "!7"),
        ("Merge pull request #12 from small/edit\n\nShorter", "Shorter", "#12"),
        ("Merge pull request 'Shorter' (#12) from edit into main", "Shorter", "#12"),
        ("Merged in edit (pull request #12)\n\nShorter", "Shorter", "#12"),
        ("Merge branch 'edit' into 'main'\n\nShorter\n\nSee merge request a/b!7", "Shorter", "!7"),
        ("Fixes (#12) in the middle", "Fixes (#12) in the middle", ""),
    ],
)
def test_what_a_forge_writes_itself_is_no_reason(
    book: Path, message: str, text: str, number: str
) -> None:
    edit(book, "summary: Two", "Mina Park", message)
    assert (said(book).text, said(book).number) == (text, number)


def test_of_a_merge_its_author_is_who_made_it_and_a_bare_merge_says_what_it_brought(
    book: Path,
) -> None:
    git_as(book, "Mina Park", "2026-09-01", "checkout", "-q", "-b", "edit")
    edit(book, "summary: Two", "Mina Park", "Two since September (#3)")
    git_as(book, "Mina Park", "2026-09-01", "checkout", "-q", "main")
    write(book, "other.txt", "x")
    save(book, "Elsewhere", "CX team", "2026-09-02")
    merge = ("merge", "-q", "--no-ff", "-m", "Merge branch 'edit'", "edit")
    git_as(book, "Amara Osei", "2026-09-03", *merge)
    found = said(book)
    assert (found.text, found.author) == ("Two since September", "Mina Park")
    assert (found.number, found.href) == ("#3", f"{REPO}/pull/3")
    assert found.day.isoformat() == "2026-09-03", "when it was merged"


def test_each_line_has_the_reason_that_brought_it(book: Path) -> None:
    edit(book, "summary: Two", "Mina Park", "Summary")
    edit(book, "note: Two", "Jonas Lind", "Note", "2026-09-02")
    assert [said(book, line).text for line in (1, 2, 3)] == ["Note", "Summary", "Note"]
    assert all_said(book).people == 2


def test_what_was_taken_out_has_the_reason_that_took_it(book: Path) -> None:
    write(book, "other.txt", "x")
    save(book, "Elsewhere", "CX team", "2026-08-31")
    write(book, "maps/order.yml", "title: Order\nnote: One\n")
    save(book, "Out", "Mina Park", "2026-09-01")
    edit(book, "note: Two", "Jonas Lind", "Note", "2026-09-02")
    write(book, "other.txt", "y")
    save(book, "Elsewhere", "CX team", "2026-09-03")
    assert [said(book, line).text for line in (-1, -2, -3)] == ["Note", "Out", "Note"]


def test_names_are_those_of_the_mailmap_and_an_address_is_no_name(book: Path) -> None:
    write(book, ".mailmap", "Mina Park-Osei <private@northline.example>\n")
    edit(book, "summary: Two", "Mina", "One")
    assert said(book).author == "Mina Park-Osei"
    (book / ".mailmap").unlink()
    edit(book, "summary: Three", "jonas@northline.example", "Two")
    assert said(book).author == ""


def test_a_reason_is_one_short_line_without_signs_that_nobody_sees(book: Path) -> None:
    edit(book, "summary: Two", "Mina\u202e Park", f"Red\x1b[31m \u2066x{'y' * 300}")
    assert said(book).text.startswith("Red [31m xyy")
    assert len(said(book).text) == LONGEST
    assert said(book).author == "Mina Park"


@pytest.mark.parametrize(
    ("repo", "number", "address"),
    [
        ("https://github.com/a/b/", "#1", "https://github.com/a/b/pull/1"),
        ("https://gitlab.example/a/b.git", "!2", "https://gitlab.example/a/b/-/merge_requests/2"),
        ("https://git.example/a/b", "!2", "https://git.example/a/b/-/merge_requests/2"),
        ("https://codeberg.org/a/b", "#3", "https://codeberg.org/a/b/pulls/3"),
        ("https://bitbucket.org/a/b", "#4", "https://bitbucket.org/a/b/pull-requests/4"),
        ("https://git.example:8443/a/b", "#5", ""),
        ("javascript:alert(1)//github", "#6", ""),
        ("https://github.com:x/a", "#7", ""),
        ("", "#8", ""),
        ("https://github.com/a/b", "", ""),
    ],
)
def test_a_pull_request_is_linked_where_the_forge_is_known(
    repo: str, number: str, address: str
) -> None:
    assert request_address(repo, number) == address
