"""The one way in which words of maps get into Markdown: they are read, and nothing comes alive."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from mkdocs_journeys.cli.formats.inert import APART, inert, inert_sentence
from mkdocs_journeys.printable import printable
from mkdocs_journeys.problems import code_spans
from tests.hostile.texts import TEXTS

# As forges read it: tables, HTML, footnotes left out, and whatever looks like an address linked.
FORGE = MarkdownIt("gfm-like")

LIVE = re.compile(
    r"@\w|[#!%$&~^]\w|\bGH-\d|//\w|\bwww\.|:[\w+-]+:|::|\[[\w^]|\{[+-]|\b[0-9a-f]{7,40}\b|\w\.[a-z]{3}",
    re.IGNORECASE,
)
OUR_FILES = re.compile(r"\.ya?ml\b", re.IGNORECASE)

EACH = [
    "@bea",
    "bea@shop.example",
    "#12",
    "owner/repo#12",
    "GH-12",
    "!7",
    "%3",
    "~bug",
    "$9",
    "&2",
    "[vulnerability:3]",
    "https://evil.test/x",
    "//evil.test",
    "www.evil.test",
    "evil.com",
    "mailto:bea",
    "xmpp:bea@evil.test",
    ":smile:",
    "::set-output",
    "0a1b2c3d4e5f",
    "**b** __i__ ~~s~~ ==m== ^up^",
    "`code` and ``more``",
    "$x$ $$y$$ $`z`$",
    "[x](javascript:1) ![p](x.png) [^1] [x][y] <https://evil.test>",
    "<b>x</b> &lt; &#64;bea &commat;bea <!-- -->",
    "a | b || c \\| d \\\\| e",
    "{+ a +} [- b -] {{toc}} {#id .class}",
    "a\r\nb\u2028c\x85d",
    "\x1b[31m\x00\u202e",
]
PIECES = st.one_of(
    st.sampled_from([piece for text in EACH for piece in (text, *text.split())]),
    st.sampled_from(list("@#:!%$&~^[]{}()*+_`<>|/\\.-= \t\n\"'")),
    st.sampled_from(["www", "GH", "com", "ab12", "http", "0" * 7]),
    st.text(max_size=4),
)
ANY_TEXT = st.lists(PIECES, max_size=12).map("".join)


def cell(written: str) -> list[Token]:
    """Give what a reader of Markdown makes of the middle cell of a row."""
    tokens = FORGE.parse(f"| a | b | c |\n|---|---|---|\n| one | {written} | two |\n\nbehind")
    cells = [tokens[at + 1] for at, token in enumerate(tokens) if token.type == "td_open"]
    assert [len(cells), cells[0].content, cells[-1].content] == [3, "one", "two"]
    return cells[1].children or []


def is_only_words(written: str) -> str:
    """Give what a reader sees, after all that no text may bring about."""
    parts = cell(written)
    assert {part.type for part in parts} <= {"text", "text_special", "html_inline"}
    assert {part.content for part in parts if part.type == "html_inline"} <= {
        *(APART, "<code>", "</code>")
    }
    pieces = [part.content for part in parts if part.type != "html_inline"]
    assert not [one for piece in pieces for one in LIVE.findall(OUR_FILES.sub("", piece))]
    return "".join(pieces)


@given(text=ANY_TEXT)
@example(text="×.ba\r\nb\u2028c\x85d")
def test_any_text_is_read_as_it_is_and_nothing_in_it_is_live(text: str) -> None:
    assert is_only_words(inert(text)) == printable(" ".join(text.split()))


@given(text=ANY_TEXT)
@example(text="@``more``")
def test_a_sentence_shows_what_stands_between_backticks_as_code(text: str) -> None:
    seen = " ".join(is_only_words(inert_sentence(text)).split())
    pieces = "".join(piece for piece, _ in code_spans(printable(" ".join(text.split()))))
    assert seen.replace(" ", "") == pieces.replace(" ", "")


@pytest.mark.parametrize("text", [*EACH, *(text[:400] for text in TEXTS.values())])
def test_what_forges_bring_to_life_is_words(text: str) -> None:
    assert is_only_words(inert(f"see {text} now")) == printable(f"see {' '.join(text.split())} now")


def test_words_that_mean_nothing_to_a_forge_stay_as_they_are() -> None:
    text = "Rings the shop – “for hours”, 3.5 of 10 – in maps/journeys/order.yml"
    assert inert(text) == text
