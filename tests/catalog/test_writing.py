"""Where a piece of a text stands: sliced from the file, it is exactly that piece."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.catalog.writing import place_of, texts_in
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.load.lines import Lines

PIECE = "TODO"

FILES = {
    "bare": "title: A\nsummary: One TODO two\n",
    "behind wide signs": "title: A\nsummary: 日本語 😀 e\u0301 TODO two\n",
    "in quotes": "title: A\nsummary: 'One TODO two'\n",
    "behind an escaped quote": "title: A\nsummary: 'It''s TODO two'\n",
    "behind an escape": 'title: A\nsummary: "One\\n TODO two"\n',
    "folded": "title: A\nsummary: >-\n  One\n  two TODO\n  three\n",
    "literal": "title: A\nsummary: |\n  One\n    two TODO\n",
    "over two bare lines": "title: A\nsummary: One\n  two TODO three\n",
    "with CRLF": "title: A\r\nsummary: |\r\n  One\r\n  two TODO\r\n",
    "with a byte-order mark": "\ufefftitle: A\nsummary: |\n  One TODO\n",
    "with tabs": "title: A\nsummary: \tOne\tTODO two\n",
    "in a list": "title: A\ntriggers: [One, 'TODO two']\n",
    "in a row": "title: A\nrows: {Head or heart: [head, TODO two]}\n",
    "in a mention": "title: A\nowner: TODO two\n",
}


def pieces(folder: Path, content: str) -> list[str]:
    """Give what stands at the place of every TODO of a journey, sliced from its file."""
    path = folder / "maps" / "journeys" / "a.yml"
    path.parent.mkdir(parents=True)
    path.write_bytes(content.encode())
    loaded = load(folder / "maps", "maps")
    lines = Lines(text := content.removeprefix("\ufeff"))
    found = []
    for written in texts_in(loaded.entries[0]):
        start = written.text.find(PIECE)
        while start >= 0:
            span = place_of(written, start, start + len(PIECE), loaded.marked[0].text).span
            first = lines.index(span.line, span.column)
            found.append(text[first : lines.index(span.end_line, span.end_column)])
            start = written.text.find(PIECE, start + 1)
    return found


@pytest.mark.parametrize("name", FILES)
def test_a_piece_of_a_text_stands_where_the_file_has_it(name: str, tmp_path: Path) -> None:
    assert pieces(tmp_path, FILES[name] + "stages: []\n") == [PIECE]


def test_the_second_of_two_stands_behind_the_first(tmp_path: Path) -> None:
    content = "title: A\nsummary: >-\n  One TODO\n  and TODO again\nstages: []\n"
    assert pieces(tmp_path, content) == [PIECE, PIECE]


def test_what_the_file_has_in_other_signs_stands_at_its_whole_text(tmp_path: Path) -> None:
    content = 'title: A\nsummary: "One \\x54ODO two"\nnote: TODO\nstages: []\n'
    assert pieces(tmp_path, content) == ['"One \\x54ODO two"', PIECE]
