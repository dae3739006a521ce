"""`journeys check` as people and programs meet it: a process with output and an exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import CHANEL, FILES, ORPHAN, RUN, UNKNOWN, check, environment
from tests.maps_on_disk import write_maps


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
    settings = f"profile: minimal\nrules: {{orphan: {levels}}}\n"
    write_maps(fine, {"channels.yml": "- {id: fax}\n", "handbook.yml": settings})
    assert check(fine, "--fail-on", fail_on).returncode == code


def test_a_flag_wins_over_the_environment(handbook: Path) -> None:
    assert check(handbook, JOURNEYS_FAIL_ON="never").returncode == 0
    assert check(handbook, "--fail-on", "error", JOURNEYS_FAIL_ON="never").returncode == 1


def test_a_path_limits_what_is_shown_while_everything_is_read(handbook: Path) -> None:
    write_maps(handbook, {"personas/bea.yml": "name: Bea\nkolour: red\n"})
    shown = check(handbook, "maps/journeys")
    assert (shown.returncode, shown.stdout) == (1, CHANEL)
    one = check(handbook, "maps/personas/bea.yml", "--fail-on", "info")
    assert (one.returncode, one.stdout.count("[")) == (1, 1)
    assert one.stdout.startswith("maps/personas/bea.yml:2:1: ")


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
    write_maps(
        fine,
        {"handbook.yml": "profile: minimal\ndocs: pages\n", "../pages/a.md": "[[persona:bea]]\n"},
    )
    assert check(fine).stdout.startswith("pages/a.md:1:3: No persona is called `bea`.")


def test_a_report_may_go_to_a_file(handbook: Path) -> None:
    ran = check(handbook, "--format", "json", "--output", "report.json")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert len(json.loads((handbook / "report.json").read_text())["problems"]) == 3
    nowhere = check(handbook, "--output", "no/such/folder.txt")
    assert nowhere.returncode == 2
    assert "`no/such/folder.txt` cannot be read or written" in nowhere.stderr
    assert "Traceback" not in nowhere.stderr


BROKEN_RULE = """
import mkdocs_journeys.rules.judge as judging
from mkdocs_journeys.cli import main
from mkdocs_journeys.rules.rule import Rule

class Broken(Rule):
    name, group, level = "broken", "links", "error"

    def find(self, catalog):
        MISTAKE

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
        [sys.executable, "-c", BROKEN_RULE.replace("MISTAKE", "1 / 0"), *arguments],
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


def test_ctrl_c_ends_with_130_and_no_traceback(fine: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", BROKEN_RULE.replace("MISTAKE", "raise KeyboardInterrupt"), "check"],
        cwd=fine,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout, "Traceback" in ran.stderr) == (130, "", False)


def test_a_reader_who_has_seen_enough_is_no_mistake(handbook: Path) -> None:
    wrong = "".join(f"nokey{number}qqq: 1\n" for number in range(90))
    many = {f"journeys/{number}.yml": f"title: I order\n{wrong}" for number in range(20)}
    write_maps(handbook, many)
    with subprocess.Popen(
        [*RUN, "check"],
        cwd=handbook,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read().decode("utf-8")
        process.wait(timeout=60)
    assert "Traceback" not in said
    assert "mistake" not in said


def test_the_same_maps_give_the_same_bytes_wherever_they_lie(tmp_path: Path) -> None:
    outputs = set()
    for name, seed in (("one", "0"), ("a longer name", "1")):
        write_maps(tmp_path / name, FILES)
        ran = check(tmp_path / name, "--format", "json", PYTHONHASHSEED=seed, TZ="Asia/Tokyo")
        outputs.add(ran.stdout)
    assert len(outputs) == 1


def test_a_folder_of_pages_that_is_not_there_is_told_at_its_line(fine: Path) -> None:
    (fine / "maps/handbook.yml").write_text("profile: minimal\ndocs: dosc\n")
    ran = check(fine)
    assert ran.returncode == 1
    assert ran.stdout.startswith(
        "maps/handbook.yml:2:7: The folder `dosc` of hand-written pages is not there. "
    )
    (fine / "dosc").mkdir()
    assert check(fine).returncode == 0
