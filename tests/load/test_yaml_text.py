from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_journeys.load.limits import Limits
from mkdocs_journeys.load.tree import Mapping, Node, Scalar, Sequence
from mkdocs_journeys.load.yaml_parser import HAS_LIBYAML, PARSER, PythonParser
from mkdocs_journeys.load.yaml_text import Reading, read
from mkdocs_journeys.problems import Span

HERE = Path(__file__).parent
HOSTILE = sorted((HERE / "hostile").glob("*.yml"))
OUTCOMES: dict[str, str] = yaml.safe_load((HERE / "hostile.yml").read_text(encoding="utf-8"))
CASES: dict[str, Any] = yaml.safe_load((HERE / "yaml_text.yml").read_text(encoding="utf-8"))

# Too big to be kept as files; the same bytes as the hostile set's.
DEEP = {
    "nest__seq_500.yml": b"[" * 500 + b"]" * 500,
    "nest__unclosed_100k.yml": b"[" * 100_000,
    "nest__blockmap_1000.yml": b"".join(b" " * n + b"k:\n" for n in range(1000)) + b" " * 1000,
}

MAP = (HERE / "map.yml").read_bytes()
"""One map with every way of writing that YAML has and a map may use."""

# What PyYAML's own parser reads otherwise than libyaml 0.2.5, and why. Each is refused by one of
# the two with a place and a sentence, so no text is ever read in two ways.
KNOWN_DIFFERENCES = {
    "a tab as space behind a colon": b"a:\tb\n",  # YAML 1.1 of the one, 1.2 of the other
    "a tab at the end of a line": b"a: b\t\n",  # the same
    "a tab behind the mark of a block": b"a: |\t\n  b\n",  # the same
    "a question mark in a list in brackets": b"a: [Why? Because, b]\n",  # may start a key in 1.1
    "a question mark in braces": b"a: {b: Why? Because}\n",  # the same
    "a colon with a bracket right behind it": b"{a: b, c:[d]}\n",  # libyaml wants the space
    "a colon with a closing brace right behind it": b"{a: b, c:}\n",  # the same
    "a bracket inside a tag": b"![a]: b\n",  # libyaml takes it as the tag's, and refuses both ways
}


def told(reading: Reading) -> str:
    """Give the problems as the command prints them; of more than three, two and the number."""
    lines = [f"{p.place}: {p.what} [{p.rule}]\n    {p.mend}\n" for p in reading.problems]
    if len(lines) > 3:
        lines[2:] = [f"and {len(lines) - 2} more\n"]
    return "".join(lines) + ("" if reading.root is None else "It is read.\n")


def pieces(node: Node) -> list[Scalar]:
    """Give all keys and texts of a tree in the order of the file."""
    match node:
        case Scalar():
            return [node]
        case Sequence(items=items):
            return [piece for item in items for piece in pieces(item)]
        case Mapping(entries=entries):
            return [piece for key, value in entries for piece in (key, *pieces(value))]


def root(text: str) -> Mapping:
    reading = read(text.encode(), "map.yml")
    assert reading.problems == ()
    assert isinstance(reading.root, Mapping)
    return reading.root


def value(mapping: Mapping, key: str) -> Node:
    return next(node for name, node in mapping.entries if name.text == key)


def within(text: str, span: Span) -> str:
    """Cut a span out of a text with Unix line ends."""
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_told_in_plain_words_at_its_place(name: str) -> None:
    case = CASES[name]
    assert told(read(case["given"].encode(), "map.yml")) == case["then"]


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_told_the_same_without_libyaml(name: str) -> None:
    data = CASES[name]["given"].encode()
    assert read(data, "map.yml", parser=PythonParser) == read(data, "map.yml")


@pytest.mark.parametrize("name", [*(path.name for path in HOSTILE), *DEEP])
def test_a_hostile_file_ends_soon_with_what_is_written_down(name: str) -> None:
    data = DEEP[name] if name in DEEP else (HERE / "hostile" / name).read_bytes()
    start = time.process_time()
    reading = read(data, name)
    assert time.process_time() - start < 2
    assert told(reading) == OUTCOMES[name]
    assert read(data, name, parser=PythonParser) == reading


