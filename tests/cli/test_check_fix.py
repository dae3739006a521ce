"""`journeys check --fix`: what it mends, and that it leaves everything else alone."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_journeys.cli import main
from mkdocs_journeys.cli.checking import Asked, look
from mkdocs_journeys.cli.mend import mendings, write
from mkdocs_journeys.cli.sources import stamps
from tests.cli.quiet import ORDER, QUIET, STAGES, STEPS, lay
from tests.command_line import check
from tests.maps_on_disk import TODAY

Mend = Callable[..., bytes]
"""Takes a file, its text and other files, and gives its bytes when all is mended."""


@pytest.fixture
def fixed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Mend:
    """Writes one map, mends it, and gives its bytes; a second run must have nothing to do."""
    monkeypatch.chdir(tmp_path)

    def mend(file: str, before: str | bytes, **others: str) -> bytes:
        lay(tmp_path, {file: before, **others})
        # In this process: there are many of them, and each needs two.
        ran = CliRunner().invoke(main, ["check", "--fix", "--fail-on", "never"])
        assert (ran.exit_code, ran.exception) == (0, None)
        after = Path(file).read_bytes()
        again = CliRunner().invoke(main, ["check", "--fix", "--fail-on", "never"])
        assert "Mended 0 findings in 0 files." in again.stderr
        assert Path(file).read_bytes() == after
        return after

    return mend


BEA = {"maps/personas/busy-bea.yml": "name: Bea\nformerly: [bee-one]\n"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("titel: I order\n", "title: I order\n", id="unknown-key"),
        pytest.param("'titel': I order\n", "'title': I order\n", id="unknown-key in quotes"),
        pytest.param("name: I order\n", "title: I order\n", id="name-or-title"),
        pytest.param("title: A\nstate: as-is\n", "title: A\nstate: current\n", id="a choice"),
        pytest.param(
            'title: A\nstate: "to-be"\n', 'title: A\nstate: "future"\n', id="a choice in quotes"
        ),
        pytest.param(
            "title: A\npersonas: [bussy-bea]\n",
            "title: A\npersonas: [busy-bea]\n",
            id="unknown-mention",
        ),
        pytest.param(
            "title: A\npersonas:\n  - 'bee-one'   # she\n",
            "title: A\npersonas:\n  - 'busy-bea'   # she\n",
            id="mention-by-old-id",
        ),
        pytest.param(
            "title: A\nquotes:\n  - {text: It took ages, really, consent: yes}\n",
            'title: A\nquotes:\n  - {text: "It took ages, really", consent: true}\n',
            id="yaml-trap",
        ),
        pytest.param(
            'title: A\nquotes:\n  - {text: It\'s a, b "c", d, said_by: X}\n',
            "title: A\nquotes:\n  - {text: 'It''s a, b \"c\", d', said_by: X}\n",
            id="yaml-trap with quotes inside",
        ),
        pytest.param(
            "title: A   # journeys: allow name-or-title – it was so\n",
            "title: A\n",
            id="allowance-unused behind a value",
        ),
        pytest.param(
            "# Ours.\n# journeys: allow name-or-title – it was so\ntitle: A\n",
            "# Ours.\ntitle: A\n",
            id="allowance-unused on its own line",
        ),
        pytest.param(
            "name: A   # journeys: allow orphan, name-or-title, id-missing – it was so\n",
            "name: A   # journeys: allow name-or-title – it was so\n",
            id="allowance-unused in part",
        ),
        pytest.param(
            "name: A   # journeys: allow name-or-titel: it was so\n",
            "name: A   # journeys: allow name-or-title: it was so\n",
            id="allowance of a slip",
        ),
        pytest.param(
            "name: A   # journeys: allow name-or-title it was so\n",
            "name: A   # journeys: allow name-or-title – it was so\n",
            id="allowance-without-reason",
        ),
    ],
)
def test_what_can_be_mended_is_mended_in_place(before: str, after: str, fixed: Mend) -> None:
    quiet = {"maps/handbook.yml": QUIET.replace("governance: off, ", ""), **BEA}
    assert fixed(ORDER, before + STAGES, **quiet) == (after + STAGES).encode()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("title: A\ntitel: B\n", id="a slip of what stands there already"),
        pytest.param("title: A\nnote: x\nnotes: y\nnotee: z\n", id="two slips of one field"),
        pytest.param("title: A\nname: B\n", id="both words"),
        pytest.param("title: A\nxyzzy: B\n", id="nothing is near"),
        pytest.param("title: A\npersonas: [busy-beq]\n", id="two ids are near"),
        pytest.param("title: A\nscope: {start: a, end, includes: [b]}\n", id="may be a field"),
    ],
)
def test_what_is_not_certain_is_left_to_people(text: str, fixed: Mend) -> None:
    near = {**BEA, "maps/personas/busy-bee.yml": "name: Bee\n"}
    assert fixed(ORDER, text + STAGES, **near) == (text + STAGES).encode()


STEPS_WITH_IDS = """\
title: 我下单  # 🎉
stages:
  - id: i-choose
    title: I choose   # first
    steps:
      - id: i-choose-2
        title: "I choose"
        channel: web
      - { id: wo-bi-jiao-jie-ge, title: 我比较价格, channel: web }
      - id: i-pay-or-not
        title: I pay, or not
      - id: i-wait-long
        title: "I wait: long"
      - id: done
        title: 🎉
  # the end
  -
    id: stage
    title: 🎉
    steps: [{id: i-leave, title: I leave}, {id: i-stay, title: I stay}, {id: i-go, title: 'I go'}]
