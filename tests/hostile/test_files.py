"""Files that nobody should have written, through the whole road: told of, and never in the way."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
import unicodedata
from pathlib import Path
from random import Random

import pytest

from mkdocs_journeys.cli.checking import check_handbook
from tests.maps_on_disk import TODAY, as_text
from tests.properties.draft import lay_file
from tests.properties.written import parsed, write_all

HERE = Path(__file__).parent
COPIES = HERE.parent / "load" / "hostile"
EXAMPLE = HERE.parent.parent / "maps"
ORIGINALS = HERE.parents[2] / "shared" / "hostile"

INPUTS: dict[str, bytes] = {path.stem: path.read_bytes() for path in sorted(COPIES.glob("*.yml"))}
# These are long and say little: made here, and held against the originals where those are.
INPUTS["nest__seq_500"] = b"[" * 500 + b"]" * 500
INPUTS["nest__unclosed_100k"] = b"[" * 100_000
INPUTS["nest__blockmap_1000"] = (
    b"".join(b" " * depth + b"k:\n" for depth in range(1000)) + b" " * 1000 + b"v\n"
)

GOOD = {
    # Typed as text: nothing of it is lost (`stages: [text]` is a stage with that title).
    *("type__exp", "type__nan", "type__no", "type__octal", "type__tilde", "type__underscore"),
    *("type__version", "enc__bom8", "enc__crlf", "broken__stage_is_text"),
}
HEADINGS = {
    "type__exp": "1e3",
    "type__nan": ".nan",
    "type__no": "no",
    "type__octal": "010",
    "type__tilde": "~",
    "type__underscore": "1_000",
    "type__version": "1.10",
}
RUN = "from mkdocs_journeys.cli import main; main()"
LINE = re.compile(r"maps/\S+:[1-9]\d*:[1-9]\d*: \S.* \[[a-z-]+\]")


def name_of(stem: str) -> str:
    return f"journeys/{stem.replace('__', '-').replace('_', '-')}.yml"


def checked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[bool, str]:
    """Check a folder as the command does; give whether it fails, and what it prints."""
    monkeypatch.chdir(folder)
    start = time.process_time()
    found = check_handbook("maps", "", TODAY)
    assert time.process_time() - start < 2
    return any(one.level == "error" for one in found.problems), as_text(found.problems)


@pytest.mark.parametrize("stem", INPUTS)
def test_a_hostile_file_is_refused_with_a_place_or_read_as_written(
    stem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_file(tmp_path / "maps" / name_of(stem), INPUTS[stem])
    is_refused, report = checked(tmp_path, monkeypatch)
    assert is_refused == (stem not in GOOD), report
    for line in report.splitlines():
        assert line.startswith("    ") or LINE.fullmatch(line), line
    assert not Path("/tmp/pwned_by_yaml").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["maps"]


@pytest.mark.parametrize("stem", HEADINGS)
def test_the_heading_of_a_page_is_the_title_as_typed(stem: str, tmp_path: Path) -> None:
    lay_file(tmp_path / "maps" / name_of(stem), INPUTS[stem])
    written = write_all(tmp_path / "maps")
    (heading,) = parsed(written.pages["journeys/x"]).xpath("//h1")
    assert heading.text_content().strip() == HEADINGS[stem]


def test_the_command_refuses_all_of_them_at_once_without_a_traceback(tmp_path: Path) -> None:
    for stem, data in INPUTS.items():
        lay_file(tmp_path / "maps" / name_of(stem), data)
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", RUN, "check"],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"}
        | {"PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert time.monotonic() - start < 20  # a cold start on two busy cores included
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    for stem in INPUTS.keys() - GOOD:
        assert f"maps/{name_of(stem)}:" in done.stdout


def test_hostile_files_beside_good_ones_change_no_page_of_a_good_one(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "maps")
    before = write_all(tmp_path / "maps")
    for stem, data in INPUTS.items():
        lay_file(tmp_path / "maps" / name_of(stem), data)
    after = write_all(tmp_path / "maps")
    own = {folder: html for folder, html in before.pages.items() if before.told[folder].source}
    assert len(own) > 100
    assert {folder: after.pages[folder] for folder in own} == own
    for stem in INPUTS.keys() - GOOD:
        if not stem.startswith(("id__", "loss__", "escape__", "broken__list")):
            lost = f"journeys/{Path(name_of(stem)).stem}"
            assert after.told[lost].template == "broken"


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the originals lie beside the project only")
def test_the_copies_are_the_originals() -> None:
    originals = {path.stem: path.read_bytes() for path in ORIGINALS.glob("*.yml")}
    assert originals == INPUTS


# Scenarios of several files.


def test_a_link_to_a_folder_elsewhere_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_file(tmp_path / "elsewhere" / "secret.yml", b"title: Secret\n")
    lay_file(tmp_path / "maps" / "journeys" / "a.yml", b"title: A\nstages: []\n")
    (tmp_path / "maps" / "journeys" / "more").symlink_to(tmp_path / "elsewhere")
    is_refused, report = checked(tmp_path, monkeypatch)
    assert is_refused
    assert "maps/journeys/more leads out of maps/" in report
    assert "Secret" not in "".join(write_all(tmp_path / "maps").pages.values())


@pytest.mark.parametrize(
    "file", ["../../../etc/passwd", "/etc/passwd", "..\\..\\x.png", "file:///etc/passwd", "a.svg"]
)
def test_a_picture_elsewhere_or_with_a_script_is_not_published(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" onload="window.__x=1"><script>1</script></svg>'
    lay_file(tmp_path / "maps" / "personas" / "a.svg", svg)
    lay_file(tmp_path / "maps" / "personas" / "bea.yml", f"name: Bea\nimage: '{file}'\n".encode())
    is_refused, report = checked(tmp_path, monkeypatch)
    assert is_refused
    assert "maps/personas/bea.yml:2:8" in report
    written = write_all(tmp_path / "maps")
    assert written.catalog.loaded.pictures == ()
    assert not parsed(written.pages["personas/bea"]).xpath("//img")


@pytest.mark.parametrize(
    ("one", "two"),
    [("Buy.yml", "buy.yml"), ("café.yml", unicodedata.normalize("NFD", "café.yml"))],
)
def test_two_files_that_are_one_elsewhere_are_told_of(
    one: str, two: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_file(tmp_path / "maps" / "journeys" / one, b"id: a\ntitle: One\nstages: []\n")
    lay_file(tmp_path / "maps" / "journeys" / two, b"id: b\ntitle: Two\nstages: []\n")
    if len(list((tmp_path / "maps" / "journeys").iterdir())) < 2:
        pytest.skip("this disk cannot hold both")
    is_refused, report = checked(tmp_path, monkeypatch)
    assert is_refused
    assert f"maps/journeys/{one}" in report
    assert f"maps/journeys/{two}" in report


def test_a_mention_of_nobody_names_the_nearest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_file(tmp_path / "maps" / "personas" / "priya.yml", b"name: Priya\n")
    lay_file(tmp_path / "maps" / "journeys" / "a.yml", b"title: A\npersona: pryia\nstages: []\n")
    is_refused, report = checked(tmp_path, monkeypatch)
    assert is_refused
    assert "maps/journeys/a.yml:2:10" in report
    assert "Did you mean `priya`" in report


@pytest.mark.parametrize("file", ["journeys/{{ 7*7 }}.yml", "{{ x }}.yml", "journeys/<blink>.yml"])
def test_a_file_name_is_shown_as_it_is(file: str, tmp_path: Path) -> None:
    lay_file(tmp_path / "maps" / file, b"title: [")
    written = write_all(tmp_path / "maps")
    assert any(file in one.place.file for one in written.problems)
    assert not any("<blink>" in html for html in written.pages.values())


def test_a_journey_of_a_hundred_steps_and_five_hundred_ways_is_told_in_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    random = Random(1)
    # One way of each leads on, so that every step is reached.
    ways = {number: [f"{{to: s{number + 1}}}"] for number in range(99)} | {99: []}
    for _ in range(401):
        ways[random.randrange(100)].append(f"{{to: s{random.randrange(100)}}}")
    steps = "".join(
        f"  - id: g{number}\n    title: G{number}\n    steps:\n"
        f"      - {{id: s{number}, title: S{number}, next: [{', '.join(way)}]}}\n"
        for number, way in ways.items()
    )
    lay_file(tmp_path / "maps" / "journeys" / "knot.yml", f"title: Knot\nstages:\n{steps}".encode())
    is_refused, report = checked(tmp_path, monkeypatch)
    assert not is_refused, report
    start = time.process_time()
    written = write_all(tmp_path / "maps")
    assert time.process_time() - start < 60
    assert "S99" in written.pages["journeys/knot"]
