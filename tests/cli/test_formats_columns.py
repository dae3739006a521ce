"""A finding means the same characters in every format, each with columns of its own kind."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_journeys.cli.formats import github, rdjson, sarif
from mkdocs_journeys.cli.formats import json as json_format
from mkdocs_journeys.problems import Edit, Place, Problem, Span
from tests.cli.findings import PLAIN, found_in

BOM = b"\xef\xbb\xbf"
TOKEN, RIGHT = "sumary", "summary"

# What stands before the word: wide, outside of the first 65,536, joined, right to left, plain.
PIECES = ("買う", "😀", "👩\u200d🔧", "e\u0301", "कि", "שלום", "\t", " ", "a", "ß", "𝒳", "#")
BREAKS = ("\n", "\r\n", "\r")


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """Give a map in which the word stands behind all kinds of characters, on some line."""
    title = "".join(draw(st.lists(st.sampled_from(PIECES), max_size=8)))
    above = "".join(
        f"# {''.join(draw(st.lists(st.sampled_from(PIECES), max_size=3)))}{end}"
        for end in draw(st.lists(st.sampled_from(BREAKS), max_size=4))
    )
    behind = draw(st.sampled_from(BREAKS))
    text = f'{above}- {{title: "{title}.", id: a, {TOKEN}: x}}{behind}'
    return (BOM if draw(st.booleans()) else b"") + text.encode("utf-8")


def by_code_points(data: bytes, line: int, column: int, end_line: int, end_column: int) -> str:
    """Slice as SARIF says: line breaks as the run names them, no byte-order mark."""
    lines = re.split("\r\n|\n|\r", data.removeprefix(BOM).decode("utf-8"))
    assert line == end_line
    return lines[line - 1][column - 1 : end_column - 1]


def by_bytes(data: bytes, line: int, column: int, end_line: int, end_column: int) -> str:
    r"""Slice as programs do that read bytes up to ``\n``."""
    assert line == end_line
    return data.split(b"\n")[line - 1][column - 1 : end_column - 1].decode("utf-8")


def by_utf_16(data: bytes, line: int, column: int, end_column: int) -> str:
    """Slice as JavaScript does."""
    text = re.split("\r\n|\n|\r", data.removeprefix(BOM).decode("utf-8"))[line - 1]
    units = text.encode("utf-16-le")
    return units[(column - 1) * 2 : (end_column - 1) * 2].decode("utf-16-le")


@contextmanager
def found(data: bytes) -> Iterator[tuple[Problem, ...]]:
    """Give the findings of the word in a file, while we are where the file is."""
    before = Path.cwd()
    with TemporaryDirectory() as folder:
        try:
            os.chdir(folder)
            path = Path("shop", "maps", "channels.yml")
            path.parent.mkdir(parents=True)
            path.write_bytes(data)
            yield tuple(one for one in found_in("shop") if one.rule == "unknown-key")
        finally:
            os.chdir(before)


def sarif_pieces(problem: Problem, data: bytes) -> Iterator[str]:
    run = json.loads(sarif.write([problem], PLAIN))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["newlineSequences"] == ["\r\n", "\n", "\r"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    place = (region[key] for key in ("startLine", "startColumn", "endLine", "endColumn"))
    yield by_code_points(data, *place)


def rdjson_pieces(problem: Problem, data: bytes) -> Iterator[str]:
    diagnostic = json.loads(rdjson.write([problem], PLAIN))["diagnostics"][0]
    ranges = [diagnostic["location"]["range"]]
    ranges += [suggestion["range"] for suggestion in diagnostic.get("suggestions", ())]
    for one in ranges:
        yield by_bytes(data, *(one[end][key] for end in one for key in ("line", "column")))


def github_pieces(problem: Problem, data: bytes) -> Iterator[str]:
    told = re.search(r"line=(\d+),col=(\d+),endColumn=(\d+)", github.write([problem], PLAIN))
    assert told
    yield by_utf_16(data, *(int(number) for number in told.groups()))


def json_pieces(problem: Problem, data: bytes) -> Iterator[str]:
    one = json.loads(json_format.write([problem], PLAIN))["problems"][0]
    for place in (one, *one["fixes"]):
        keys = ("line", "column", "end_line", "end_column")
        yield by_code_points(data, *(place[key] for key in keys))


FORMATS = (sarif_pieces, rdjson_pieces, github_pieces, json_pieces)


@given(data=files())
@example(data=BOM + f'- {{title: "買う😀", id: a, {TOKEN}: x}}\r\n'.encode())
@example(data=f'# a\r# 😀\r\n- {{title: "e\u0301\t", id: a, {TOKEN}: x}}\r'.encode())
def test_every_format_means_the_word_itself(data: bytes) -> None:
    with found(data) as problems:
        (problem,) = problems
        for pieces in FORMATS:
            told = list(pieces(problem, data))
            assert told
            assert set(told) == {TOKEN}
        assert with_suggestion(problem, data) == data.replace(TOKEN.encode(), RIGHT.encode())


def with_suggestion(problem: Problem, data: bytes) -> bytes:
    """Take the suggestion as reviewdog does, which knows lines and bytes."""
    (diagnostic,) = json.loads(rdjson.write([problem], PLAIN))["diagnostics"]
    (suggestion,) = diagnostic["suggestions"]
    start, end = suggestion["range"]["start"], suggestion["range"]["end"]
    lines = data.split(b"\n")
    first, last = lines[start["line"] - 1], lines[end["line"] - 1]
    text = suggestion["text"].encode("utf-8")
    lines[start["line"] - 1 : end["line"]] = [
        first[: start["column"] - 1] + text + last[end["column"] - 1 :]
    ]
    return b"\n".join(lines)


@pytest.mark.parametrize("mark", [b"", BOM])
def test_a_mend_in_several_places_is_one_suggestion(
    mark: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = mark + "a: 買う\r\nb: 😀 x\r\nc: y\r\n".encode()
    Path("a.yml").write_bytes(data)
    edits = (
        Edit(Place("a.yml", Span(3, 4, 3, 5)), "z"),
        Edit(Place("a.yml", Span(1, 5, 1, 5)), "る"),
        Edit(Place("a.yml", Span(2, 5, 2, 6)), ""),
    )
    problem = Problem(place=edits[0].place, rule="yaml-trap", what="x", fixes=edits)
    mended = mark + "a: 買るう\r\nb: 😀x\r\nc: z\r\n".encode()
    assert with_suggestion(problem, data) == mended


def test_columns_of_a_csv_count_cells_and_are_kept_from_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    metrics = tmp_path / "shop" / "maps" / "metrics"
    metrics.mkdir(parents=True)
    (metrics / "nps.yml").write_text("title: NPS\n")
    (metrics / "nps.csv").write_text("date,value,sample_size,nonsense\n2026-01-01,many,3,4\n")
    problems = [one for one in found_in("shop") if one.place.file.endswith(".csv")]
    assert problems
    for region in (
        result["locations"][0]["physicalLocation"]["region"]
        for result in json.loads(sarif.write(problems, PLAIN))["runs"][0]["results"]
    ):
        assert set(region) == {"startLine", "endLine"}
    for one in json.loads(rdjson.write(problems, PLAIN))["diagnostics"]:
        assert set(one["location"]["range"]) == {"start"}
        assert set(one["location"]["range"]["start"]) == {"line"}
    assert "col=" not in github.write(problems, PLAIN)


def test_a_file_that_is_gone_has_lines_only_where_bytes_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = f"- {{title: Web, id: a, {TOKEN}: x}}\n".encode()
    with found(data) as problems:
        pass
    monkeypatch.chdir(tmp_path)
    (diagnostic,) = json.loads(rdjson.write(problems, PLAIN))["diagnostics"]
    assert diagnostic["location"]["range"] == {"start": {"line": 1}}
    assert "suggestions" not in diagnostic


def test_sarif_names_files_by_addresses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    name = "a b: 100%#ü?.yml"
    path = tmp_path / "shop" / "maps" / "personas" / name
    path.parent.mkdir(parents=True)
    path.write_text("nmae: Bea\n")
    results = json.loads(sarif.write(found_in("shop"), PLAIN))["runs"][0]["results"]
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results
    }
    assert {unquote(uri) for uri in uris} == {f"shop/maps/personas/{name}"}
    assert not {" ", "#", "?", ":", "ü"} & set("".join(uris))
