"""`journeys diff-driver`: git's own diffs tell what changed for customers, and git never fails."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path

import pytest

from tests.cli.in_process import Ran, journeys
from tests.command_line import RUN, environment
from tests.git_repository import commit, git, write

ORDER = """\
title: I order
stages:
  - id: pay
    title: I pay
    steps:
      - {id: type, title: I type my number, channel: web, emotion: 1}
"""
WORSE = ORDER.replace("emotion: 1", "emotion: -1")
CHANNELS = "- {id: web, title: Web}\n"
GOT_WORSE = "I order: I type my number got worse, 1 → −1; no evidence added. [emotion-dropped]"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "config", "diff.journeys.command", f"{shlex.join(RUN)} diff-driver")
    write(tmp_path, ".gitattributes", "maps/**/*.yml diff=journeys\n")
    write(tmp_path, "maps/handbook.yml", "profile: minimal\n")
    write(tmp_path, "maps/channels.yml", CHANNELS)
    write(tmp_path, "maps/journeys/order.yml", ORDER)
    commit(tmp_path, "The first map")
    return tmp_path


def asked(folder: Path, *arguments: str) -> str:
    """Ask git as a person does; the command is a process that git starts."""
    ran = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=environment(GIT_PAGER="cat", JOURNEYS_AS_OF="2026-11-21"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


def told(folder: Path, path: str, old: str | None, new: str | None, *more: str) -> Ran:
    """Call the driver as git does."""
    arguments = [path]
    for name, content in (("old", old), ("new", new)):
        if content is None:
            arguments += ["/dev/null", ".", "."]
        else:
            write(folder.parent, f"states/{name}", content)
            arguments += [str(folder.parent / "states" / name), f"{name}0123456789", "100644"]
    ran = journeys(folder, "diff-driver", *arguments, *more)
    assert ran.returncode == 0
    return ran


def test_git_diff_and_git_log_say_what_got_worse(book: Path) -> None:
    write(book, "maps/journeys/order.yml", WORSE)
    write(book, "README.md", "Not a map\n")
    said = f"maps/journeys/order.yml:6:68: significant: {GOT_WORSE}\n"
    assert said in asked(book, "diff")
    commit(book, "Worse")
    log = asked(book, "log", "-p", "--ext-diff", "-1")
    assert f"diff --journeys a/maps/journeys/order.yml b/maps/journeys/order.yml\n{said}" in log
    assert "+Not a map" in log
    # Without --ext-diff, and for `git apply`, the lines are there as ever.
    assert "-      - {id: type, title: I type my number, channel: web, emotion: 1}" in asked(
        book, "log", "-p", "-1"
    )


def test_a_new_map_a_moved_one_and_one_that_went_are_told(book: Path) -> None:
    assert "The journey is new, published, with 1 stage and 1 step. [journey-added]" in (
        told(book, "maps/journeys/new.yml", None, ORDER.replace("I order", "I return")).stdout
    )
    gone = told(book, "maps/channels.yml", CHANNELS, None).stdout
    assert "breaking: I order: `web` in `channels:` of “I type my number” leads nowhere" in gone
    assert "old0123456:maps/channels.yml:1:8: breaking: Web: The channel was removed" in gone
    moved = told(
        book, "maps/journeys/order.yml", ORDER, ORDER, "maps/journeys/buy.yml", "similarity 100%"
    ).stdout
    assert moved.startswith("diff --journeys a/maps/journeys/order.yml b/maps/journeys/buy.yml\n")
    assert "The id of the journey changed, order → buy; without `formerly: [order]`." in moved


def test_git_itself_hands_over_a_moved_map(book: Path) -> None:
    git(book, "mv", "maps/journeys/order.yml", "maps/journeys/buy.yml")
    assert "[id-renamed]" in asked(book, "diff", "--cached", "-M")


def test_nothing_in_the_folder_is_touched(book: Path) -> None:
    told(book, "maps/journeys/order.yml", ORDER, WORSE)
    assert git(book, "status", "--porcelain") == ""


def test_what_says_the_same_is_shown_as_lines(book: Path) -> None:
    said = told(book, "maps/journeys/order.yml", ORDER, f"# Hello\n{ORDER}").stdout
    assert said.splitlines()[1:] == [
        "Nothing else is said than before.",
        "--- a/maps/journeys/order.yml",
        "+++ b/maps/journeys/order.yml",
        "@@ -1,3 +1,4 @@",
        "+# Hello",
        " title: I order",
        " stages:",
        "   - id: pay",
    ]


@pytest.mark.parametrize("broken", ["title: [\n", "title: a\n\ttitle: b\n", "- 1\n- 2\n", ""])
def test_a_broken_map_is_shown_as_lines_with_what_is_wrong(broken: str, book: Path) -> None:
    for pair in ((ORDER, broken), (broken, ORDER)):
        said = told(book, "maps/journeys/order.yml", *pair).stdout.splitlines()
        assert said[1].startswith("maps/journeys/order.yml:")
        assert said[2:4] == ["--- a/maps/journeys/order.yml", "+++ b/maps/journeys/order.yml"]


def test_what_is_no_map_is_shown_as_lines(book: Path) -> None:
    said = told(book, "elsewhere/order.yml", "a: 1", "a: 2\n").stdout
    assert said.splitlines()[-2:] == ["-a: 1", "+a: 2"]
    assert told(book, "maps/pictures/x.yml", "\0", "\1").stdout.endswith("Binary files differ\n")


def test_a_link_is_not_followed(book: Path, tmp_path: Path) -> None:
    write(tmp_path, "where", "journeys/order.yml")
    file, link = str(tmp_path / "where"), ("0" * 40, "120000")
    ran = journeys(book, "diff-driver", "maps/x.yml", file, *link, file, *link)
    assert (ran.stdout, ran.returncode) == ("diff --journeys a/maps/x.yml b/maps/x.yml\n", 0)


def test_a_state_that_cannot_be_read_is_said(book: Path) -> None:
    gone = ("/nowhere/at/all", "0" * 40, "100644")
    ran = journeys(book, "diff-driver", "maps/x.yml", *gone, *gone)
    assert ran.returncode == 0
    assert ran.stdout.endswith("\n/nowhere/at/all cannot be read: No such file or directory.\n")


def test_an_unmerged_map_is_named(book: Path) -> None:
    assert journeys(book, "diff-driver", "maps/a.yml").stdout == "* Unmerged path maps/a.yml\n"


def test_a_file_with_a_strange_name_is_no_option(book: Path) -> None:
    for name in ("-x.yml", "--debugged.yml", "maps/--help"):
        said = told(book, name, "a\n", "b\n", "--help", "-h").stdout
        assert said.startswith(f"diff --journeys a/{name} b/--help\n")
    said = told(book, "maps/\x1b[2J.yml", "a\n", "b\x1b[2J\tc\r\n").stdout
    assert "\x1b" not in said
    assert said.endswith("\n-a\n+b\\x1b[2J\tc\\r\n")


def test_maps_in_a_folder_of_another_name_are_found_by_their_settings(book: Path) -> None:
    git(book, "mv", "maps", "customers")
    said = told(book, "customers/journeys/order.yml", ORDER, WORSE).stdout
    assert f"customers/journeys/order.yml:6:68: significant: {GOT_WORSE}" in said


def test_where_no_maps_are_checked_out_the_file_speaks_for_itself(tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    said = told(tmp_path / "bare", "maps/journeys/order.yml", ORDER, WORSE).stdout
    assert GOT_WORSE in said
