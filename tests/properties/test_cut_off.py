"""A file of the example that ends at any byte: it is read or told of, and hides nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.load.known_files import KnownFiles
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.judge import judge
from tests.maps_on_disk import TODAY
from tests.properties.draft import lay_file

EXAMPLE = Path(__file__).parents[2] / "maps"
METRICS = EXAMPLE / "metrics"
FILES = [*sorted(EXAMPLE.rglob("*.yml")), *sorted(METRICS.glob("*.csv"))]
SLIPS = {
    "journeys/slip.yml": b"title: Slip\nchanel: web\nstages: [{title: A, emotion: 9}]\n",
    "personas/half.yml": b"name: [\n",
}


def cuts(path: Path, random: Random | None) -> list[int]:
    """Give where a file is cut off: at each byte, or at eight that ``random`` chooses."""
    size = path.stat().st_size
    return sorted(random.sample(range(size + 1), min(size, 8))) if random else list(range(size + 1))


def assert_told_when_cut(path: Path, ends: list[int]) -> None:
    data = path.read_bytes()
    with TemporaryDirectory() as folder:
        maps = Path(folder, "maps")
        if path.suffix == ".csv":
            metric = path.with_suffix(".yml").relative_to(EXAMPLE)
            lay_file(maps / metric, (EXAMPLE / metric).read_bytes())
        place = path.relative_to(EXAMPLE)
        lines = data.count(b"\n") + 1
        for end in ends:
            lay_file(maps / place, data[:end])
            try:
                found = load(maps, "maps").problems
                if end % 5 == 0:
                    # To judge takes longer than to read, and what it judges is often the same.
                    found = judge(look_up(load(maps, "maps"), TODAY))
            except Exception as error:
                error.add_note(f"{place} cut off behind byte {end}")
                raise
            assert all(1 <= one.place.span.line <= lines for one in found), end


def test_any_file_of_the_example_may_end_anywhere() -> None:
    random = Random(5)
    for path in FILES:
        assert_told_when_cut(path, cuts(path, random))


@pytest.mark.long
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(EXAMPLE).as_posix())
def test_a_file_of_the_example_may_end_at_every_byte(path: Path) -> None:
    assert_told_when_cut(path, cuts(path, None))


def findings(maps: Path, known: KnownFiles) -> dict[str, list[Problem]]:
    """Give what is found in the two files with slips, whatever else lies there."""
    found = judge(look_up(load(maps, "maps", known=known), TODAY))
    return {slip: [one for one in found if one.place.file == f"maps/{slip}"] for slip in SLIPS}


def test_a_file_cut_off_in_the_example_hides_no_finding_of_another(tmp_path: Path) -> None:
    maps = tmp_path / "maps"
    shutil.copytree(EXAMPLE, maps)
    for name, data in SLIPS.items():
        lay_file(maps / name, data)
    known: KnownFiles = {}
    before = findings(maps, known)
    assert len(before["journeys/slip.yml"]) >= 2
    assert len(before["personas/half.yml"]) == 1
    random = Random(7)
    for path in random.sample(FILES, 8):
        data = path.read_bytes()
        (maps / path.relative_to(EXAMPLE)).write_bytes(data[: random.randrange(len(data))])
        assert findings(maps, known) == before
        (maps / path.relative_to(EXAMPLE)).write_bytes(data)