def test_every_outcome_has_its_hostile_file() -> None:
    assert sorted(OUTCOMES) == sorted([*(path.name for path in HOSTILE), *DEEP])


@pytest.mark.skipif(not HAS_LIBYAML, reason="compares with libyaml")
@pytest.mark.parametrize("name", KNOWN_DIFFERENCES)
def test_a_known_difference_of_the_parsers_is_still_one(name: str) -> None:
    """When this fails, the parsers have come to agree: strike the difference off the list."""
    data = KNOWN_DIFFERENCES[name]
    readings = read(data, "map.yml"), read(data, "map.yml", parser=PythonParser)
    assert readings[0] != readings[1]
    trees = [tuple(piece.text for piece in pieces(r.root)) for r in readings if r.root]
    assert len(set(trees)) <= 1


@pytest.mark.parametrize("parser", [PARSER, PythonParser])
def test_every_key_and_value_stands_exactly_where_its_span_says(parser: Any) -> None:
    text = MAP.decode()
    reading = read(MAP, "map.yml", parser=parser)
    assert reading.problems == ()
    assert reading.root is not None
    found = pieces(reading.root)
    assert len(found) > 60
    for piece in found:
        if piece.plain:
            assert " ".join(within(text, piece.span).split()) == " ".join(piece.text.split())
        else:
            assert within(text, piece.span)[0] in "\"'|>"
            assert yaml.safe_load(f"- {within(text, piece.span)}\n".replace("- |", "- |4"))


def test_a_map_gives_the_same_tree_without_libyaml() -> None:
    assert read(MAP, "map.yml", parser=PythonParser) == read(MAP, "map.yml")


def test_columns_count_characters_and_not_bytes() -> None:
    mapping = root('日本😀e\u0301: "x😀y"  # 日本\nb: [😀, c]\n')
    key, quoted = mapping.entries[0]
    assert key == Scalar("日本😀e\u0301", Span(1, 1, 1, 6))
    assert quoted == Scalar("x😀y", Span(1, 8, 1, 13), plain=False)
    faces = value(mapping, "b")
    assert faces == Sequence(
        (Scalar("😀", Span(2, 5, 2, 6)), Scalar("c", Span(2, 8, 2, 9))), Span(2, 4, 2, 10)
    )


def test_a_byte_order_mark_at_the_start_moves_nothing() -> None:
    assert read(b"\xef\xbb\xbf" + MAP, "map.yml") == read(MAP, "map.yml")


def test_windows_line_ends_read_the_same() -> None:
    assert read(MAP.replace(b"\n", b"\r\n"), "map.yml") == read(MAP, "map.yml")


def test_a_block_ends_with_its_last_line_that_says_something() -> None:
    mapping = root("a: |\n  one\n  two  \n\n\n# not of it\nb: >-\n   three\n\nc: |\nd: x\n")
    assert value(mapping, "a") == Scalar("one\ntwo  \n", Span(1, 4, 3, 8), plain=False)
    assert value(mapping, "b") == Scalar("three", Span(7, 4, 8, 9), plain=False)
    assert value(mapping, "c") == Scalar("", Span(10, 4, 10, 5), plain=False)


def test_a_list_or_mapping_ends_with_the_last_thing_in_it() -> None:
    mapping = root("a:\n  - b: c\n    d: e\n\n# far below\nf: { g: h }  # i\nj: [k: l , m]\n")
    assert value(mapping, "a").span == Span(2, 3, 3, 9)
    assert value(mapping, "f").span == Span(6, 4, 6, 12)
    pair = value(mapping, "j")
    assert isinstance(pair, Sequence)
    assert pair.items[0].span == Span(7, 5, 7, 9)
    assert mapping.span == Span(1, 1, 7, 14)


def test_a_key_without_a_value_is_empty_right_behind_its_colon() -> None:
    mapping = root("a:\nb: {c : , d: e}\nf:\n  -\n  - x\n")
    nothing = value(mapping, "a")
    assert nothing == Scalar("", Span(1, 3, 1, 3))
    braces = value(mapping, "b")
    assert isinstance(braces, Mapping)
    assert value(braces, "c") == Scalar("", Span(2, 8, 2, 8))
    items = value(mapping, "f")
    assert isinstance(items, Sequence)
    assert items.items[0] == Scalar("", Span(4, 4, 4, 4))
    assert isinstance(nothing, Scalar)
    assert nothing.is_empty