"""


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8], ids=["no mark", "byte-order mark"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_ids_are_made_from_titles_in_the_style_of_each_thing(
    mark: bytes, line_end: str, fixed: Mend
) -> None:
    before = mark + STEPS.replace("\n", line_end).encode()
    after = mark + STEPS_WITH_IDS.replace("\n", line_end).encode()
    assert fixed(ORDER, before) == after


def test_an_id_is_never_one_that_is_taken_or_was(fixed: Mend) -> None:
    before = "title: A\nstages:\n- title: Pay\n- {id: pay-2, title: B, formerly: [pay]}\n"
    after = (
        "title: A\nstages:\n- id: pay-3\n  title: Pay\n- {id: pay-2, title: B, formerly: [pay]}\n"
    )
    assert fixed(ORDER, before) == after.encode()


def test_a_file_gets_the_name_of_the_id_in_it(tmp_path: Path) -> None:
    lay(tmp_path, {ORDER: "id: first-order\ntitle: A\n" + STAGES, "maps/kpis.yml": "[]\n"})
    assert "Mended 2 findings in 2 files." in check(tmp_path, "--fix").stderr
    assert sorted(path.name for path in (tmp_path / "maps/journeys").iterdir()) == [
        "first-order.yml"
    ]
    assert (tmp_path / "maps/metrics.yml").is_file()


def test_no_file_is_put_in_the_place_of_another(tmp_path: Path) -> None:
    other = "title: B\n" + STAGES
    lay(tmp_path, {ORDER: "id: other\ntitel: A\n" + STAGES, "maps/journeys/other.yml": other})
    assert "[file-name-differs]" in check(tmp_path, "--fix").stdout
    assert (tmp_path / "maps/journeys/other.yml").read_text() == other
    assert (tmp_path / ORDER).read_text() == "id: other\ntitle: A\n" + STAGES


def test_a_name_that_two_files_want_goes_to_the_first(tmp_path: Path) -> None:
    text = "id: wanted\nname: A\n" + STAGES
    lay(tmp_path, {"maps/journeys/a.yml": text, "maps/journeys/b.yml": text})
    assert check(tmp_path, "--diff").stdout.count("rename to maps/journeys/wanted.yml\n") == 1
    check(tmp_path, "--fix")
    assert sorted(path.name for path in (tmp_path / "maps/journeys").iterdir()) == [
        "b.yml",
        "wanted.yml",
    ]
    assert (tmp_path / "maps/journeys/b.yml").read_text() == text.replace("name", "title")


def test_mentions_in_hand_written_pages_are_mended_too(fixed: Mend) -> None:
    page = "# 🎉 [[persona:bee-one|Bea]] and [[persona:bussy-bea]]\r\n"
    after = "# 🎉 [[persona:busy-bea|Bea]] and [[persona:busy-bea]]\r\n"
    assert fixed("docs/a.md", page, **BEA) == after.encode()


def test_what_remains_is_reported_and_counted(tmp_path: Path) -> None:
    lay(tmp_path, {ORDER: "titel: A\nxyzzy: b\n" + STAGES})
    ran = check(tmp_path, "--fix")
    assert ran.returncode == 1
    assert ran.stdout.startswith("maps/journeys/order.yml:2:1: A journey has no field `xyzzy`.")
    assert ran.stderr == "Mended 1 finding in 1 file.\n1 error in 1 file of maps.\n"


def test_only_what_was_asked_for_is_mended(tmp_path: Path) -> None:
    text = "name: A\nsummry: b\n" + STAGES
    lay(tmp_path, {ORDER: text, "maps/channels.yml": "- {id: fax, name: Fax}\n"})
    check(tmp_path, "--fix", "--select", "unknown-key", "maps/journeys")
    assert (tmp_path / ORDER).read_text() == text.replace("summry", "summary")
    assert (tmp_path / "maps/channels.yml").read_text() == "- {id: fax, name: Fax}\n"


def test_mode_and_links_stay(tmp_path: Path) -> None:
    lay(tmp_path, {"maps/journeys/real.yml": "titel: A\n" + STAGES})
    real = tmp_path / "maps/journeys/real.yml"
    real.chmod(0o640)
    (tmp_path / ORDER).symlink_to("real.yml")
    check(tmp_path, "--fix")
    assert (tmp_path / ORDER).is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert real.read_text() == "title: A\n" + STAGES
    assert sorted(path.name for path in real.parent.iterdir()) == ["order.yml", "real.yml"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_closed_is_a_plain_sentence(tmp_path: Path) -> None:
    lay(tmp_path, {ORDER: "titel: A\n" + STAGES})
    (tmp_path / "maps/journeys").chmod(0o500)
    ran = check(tmp_path, "--fix")
    assert "maps/journeys/order.yml cannot be written: Permission denied." in ran.stderr
    assert ran.returncode == 1


def test_a_file_that_changes_meanwhile_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(lay(tmp_path, {ORDER: "titel: A\n" + STAGES}))
    before = stamps([Path("maps")])
    shown = look(Asked(maps="maps", docs="", today=TODAY), full=True)
    Path(ORDER).write_text("titel: B\n" + STAGES)
    (change,) = mendings(shown.problems, shown.sources)
    assert write(change, before) == f"{ORDER} has changed meanwhile and was left alone."
    assert Path(ORDER).read_text() == "titel: B\n" + STAGES
