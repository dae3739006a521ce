"""A handbook with releases: the maps of the example, edited and tagged in a real repository."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.site.project import ROOT


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What somebody changed in a file, and what they said of it."""

    file: str
    before: str
    after: str
    message: str
    author: str = "Amara Osei"
    day: str = "2026-11-19"


def git_as(folder: Path, author: str, day: str, *arguments: str) -> str:
    """Run git as somebody, on a day, without the settings of the machine."""
    me = {"NAME": author, "EMAIL": "private@northline.example", "DATE": f"{day}T12:00:00Z"}
    names = {f"GIT_{who}_{what}": me[what] for who in ("AUTHOR", "COMMITTER") for what in me}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    ran = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **names, **alone},
        check=True,
        capture_output=True,
        text=True,
    )
    return ran.stdout.strip()


def begin(folder: Path, tag: str, day: str) -> None:
    """Make a repository of what is in a folder, and call it a release."""
    git_as(folder, "CX team", day, "init", "-q", "-b", "main")
    save(folder, "The first maps", "CX team", day)
    git_as(folder, "CX team", day, "tag", tag)


def save(folder: Path, message: str, author: str, day: str) -> None:
    """Commit everything."""
    git_as(folder, author, day, "add", "-A")
    git_as(folder, author, day, "commit", "-q", "-m", message)


def make(folder: Path, edits: Sequence[Edit]) -> None:
    """Make edits, each with a commit of its own."""
    for edit in edits:
        path = folder / edit.file
        text = path.read_text(encoding="utf-8")
        assert edit.before in text, f"{edit.file} has no `{edit.before}`"
        path.write_text(text.replace(edit.before, edit.after, 1), encoding="utf-8")
        save(folder, edit.message, edit.author, edit.day)


SWITCH = "maps/journeys/switch-to-fibre.yml"
SLOW = "maps/journeys/fix-a-slow-connection.yml"
ON_PAPER = "- {id: on-paper, title: The log is kept on paper}\n          "
OLDER = (
    Edit(
        file=SWITCH,
        before="score: -2, words: [cheated]",
        after="score: -1, words: [annoyed]",
        message="What we knew in August",
        day="2026-05-01",
    ),
    Edit(
        file=SWITCH,
        before="score: 2, words: [impressed]",
        after="score: 1, words: [pleased]",
        message="What we knew in August",
        day="2026-05-02",
    ),
    Edit(
        file=SLOW,
        before="- {id: tell-again,",
        after=f"{ON_PAPER}- {{id: tell-again,",
        message="What we knew in August",
        day="2026-05-03",
    ),
)
"""What takes the maps of the example back to where they were."""

EDITS = (
    Edit(
        file=SWITCH,
        before="score: 1, words: [pleased]",
        after="score: 2, words: [impressed]",
        message="Install CSAT rose from 4.3 to 4.6 after the house-walk script (#209)",
        author="Jonas Lind",
        day="2026-11-15",
    ),
    Edit(
        file="maps/initiatives/letter-rewrite.yml",
        before="status: idea",
        after="status: planned",
        message="Funded at the October board (#210)",
        author="Mina Park",
        day="2026-11-16",
    ),
    Edit(
        file=SWITCH,
        before="score: -1, words: [annoyed]",
        after="score: -2, words: [cheated]",
        message="October bills carried an overlap charge for 38% of switchers (#214)",
    ),
    Edit(
        file=SLOW,
        before=ON_PAPER,
        after="",
        message="Retired in September, no longer offered (#206)",
        author="Ruth Adeyemi",
        day="2026-11-20",
    ),
    Edit(
        file=SLOW,
        before="- {id: alarm-speaks,",
        after="- {id: no-number, title: No number to ring}\n          - {id: alarm-speaks,",
        message="Merge branch 'alarms' into 'main'\n\nThree interviews agree\n\n"
        "See merge request cx/handbook!203",
        author="Ruth Adeyemi",
        day="2026-11-20",
    ),
)


def example_with_releases(folder: Path) -> None:
    """Write the example with two releases into an empty folder; its last edit is the newest."""
    shutil.copytree(ROOT / "maps", folder / "maps")
    begin(folder, "2026.05", "2026-04-30")
    make(folder, OLDER)
    git_as(folder, "CX team", "2026-08-20", "tag", "2026.08")
    make(folder, EDITS)
    git_as(folder, "CX team", "2026-11-20", "tag", "2026.11")
