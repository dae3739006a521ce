"""A report comes from the job of whoever opened the pull request: only what is ours is posted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mkdocs_journeys.cli.report_folder import MOST_BYTES, comment_in
from tests.cli.comments import comment
from tests.cli.test_comment_hostile import OWN, pair_of
from tests.forge.jobs import MARK, REPORT, in_github, post
from tests.forge.servers import Forge

FORGED = {
    "no first line": (b"Hello", "It does not begin with the line `<!-- journeys: review -->`."),
    "another first line": (f"\n{REPORT}".encode(), "It does not begin with the line"),
    "no UTF-8": (REPORT.encode() + b"\xff\xfe", "is no UTF-8."),
    "too long": (REPORT.encode() + b"x" * MOST_BYTES, "It has more than 524,288 bytes."),
    "a mention": (f"{REPORT}cc @cx/everybody\n".encode(), "never writes '@', as in line 5."),
    "a mention like a link": (f"{REPORT}](@mira)\n".encode(), "never writes '@'"),
    "a picture": (f"{REPORT}![](https://spy.example/1.png)\n".encode(), "never writes '!['"),
    "HTML": (f"{REPORT}<img src=x>\n".encode(), "never writes '<'"),
    "HTML in capitals": (f"{REPORT}<SCRIPT>\n".encode(), "never writes '<'"),
    "a command of GitLab": (f"{REPORT}\n /approve\n".encode(), "never writes "),
    "an escape": (f"{REPORT}\x1b[2J".encode(), "never writes '\\x1b'"),
    "nothing": (b"", "It does not begin with the line"),
}


@pytest.mark.parametrize("what", FORGED)
def test_what_we_never_write_is_not_posted(what: str, at_github: Forge, report: Path) -> None:
    data, why = FORGED[what]
    (report / "review/comment.md").write_bytes(data)
    ran = post(report, in_github(at_github, report))
    assert ran.returncode == 2
    assert "`review/comment.md` was not written by `journeys diff --report`" in ran.stderr
    assert why in ran.stderr
    assert at_github.asked == []


def test_a_link_in_the_folder_is_not_followed(at_github: Forge, report: Path) -> None:
    (report / "secret").write_text(REPORT)
    (report / "review/comment.md").unlink()
    (report / "review/comment.md").symlink_to(report / "secret")
    ran = post(report, in_github(at_github, report))
    assert (ran.returncode, at_github.asked) == (2, [])


def test_a_pipe_in_the_folder_is_not_waited_for(at_github: Forge, report: Path) -> None:
    (report / "review/comment.md").unlink()
    os.mkfifo(report / "review/comment.md")
    ran = post(report, in_github(at_github, report))
    assert (ran.returncode, at_github.asked) == (2, [])
    assert "It is no file." in ran.stderr


def test_an_empty_folder_says_what_belongs_there(at_github: Forge, report: Path) -> None:
    (report / "review/comment.md").unlink()
    ran = post(report, in_github(at_github, report))
    assert ran.returncode == 2
    assert "Name the folder that `journeys diff --report` wrote." in ran.stderr


def test_what_is_longer_than_the_forge_takes_is_not_sent(at_github: Forge, report: Path) -> None:
    (report / "review/comment.md").write_text(f"{MARK}\n{'x' * 65_536}", encoding="utf-8")
    ran = post(report, in_github(at_github, report))
    assert ran.returncode == 2
    assert "The comment has 65,562 characters, and 65,536 are possible." in ran.stderr
    assert all(not asked.startswith("POST /repos") for asked in at_github.asked)


def test_an_address_with_an_at_sign_is_no_mention(tmp_path: Path) -> None:
    text = f"{REPORT}[line](https://git.example/@cx/book#L3)\n"
    (tmp_path / "comment.md").write_text(text, encoding="utf-8")
    assert comment_in(tmp_path) == text


@pytest.mark.parametrize("name", OWN)
def test_whatever_a_map_says_our_own_report_is_posted(name: str, tmp_path: Path) -> None:
    told = comment(pair_of(OWN[name], tmp_path), "--preview", "https://preview.example/@7/")
    (tmp_path / "comment.md").write_text(told, encoding="utf-8")
    assert comment_in(tmp_path) == told
