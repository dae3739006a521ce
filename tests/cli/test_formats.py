"""How findings are written: for people, for programs, for GitHub."""

from __future__ import annotations

import json
import os
import pty
import subprocess
from pathlib import Path
from typing import Any

from tests.command_line import ORPHAN, RUN, check, environment
from tests.maps_on_disk import write_maps


def test_json_gives_every_finding_with_its_whole_place(handbook: Path) -> None:
    ran = check(handbook, "--format", "json")
    report: dict[str, Any] = json.loads(ran.stdout)
    assert report["schema_version"] == 1
    assert [problem["rule"] for problem in report["problems"]] == [
        "orphan",
        "unknown-key",
        "unknown-key",
    ]
    assert report["problems"][-1] == {
        "level": "error",
        "rule": "unknown-key",
        "file": "maps/journeys/order.yml",
        "line": 3,
        "column": 29,
        "end_line": 3,
        "end_column": 35,
        "what": "A stage has no field `chanel`.",
        "mend": "Did you mean `channel`?",
    }
    assert json.loads(check(handbook, JOURNEYS_FORMAT="json").stdout) == report


def test_json_of_nothing_is_still_a_report(fine: Path) -> None:
    assert json.loads(check(fine, "--format", "json").stdout) == {
        "schema_version": 1,
        "problems": [],
    }


def test_a_github_workflow_gets_annotations_by_itself(handbook: Path) -> None:
    ran = check(handbook, GITHUB_ACTIONS="true")
    assert ran.stdout == (
        "::error file=maps/channels.yml,line=1,col=25,endColumn=30,title=unknown-key"
        "::A channel has no field `titel`.%0ADid you mean `title`?\n"
        "::error file=maps/journeys/order.yml,line=3,col=29,endColumn=35,title=unknown-key"
        "::A stage has no field `chanel`.%0ADid you mean `channel`?\n"
        "::warning file=maps/channels.yml,line=1,col=8,endColumn=11,title=orphan"
        "::Nobody mentions the channel “Web”.%0AMention `web` where it takes part, or delete it.\n"
    )
    assert check(handbook, "--format", "text", GITHUB_ACTIONS="true").stdout.startswith(ORPHAN)
    check(handbook, "--output", "report.txt", GITHUB_ACTIONS="true")
    assert (handbook / "report.txt").read_text(encoding="utf-8").startswith(ORPHAN)


def test_words_of_a_map_cannot_become_a_workflow_command(fine: Path) -> None:
    write_maps(
        fine,
        {
            "journeys/a, b: 100%.yml": 'id: x\ntitle: I pay\n"::set-env%0A,x": 1\nstages: []\n',
        },
    )
    ran = check(fine, "--format", "github")
    lines = ran.stdout.splitlines()
    assert all(line.startswith(("::error file=maps/", "::warning file=maps/")) for line in lines)
    assert "file=maps/journeys/a%2C b%3A 100%25.yml,line=3" in ran.stdout
    assert "no field `::set-env%250A,x`" in ran.stdout


def test_github_gets_ten_of_a_level_and_the_last_says_how_many_more(fine: Path) -> None:
    wrong = "".join(f"nokey{number}qqq: 1\n" for number in range(37))
    write_maps(fine, {"journeys/order.yml": f"title: I order\nstages: []\n{wrong}"})
    lines = check(fine, "--format", "github").stdout.splitlines()
    assert len(lines) == 10
    assert lines[9].endswith("%0AAnd 27 more like this: run `journeys check`.")
    assert sum("more like this" in line for line in lines) == 1


def test_file_names_cannot_steer_a_terminal_or_break_a_line(fine: Path) -> None:
    write_maps(fine, {"personas/\x1b[31mred\nfile:1:1: x.yml": "nme: Bea\n"})
    ran = check(fine)
    assert "\x1b" not in ran.stdout
    assert "maps/personas/\\x1b[31mred\\nfile:1:1: x.yml:1:1: " in ran.stdout


def test_file_names_that_are_no_text_are_shown_all_the_same(fine: Path) -> None:
    name = os.fsencode(fine / "maps" / "journeys") + b"/caf\xe9.yml"
    Path(os.fsdecode(name)).write_text("title: [\n")
    for form in ("text", "json", "github"):
        ran = check(fine, "--format", form)
        assert (ran.returncode, "Traceback" in ran.stderr) == (1, False)
        assert "udce9.yml" in ran.stdout


def on_terminal(folder: Path, **more: str) -> str:
    """Run the check on a terminal and give what it shows there."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*RUN, "check"],
        cwd=folder,
        env=environment(TERM="xterm", **more),
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(theirs)
        shown = b""
        # Linux ends a terminal whose other side is closed with an error.
        try:
            while piece := os.read(ours, 4096):
                shown += piece
        except OSError:
            pass
        process.wait(timeout=60)
    os.close(ours)
    return shown.decode("utf-8").replace("\r\n", "\n")


def test_a_terminal_shows_the_line_with_a_caret_below(fine: Path) -> None:
    write_maps(
        fine, {"journeys/order.yml": "title: I order\nstages:\n  - {title: 買う, nmae: x, id: a}\n"}
    )
    assert on_terminal(fine, NO_COLOR="1") == (
        "maps/journeys/order.yml:3:17: A stage has no field `nmae`. [unknown-key]\n"
        "    Did you mean `name`?\n"
        "    3 |   - {title: 買う, nmae: x, id: a}\n"
        "      |                   ^^^^\n"
    )


def test_a_terminal_shows_colours_unless_they_are_refused(handbook: Path) -> None:
    assert "\x1b[31m[unknown-key]\x1b[0m" in on_terminal(handbook)
    assert "\x1b[33m[orphan]\x1b[0m" in on_terminal(handbook)
    assert "\x1b" not in on_terminal(handbook, NO_COLOR="1")
