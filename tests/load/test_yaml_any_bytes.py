"""Whatever the bytes, reading ends soon, with a tree or with problems that stand in the file."""

from __future__ import annotations

import time
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_journeys.load.yaml_parser import PARSER, PythonParser
from mkdocs_journeys.load.yaml_text import read

MAP = (Path(__file__).parent / "map.yml").read_bytes()


def test_a_map_cut_off_at_any_byte_is_read_or_refused_with_a_place() -> None:
    for end in range(len(MAP)):
        reading = read(MAP[:end], "map.yml")
        assert reading.root is not None or reading.problems


@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b'"\\U00110000"')
@example(b'"\\Uffffffff"')
@example(b"!%ff a")
@example(b"a: b\n%YAML " + b"9" * 5000 + b".1\n---\n")
def test_any_bytes_end_in_a_reading(data: bytes) -> None:
    _ends_well(data)


YAMLISH = st.lists(
    st.sampled_from([*"ab日:-?[]{},#&*!|>%@`'\"\\<.~0é😀\u00a0\u200b"])
    | st.sampled_from([" ", "\n", "\n  ", "\t", "\r\n", "\r", ": ", "- ", "---\n", "...\n", "<<: "])
    | st.sampled_from(
        ["&a ", "*a ", "!!str ", "|\n", ">-\n", "\\u00", "\\ud83d", "<<<<<<< ", "%T "]
    )
)


@given(YAMLISH)
def test_any_text_ends_in_a_reading(tokens: list[str]) -> None:
    _ends_well("".join(tokens).encode())


@given(st.data())
def test_a_map_with_any_few_changes_ends_in_a_reading(data: st.DataObject) -> None:
    text = MAP.decode()
    for token in data.draw(st.lists(YAMLISH.map("".join), min_size=1, max_size=3)):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 5)))
        text = text[:start] + token + text[end:]
    _ends_well(text.encode())


def _ends_well(data: bytes) -> None:
    for parser in (PARSER, PythonParser):
        start = time.process_time()
        reading = read(data, "map.yml", parser=parser)
        assert time.process_time() - start < 2
        assert reading.root is not None or reading.problems
        lines = data.decode(errors="replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for problem in reading.problems:
            span = problem.place.span
            assert problem.what
            assert problem.mend
            assert (1, 1) <= span[:2] <= span[2:]
            assert span.end_line <= len(lines)
            assert span.end_column <= len(lines[span.end_line - 1]) + 1
