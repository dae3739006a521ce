from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes

from mkdocs_journeys.render.words import clean, is_right_to_left, width, wrap

ROOMS = (130.0, 130.0, 120.0)
FAMILY = "👩\u200d👩\u200d👧\u200d👦"


def lines(text: str) -> tuple[str, ...]:
    return wrap(text, ROOMS, 13).lines


def test_english_breaks_between_words_and_keeps_the_space_with_the_line() -> None:
    assert lines("Hears nothing, so chases") == ("Hears nothing, so ", "chases")


def test_a_hyphen_may_end_a_line_but_numbers_stay_whole() -> None:
    assert lines("Answers a one-question survey") == ("Answers a one-", "question survey")
    assert wrap("wait 12-18 days", (56.0,) * 3, 13).lines == ("wait ", "12-18 ", "days")
    assert wrap("12-18", (22.0, 22.0), 13).lines == ("12-", "18")


def test_japanese_breaks_anywhere_but_not_before_a_full_stop() -> None:
    text = "家に来てもらうのを待つ。そして帰る"
    assert "".join(lines(text)) == text
    for room in range(40, 200, 7):
        wrapped = wrap(text, (float(room),) * 9, 13)
        assert not any(line.startswith("。") for line in wrapped.lines)


def test_korean_breaks_between_words() -> None:
    assert lines("집에서 주문하기 그리고 기다리기") == ("집에서 주문하기 ", "그리고 기다리기")


def test_no_break_space_holds_words_together() -> None:
    assert lines("Waits about eleven\xa0days") == ("Waits about ", "eleven\xa0days")


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    wrapped = wrap("word " * 40, ROOMS, 13)
    assert wrapped.is_shortened
    assert len(wrapped.lines) == 3
    assert wrapped.lines[-1].endswith("word…")


def test_a_drawing_shows_at_most_120_characters() -> None:
    (line,) = wrap("i" * 200, (10_000.0,), 13).lines
    assert line == "i" * 120 + "…"


@pytest.mark.parametrize("cluster", [FAMILY, "e\u0301", "क्षि", "🇩🇪", "عَ"])
def test_what_readers_take_for_one_character_is_never_cut(cluster: str) -> None:
    shown = "".join(lines(cluster * 60)).removesuffix("…")
    assert shown == cluster * (len(shown) // len(cluster))
    assert shown


@given(st.text(max_size=150).map(clean))
def test_lines_joined_are_the_text_or_its_beginning(text: str) -> None:
    wrapped = wrap(text, ROOMS, 13)
    if wrapped.is_shortened:
        shown = "".join(wrapped.lines).removesuffix("…")
        assert text.startswith(shown)
    else:
        assert "".join(wrapped.lines) == text


@given(st.text(alphabet=st.characters(codec="utf-8", max_codepoint=0xFFFF), max_size=80).map(clean))
def test_no_line_is_wider_than_its_room(text: str) -> None:
    for line, room in zip(wrap(text, ROOMS, 13).lines, ROOMS, strict=False):
        single = len(tuple(iter_graphemes(line.strip(" ")))) <= 1
        assert single or width(line.rstrip(" "), 13) <= room + 0.001


@pytest.mark.parametrize(
    ("text", "is_so"),
    [("يتحقق", True), ("17 שלום", True), ("Anna يتحقق", False), ("17%", False), ("", False)],
)
def test_the_first_letter_decides_the_direction(text: str, is_so: bool) -> None:
    assert is_right_to_left(text) is is_so


def test_wide_characters_count_as_wide_as_they_are() -> None:
    assert width("漢字", 10) == 20
    assert width("e\u0301", 10) == width("e", 10)
    assert width("\u202e", 10) == 0