@pytest.mark.parametrize(
    "typed", ["no", "010", "1.10", "12:30", "1_000", "1e3", ".nan", "~", "null", "=", "2026-13-45"]
)
def test_text_stays_as_it_was_typed(typed: str) -> None:
    assert value(root(f"title: {typed}\n"), "title") == Scalar(typed, Span(1, 8, 1, 8 + len(typed)))


def test_yes_and_no_are_keys_like_all_others() -> None:
    assert [key.text for key, _ in root("yes: 1\nno: 2\n404: 3\n").entries] == ["yes", "no", "404"]


def test_of_a_key_written_twice_the_first_value_is_kept() -> None:
    reading = read(b"title: first\nsummary: s\ntitle: second\n", "map.yml")
    assert isinstance(reading.root, Mapping)
    assert [node.text for _, node in reading.root.entries if isinstance(node, Scalar)] == [
        "first",
        "s",
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_another_encoding_is_refused_by_its_name(encoding: str) -> None:
    reading = read("title: x\n".encode(encoding), "map.yml")
    assert reading.root is None
    assert "UTF-" in reading.problems[0].what
    assert "UTF-8" in reading.problems[0].mend


def test_an_invalid_byte_has_its_line_and_column() -> None:
    reading = read("title: t\nsummary: caf\u00e9 日本 ".encode() + b"caf\xe9\n", "map.yml")
    assert [str(problem.place) for problem in reading.problems] == ["map.yml:2:21"]


@pytest.mark.parametrize("character", ["\x00", "\x0c", "\x1b", "\x7f", "\x85", "\u2028", "\ufeff"])
def test_a_character_that_nobody_sees_is_refused_where_it_stands(character: str) -> None:
    for text in (f"a: b\nc: d{character}e\n", f"a: b\nc: |\n  d{character}e\n"):
        reading = read(text.encode(), "map.yml")
        assert reading.root is None
        assert f"U+{ord(character):04X}" in reading.problems[0].what
        assert reading.problems[0].place.span.column == (5 if "|" not in text else 4)


@pytest.mark.parametrize("escape", ["\\0", "\\x07", "\\e", "\\N", "\\L", "\\ud83d", "\\ufeff"])
def test_such_a_character_is_refused_as_an_escape_too(escape: str) -> None:
    for parser in (PARSER, PythonParser):
        reading = read(f'a: "b {escape} c"\n'.encode(), "map.yml", parser=parser)
        assert reading.root is None
        assert [str(problem.place) for problem in reading.problems] == ["map.yml:1:7"]


LIMITS = Limits(file_bytes=200, depth=3, events=30, scalar_characters=10, findings=4)


@pytest.mark.parametrize(
    ("inside", "beyond", "word"),
    [
        ("a: b\n" + "#" * 195, "a: b\n" + "#" * 196, "201 bytes"),
        ("a: [[b]]\n", "a: [[[b]]]\n", "3 deep"),
        # 25 texts, and 5 events around them.
        ("[" + "a," * 24 + "a]", "[" + "a," * 26 + "a]", "more than 30"),
        ("a: 0123456789\n", "a: 0123456789x\n", "11 characters"),
        ("0123456789: a\n", "0123456789x: a\n", "11 characters"),
    ],
)
def test_a_file_is_read_up_to_a_limit_and_not_beyond(inside: str, beyond: str, word: str) -> None:
    for parser in (PARSER, PythonParser):
        assert read(inside.encode(), "map.yml", LIMITS, parser=parser).problems == ()
        reading = read(beyond.encode(), "map.yml", LIMITS, parser=parser)
        assert reading.root is None
        assert [word in problem.what for problem in reading.problems] == [True]


def test_too_many_problems_end_with_one_that_says_so() -> None:
    reading = read(b"[*a, *a, *a, *a, *a, *a, *a]", "map.yml", LIMITS)
    assert len(reading.problems) == LIMITS.findings + 1
    assert "more than 4 problems" in reading.problems[-1].what
    assert reading.root is None
