"""`journeys check --select` and `--ignore`: which rules somebody wants to hear of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.quiet import lay
from tests.command_line import check

FILES = {
    # Two of the group reading, two of the group links; orphan is off in the settings.
    "maps/channels.yml": "- {id: fax, name: Fax, colour: red}\n",
    "maps/journeys/order.yml": "title: A\nstate: as-is\nstages: [{title: I pay}]\n",
}
READING = ["renamed-key", "unknown-key"]
LINKS = ["id-missing", "name-or-title"]


@pytest.mark.parametrize(
    ("flags", "found"),
    [
        ([], READING + LINKS),
        (["--select", "reading"], READING),
        (["--select", "reading, name-or-title"], [*READING, "name-or-title"]),
        (["--select", "reading", "--select", "id-missing"], [*READING, "id-missing"]),
        (["--ignore", "reading"], LINKS),
        (["--ignore", "reading,id-missing"], ["name-or-title"]),
        (["--select", "links", "--ignore", "id-missing"], ["name-or-title"]),
        (["--select", "id-missing", "--ignore", "links"], ["id-missing"]),
        (["--select", "id-missing", "--ignore", "id-missing"], []),
        (["--select", "orphan"], ["orphan"]),
        (["--select", "duplicate-id"], []),
    ],
    ids=" ".join,
)
def test_only_what_was_chosen_is_found(flags: list[str], found: list[str], tmp_path: Path) -> None:
    ran = check(lay(tmp_path, FILES), "--fail-on", "never", "--format", "concise", *flags)
    assert sorted(re.findall(r"\[([a-z-]+)\]$", ran.stdout, re.MULTILINE)) == sorted(found)


def test_a_group_does_not_bring_back_what_the_settings_switched_off(tmp_path: Path) -> None:
    ran = check(lay(tmp_path, FILES), "--select", "links", "--fail-on", "never")
    assert "[orphan]" not in ran.stdout


def test_the_exit_code_is_that_of_what_was_chosen(tmp_path: Path) -> None:
    lay(tmp_path, FILES)
    assert check(tmp_path).returncode == 1
    assert check(tmp_path, "--ignore", "unknown-key").returncode == 0
    assert check(tmp_path, JOURNEYS_IGNORE="unknown-key,links").returncode == 0
    assert check(tmp_path, "--ignore", "links", JOURNEYS_IGNORE="unknown-key").returncode == 1


@pytest.mark.parametrize("flag", ["--select", "--ignore"])
@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("orphn", "Did you mean `orphan`?"),
        ("reading,lnks", "Did you mean `links`?"),
        ("xyzzy-plugh", "`journeys rules` lists them all."),
    ],
)
def test_a_name_that_nothing_has_is_a_plain_sentence(
    flag: str, name: str, hint: str, tmp_path: Path
) -> None:
    ran = check(lay(tmp_path, FILES), flag, name)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"No rule and no group of rules is called `{name.split(',')[-1]}`. {hint}" in ran.stderr
