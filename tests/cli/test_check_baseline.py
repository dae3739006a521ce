"""`journeys check --baseline`: old findings are left out, new ones are not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.quiet import lay
from tests.command_line import check

FILES = {
    "maps/personas/bea.yml": "name: Bea\n",
    "maps/channels.yml": "- {id: fax, title: Fax, colour: red}\n",
    "maps/journeys/order.yml": (
        "title: A\npersonas: [nobody-here, no-one-here]\n"
        "stages:\n- id: pay\n  title: I pay\n  pains: [Slow]\n"
    ),
}
USE = ("--baseline", "baseline.json")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A handbook with four findings, all of them in its baseline."""
    ran = check(lay(tmp_path, FILES), *USE, "--update-baseline")
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr == "4 findings written to baseline.json.\n"
    return tmp_path


def test_findings_of_the_baseline_are_left_out(old: Path) -> None:
    ran = check(old, *USE)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr == (
        "Nothing to mend in 3 files of maps.\n4 findings of the baseline left out.\n"
    )
    assert check(old, JOURNEYS_BASELINE="baseline.json").returncode == 0
    assert check(old).returncode == 1


def test_a_new_finding_is_not(old: Path) -> None:
    with (old / "maps/channels.yml").open("a") as file:
        file.write("- {id: web, title: Web, colour: red}\n")
    ran = check(old, *USE)
    assert ran.returncode == 1
    assert ran.stdout.startswith("maps/channels.yml:2:25: A channel has no field `colour`.")
    assert ran.stderr.startswith("1 error in 3 files of maps.\n")


def test_of_two_like_findings_in_one_field_the_second_is_new(old: Path) -> None:
    order = old / "maps/journeys/order.yml"
    text = order.read_text()
    order.write_text(text.replace("[nobody-here,", "[nobody-here, nobody-here,"))
    ran = check(old, *USE)
    assert ran.stdout.startswith("maps/journeys/order.yml:2:25: No persona is called")
    assert ran.stdout.count("[unknown-mention]") == 1


def test_old_findings_stay_old_when_lines_files_and_stages_move(old: Path) -> None:
    order = old / "maps/journeys/order.yml"
    text = order.read_text().replace("- id: pay", "- id: come\n  title: I come\n- id: pay")
    order.unlink()
    lay(old, {"maps/journeys/drafts/order.yml": "# Moved.\n\n" + text.replace("\n", "\r\n")})
    ran = check(old, *USE)
    assert (ran.returncode, ran.stdout) == (0, "")


def test_what_was_mended_is_told_and_taken_out(old: Path) -> None:
    lay(old, {"maps/channels.yml": "- {id: fax, title: Fax}\n"})
    told = "1 finding of the baseline is mended: --update-baseline takes them out.\n"
    assert check(old, *USE).stderr.endswith(told)
    assert "mended" not in check(old, *USE, "--select", "links").stderr
    assert check(old, *USE, "--update-baseline").returncode == 0
    assert "mended" not in check(old, *USE).stderr


def test_the_file_is_sorted_and_the_same_for_the_same_findings(old: Path) -> None:
    first = (old / "baseline.json").read_bytes()
    check(old, *USE, "--update-baseline")
    assert (old / "baseline.json").read_bytes() == first
    said = json.loads(first)
    assert said["schema_version"] == 1
    assert [(one["rule"], one["about"], one["count"]) for one in said["findings"]] == [
        ("renamed-key", "journeys/order/pay/pains", 1),
        ("unknown-key", "channels/fax/colour", 1),
        ("unknown-mention", "journeys/order/personas/no-one-here", 1),
        ("unknown-mention", "journeys/order/personas/nobody-here", 1),
    ]


def test_a_file_that_cannot_be_read_is_never_old(tmp_path: Path) -> None:
    lay(tmp_path, {"maps/channels.yml": "- {id: fax\n"})
    check(tmp_path, *USE, "--update-baseline")
    assert "[yaml-syntax]" in check(tmp_path, *USE).stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "There is no baseline `baseline.json`. --update-baseline writes one."),
        ("no", "`baseline.json` is no baseline. Write it anew with --update-baseline."),
        ("[]", "`baseline.json` is no baseline."),
        ('{"schema_version": 1, "findings": [{}]}', "`baseline.json` is no baseline."),
        ('{"schema_version": 9, "findings": []}', "was written by another version."),
    ],
)
def test_what_is_no_baseline_is_a_plain_sentence(
    content: str | None, said: str, tmp_path: Path
) -> None:
    lay(tmp_path, FILES if content is None else {**FILES, "baseline.json": content})
    ran = check(tmp_path, *USE)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr


@pytest.mark.parametrize("more", [["maps/journeys"], ["--fix"], ["--select", "links"]])
def test_a_baseline_is_never_written_from_a_part(more: list[str], tmp_path: Path) -> None:
    lay(tmp_path, FILES)
    assert check(tmp_path, *USE, "--update-baseline", *more).returncode == 2
    assert check(tmp_path, "--update-baseline").returncode == 2
    assert not (tmp_path / "baseline.json").exists()
