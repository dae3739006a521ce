"""Which files are worth a closer look: told from their bytes, without reading a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.load.marked import PLACEHOLDERS, marked

MAPS = Path(__file__).parents[2] / "maps"


@pytest.mark.parametrize("word", PLACEHOLDERS)
def test_every_placeholder_marks_its_file(word: str) -> None:
    closely = marked(f"title: I order\nnote: {word} here\n".encode(), "a.yml")
    assert closely is not None
    assert "placeholder" in closely.marks


@pytest.mark.parametrize(
    "line",
    [
        "date: 2026-11-21",
        "readings: [{date: 2026-08, value: 3.4, n: 5090}]",
        "title: Todo el mundo",
        "wait: 10:15-11:30",
        "text: 私は30分待った。",
    ],
)
def test_what_stands_in_every_map_marks_none(line: str) -> None:
    assert marked(f"{line}\n".encode(), "a.yml") is None


def test_few_files_of_a_handbook_need_a_closer_look() -> None:
    paths = sorted(MAPS.rglob("*.yml"))
    closely = [path.name for path in paths if marked(path.read_bytes(), path.name)]
    assert len(closely) < len(paths) / 5


def test_bytes_that_are_no_text_do_not_break_it() -> None:
    closely = marked(b"title: TODO \xff\xfe @", "a.yml")
    assert closely is not None
    assert closely.marks == {"placeholder", "private"}
