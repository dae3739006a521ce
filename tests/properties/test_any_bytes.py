"""Whatever bytes lie in a folder of maps, a check ends soon and says where."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.rules.judge import judge
from tests.maps_on_disk import TODAY, as_text
from tests.properties.draft import lay_file
from tests.properties.written import write_all

EXAMPLE = Path(__file__).parents[2] / "maps"
LINE = re.compile(r"maps/.+:[1-9]\d*:[1-9]\d*: \S.* \[[a-z-]+\]")

PLACES = (
    *("journeys/x.yml", "personas/x.yml", "metrics/x.yml", "metrics/nps.csv", "channels.yml"),
    *("handbook.yml", "accepted.yml", "terms.yml", "journeys/deep/x.yaml"),
)
MAPS = tuple(
    path.read_bytes()
    for path in sorted(EXAMPLE.rglob("*"))
    if path.suffix in (".yml", ".csv") and path.stat().st_size < 20_000
)

MARKS = (b": ", b"- ", b"\n", b"'", b"[", b"&")
NOTHING = (b"", b"\n", b"#", b"---\n", b"...", b"~", b"null", b"''", b"{}", b"[]")


@st.composite
def changed(draw: st.DrawFn) -> bytes:
    """Take a file of the example, cut it off, or change a few bytes of it."""
    data = draw(st.sampled_from(MAPS))
    data = data[: draw(st.integers(0, len(data)))]
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(data)))
        piece = draw(
            st.binary(max_size=6) | st.sampled_from([b": ", b"- ", b"\n", b"'", b"[", b"&"])
        )
        data = data[:start] + piece + data[start + draw(st.integers(0, 6)) :]
    return data


def check(folder: Path) -> str:
    start = time.process_time()
    report = as_text(judge(look_up(load(folder / "maps", "maps"), TODAY)))
    assert time.process_time() - start < 2
    return report


@given(st.sampled_from(PLACES), st.binary(max_size=300) | changed())
@example("metrics/nps.csv", b"date,value\n2026-01-01,\x00\n")
@example("metrics/nps.csv", b'date,value\n"2026')
@example("handbook.yml", b"lifecycle: [{}]\nrules: {x: {}}\noverrides: [{}]\n")
def test_any_bytes_in_any_file_are_told_of_with_a_place(place: str, data: bytes) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        lay_file(folder / "maps" / "metrics" / "nps.yml", b"title: NPS\n")
        lay_file(folder / "maps" / place, data)
        for line in check(folder).splitlines():
            assert line.startswith("    ") or LINE.fullmatch(line), line
        write_all(folder / "maps")


def test_many_broken_files_are_checked_in_little_memory(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "maps")
    heavy = {
        "long": b"title: " + b"x" * 1_000_000,
        "keys": b"\n".join(b"k%d: v" % number for number in range(90_000)),
        "lists": b"[" * 1_000_000,
        "commas": b"[" + b"a," * 400_000 + b"]",
        "same": b"a: 1\n" * 200_000,
        "bytes": bytes(range(256)) * 4_000,
        "large": b"#" * 50_000_000,
        "text": b"title: |\n" + b"  <<<<<<< \n" * 80_000,
        "tabs": b"\t" * 1_000_000,
        "quotes": b"title: '" + b"''" * 500_000,
    }
    for name, data in heavy.items():
        lay_file(tmp_path / "maps" / "journeys" / f"heavy-{name}.yml", data)
    start = time.monotonic()
    check_ = [sys.executable, "-W", "error", "-c", "from mkdocs_journeys.cli import main; main()"]
    told = subprocess.run(
        [sys.executable, "-c", MEASURED, "report", *check_, "check"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    code, kilobytes, seconds = (float(number) for number in told.stdout.split())
    said = (tmp_path / "report").read_text("utf-8")
    assert code == 1, said[-2_000:]
    assert "Traceback" not in said
    assert kilobytes * maxrss_unit() < 300_000_000
    # Ten files, each of which may take two seconds of a machine with nothing else to do.
    assert seconds < 20
    assert time.monotonic() - start < 120


MEASURED = """\
import resource, subprocess, sys
with open(sys.argv[1], "wb") as report:
    done = subprocess.run(sys.argv[2:], stdout=report, stderr=subprocess.STDOUT)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(done.returncode, used.ru_maxrss, used.ru_utime + used.ru_stime)
"""
"""Runs a program from a small process: what starts one counts into its most memory on Linux."""


def maxrss_unit() -> int:
    return 1 if sys.platform == "darwin" else 1024


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"#", b"---\n", b"...", b"~", b"null", b"''", b"{}", b"[]"]
)
@pytest.mark.parametrize("place", PLACES)
def test_a_file_that_says_nothing_is_no_trouble(place: str, data: bytes, tmp_path: Path) -> None:
    lay_file(tmp_path / "maps" / place, data)
    check(tmp_path)
    write_all(tmp_path / "maps")
