"""`journeys check` as people and programs meet it: a process with output and an exit code."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.maps_on_disk import write_maps

FILES = {
    "handbook.yml": "title: Handbook\n",
    "journeys/order.yml": "title: I order\nstages:\n  - {id: pay, title: I pay, chanel: web}\n",
    "channels.yml": "- {id: web, title: Web, titel: x}\n",
}
UNKNOWN = (
    "maps/channels.yml:1:25: A channel has no field `titel`. [unknown-key]\n"
    "    Did you mean `title`?\n"
)
CHANEL = (
    "maps/journeys/order.yml:3:29: A stage has no field `chanel`. [unknown-key]\n"
    "    Did you mean `channel`?\n"
)
ORPHAN = (
    "maps/channels.yml:1:8: Nobody mentions the channel “Web”. [orphan]\n"
    "    Mention `web` where it takes part, or delete it.\n"
)
RUN = [sys.executable, "-W", "error", "-c", "from mkdocs_journeys.cli import main; main()"]


def environment(**more: str) -> dict[str, str]:
    """Give an environment without what would steer the command."""
    ours = ("JOURNEYS_", "GITHUB_", "SOURCE_DATE", "NO_COLOR")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {**kept, "PYTHONUTF8": "1", **more}


def check(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*RUN, "check", *arguments],
        cwd=folder,
        env=environment(**more),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    write_maps(tmp_path, FILES)
    return tmp_path


@pytest.fixture
def fine(tmp_path: Path) -> Path:
    write_maps(tmp_path, {"journeys/order.yml": "title: I order\nstages: []\n"})
    return tmp_path


def test_nothing_wrong_prints_nothing_and_exits_with_0(fine: Path) -> None:
    ran = check(fine)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr == "Nothing to mend in 1 file of maps.\n"


def test_findings_stand_on_stdout_in_the_order_of_places(handbook: Path) -> None:
    ran = check(handbook)
    assert ran.returncode == 1
    assert ran.stdout == ORPHAN + UNKNOWN + CHANEL
    assert ran.stderr == "2 errors, 1 warning in 2 files of maps.\n"


@pytest.mark.parametrize(
    ("fail_on", "levels", "code"),
    [
        ("error", "warning", 0),
        ("warning", "warning", 1),
        ("info", "warning", 1),
        ("never", "error", 0),
        ("error", "error", 1),
        ("warning", "info", 0),
        ("info", "info", 1),
        ("info", "off", 0),
    ],
)
def test_the_exit_code_says_whether_the_bar_was_reached(
    fail_on: str, levels: str, code: int, fine: Path
) -> None:
    write_maps(
        fine, {"channels.yml": "- {id: fax}\n", "handbook.yml": f"rules: {{orphan: {levels}}}\n"}
    )
    assert check(fine, "--fail-on", fail_on).returncode == code
    assert check(fine, JOURNEYS_FAIL_ON=fail_on).returncode == code


def test_a_path_limits_what_is_shown_while_everything_is_read(handbook: Path) -> None:
    write_maps(handbook, {"personas/bea.yml": "name: Bea\nchannels: [web]\n"})
    shown = check(handbook, "maps/journeys")
    assert (shown.returncode, shown.stdout) == (1, CHANEL)
    one = check(handbook, "maps/personas/bea.yml", "--fail-on", "info")
    assert (one.returncode, one.stdout.count("[")) == (1, 2)
    assert "[unknown-mention]" not in one.stdout


def test_a_path_that_is_not_there_is_a_plain_sentence(handbook: Path) -> None:
    ran = check(handbook, "maps/jorneys")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "'maps/jorneys' does not exist" in ran.stderr


def test_a_missing_folder_of_maps_is_a_plain_sentence(tmp_path: Path) -> None:
    ran = check(tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "There is no folder `maps`. Name the folder of your maps with --maps." in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_bad_flag_exits_with_2(fine: Path) -> None:
    assert check(fine, "--format", "xml").returncode == 2
    assert check(fine, "--no-such-flag").returncode == 2


@pytest.mark.parametrize(
    ("arguments", "more", "said"),
    [
        (["--as-of", "tomorrow"], {}, "`tomorrow` is no date. Write it like `2026-11-21`."),
        ([], {"JOURNEYS_AS_OF": "2026-13-01"}, "`2026-13-01` is no date."),
        ([], {"SOURCE_DATE_EPOCH": "soon"}, "SOURCE_DATE_EPOCH is `soon`, which is no time."),
        ([], {"SOURCE_DATE_EPOCH": "9" * 30}, "which is no time."),
    ],
)
def test_a_day_that_is_none_is_a_plain_sentence(
    arguments: list[str], more: dict[str, str], said: str, fine: Path
) -> None:
    ran = check(fine, *arguments, **more)
    assert ran.returncode == 2
    assert said in ran.stderr


def test_other_folders_are_shown_as_they_were_typed(tmp_path: Path) -> None:
    write_maps(tmp_path / "cx", FILES)
    docs = tmp_path / "cx" / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("[[persona:bea]]\n")
    ran = check(tmp_path, "--maps", "cx/maps")
    assert [line.split(":")[0] for line in ran.stdout.splitlines()[::2]] == [
        "cx/docs/index.md",
        "cx/maps/channels.yml",
        "cx/maps/channels.yml",
        "cx/maps/journeys/order.yml",
    ]
    named = check(tmp_path / "cx", "--docs", "docs", JOURNEYS_MAPS="maps")
    assert named.stdout.startswith("docs/index.md:1:3: No persona is called `bea`.")
    assert check(tmp_path / "cx", "--docs", "pages").returncode == 2


def test_the_settings_say_where_the_hand_written_pages_are(fine: Path) -> None:
    write_maps(fine, {"handbook.yml": "docs: pages\n", "../pages/a.md": "[[persona:bea]]\n"})
    assert check(fine).stdout.startswith("pages/a.md:1:3: No persona is called `bea`.")


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


def test_a_report_may_go_to_a_file(handbook: Path) -> None:
    ran = check(handbook, "--format", "json", "--output", "report.json")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert len(json.loads((handbook / "report.json").read_text())["problems"]) == 3
    nowhere = check(handbook, "--output", "no/such/folder.txt")
    assert nowhere.returncode == 2
    assert "`no/such/folder.txt` cannot be read or written" in nowhere.stderr
    assert "Traceback" not in nowhere.stderr


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
            "journeys/a, b: 100%.yml": 'id: x\ntitle: I order\n"::set-env%0A,x": 1\nstages: []\n',
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


BROKEN_RULE = """
import mkdocs_journeys.rules.judge as judging
from mkdocs_journeys.cli import main
from mkdocs_journeys.rules.rule import Rule

class Broken(Rule):
    name, group, level = "broken", "links", "error"

    def find(self, catalog):
        return [catalog.loaded.entries[0].no_such_thing]

judging.RULES = (*judging.RULES, Broken())
main()
"""


@pytest.mark.parametrize(
    ("arguments", "traced"),
    [(["check"], False), (["check", "--debug"], True), (["--debug", "check"], True)],
)
def test_a_mistake_of_our_own_asks_for_a_report(
    arguments: list[str], traced: bool, fine: Path
) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", BROKEN_RULE, *arguments],
        cwd=fine,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert "This is a mistake in mkdocs-journeys, not in your maps (while looking for broken)" in (
        ran.stderr
    )
    assert "Please report it" in ran.stderr
    assert ("Traceback" in ran.stderr) is traced


def test_the_same_maps_give_the_same_bytes_wherever_they_lie(tmp_path: Path) -> None:
    outputs = set()
    for name, seed in (("one", "0"), ("a longer name", "1")):
        write_maps(tmp_path / name, FILES)
        ran = check(tmp_path / name, "--format", "json", PYTHONHASHSEED=seed, TZ="Asia/Tokyo")
        outputs.add(ran.stdout)
    assert len(outputs) == 1
