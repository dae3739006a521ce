"""What in a text gives somebody away: found when it stands there, and silent when it does not."""

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.catalog.personal_data import giveaways
from mkdocs_journeys.catalog.writing import texts_in
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.load.marked import marked

MAPS = Path(__file__).parents[2] / "maps"

PLANTED = {
    "e-mail address": [
        "priya.raman@mail.example",
        "müller+shop@straße.example",
        "ｔｏｍ＠ｍａｉｌ.example",
    ],
    "phone number": [
        "+44 7700 900123",
        "07700 900123",
        "07400123456",
        "(020) 7946 0018",
        "0171/1234567",
        "+49 (0) 171 1234567",
        "0049 171 1234567",
        "06 12 34 56 78",
        "+86 138 0013 8000",
        "(202) 555-0143",
        "202.555.0143",
        "０７７００ ９００１２３",
        "٠١٠ ٢٣٤٥ ٦٧٨٩",
    ],
    "card number": [
        "4111 1111 1111 1111",
        "5500-0000-0000-0004",
        "378282246310005",
        "6011000990139424",
    ],
    "bank account number": [
        "GB82 WEST 1234 5698 7654 32",
        "DE89370400440532013000",
        "nl91 abna 0417 1643 00",
    ],
    "key": [
        "AKIAIOSFODNN7EXAMPLE",
        "ghp_abcdefghijklmnopqrstuvwxyzAB12345678",
        "sk_live_4eC39HqLyjWDarjtT1zdp7dc",
    ],
}

SENTENCES = (
    "{}",
    "Twelve days of silence. Then I gave them {}, and nobody used it.",
    "日本語😀：{}。",
    "“{}” – that is what I typed, on 2026-09-02 at 14:30.",
)

CLEAN = """\
I waited from 2026-09-02 14:30 to 2026-09-03 09:15.
It said 10:15-11:30, then 12:15-13:30, then Mon 8-12 and Tue 13-17.
My order number is 1234567890, and they asked for it three times.
Invoice INV-2026-000123456 came twice.
I paid 1,299,000.00, and 45.678.901,00 EUR in the end.
There are 1 234 567 890 people who could have told me.
12 345 678 customers, 2026 2027 2028 2029, 8 10 12 14 16 18 20 22.
The serial number is ISBN 978-3-16-148410-0.
Tracking 1Z999AA10123456784, or JD0002 123456789, who knows.
I rang 0800 123 4567, which is free, for 22 minutes.
+44 800 123 4567 is free from abroad.
Write to support@northline.example, they said, or to no-reply@shop.example.
The router is 192.168.100.200, version 10.15.7, build 20260101120000.
Ticket #4155550134, case 00123456.
https://shop.example/orders/4155550134?page=1234567890123
The van stood at 53.8008, -1.5491 and then at 53.7960, -1.5477.
Values of 100 / 400 / 1000 pages, 17.9 / 8.58, 0.123456789 of them.
viewBox 0 0 1680 409, and @northline on the telly.
Order 4000123412341235 never arrived.
GB82 WEST 1234 5698 7654 33 has a wrong check digit, 4111 1111 1111 1112 too.
My password is required again. The key is under the mat.
My account 12345678 with sort code 20-00-00.
From 1990-2000 to 2001-2010, meter 00 12345 67890 123.
Meine Kundennummer ist 123 456 789 012, sagte ich dreimal.
私は30分待って、2026年11月21日に3回電話しました。
""".splitlines()


@pytest.mark.parametrize(
    ("sort", "planted", "sentence"),
    [
        (sort, planted, sentence)
        for sort, all_planted in PLANTED.items()
        for planted, sentence in product(all_planted, SENTENCES)
    ],
)
def test_what_stands_in_a_sentence_is_found_at_its_place_and_never_shown_whole(
    sort: str, planted: str, sentence: str
) -> None:
    text = sentence.format(planted)
    found = [one for one in giveaways(text) if one.sort == sort]
    assert [text[one.start : one.end] for one in found] == [planted]
    assert len(found[0].hint.replace("…", "")) <= 4


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_clean_sentences_are_left_in_peace(language: str) -> None:
    assert [(text, found) for text in CLEAN if (found := giveaways(text, language))] == []


def test_of_the_texts_of_our_example_at_most_one_in_two_hundred_is_a_false_alarm() -> None:
    entries = load(MAPS, "maps").entries
    texts = {written.text for entry in entries for written in texts_in(entry)}
    alarms = [text for text in texts if giveaways(text)]
    assert len(texts) > 1_500
    assert alarms == []


@pytest.mark.parametrize(
    ("language", "text"),
    [("es", "Soy el 612 34 56 78"), ("zh", "138 0013 8000"), ("it", "347 123 4567")],
)
def test_numbers_of_a_country_without_a_leading_zero_are_found_in_its_language(
    language: str, text: str
) -> None:
    assert [one.sort for one in giveaways(text, language)] == ["phone number"]
    assert giveaways(text, "en") == ()


def test_a_number_that_somebody_says_to_call_needs_no_groups() -> None:
    assert [one.sort for one in giveaways("Call me on 2025550143, please")] == ["phone number"]


@pytest.mark.parametrize("planted", [one for many in PLANTED.values() for one in many])
def test_the_file_that_it_stands_in_is_looked_at(planted: str) -> None:
    closely = marked(f"title: I order\nnote: {planted}\n".encode(), "maps/a.yml")
    assert closely is not None
    assert "private" in closely.marks


@given(
    st.text(max_size=80) | st.text(alphabet="0123456789 +-()./@GBDE:²४٤４", max_size=60),
    st.sampled_from(["en", "de-AT", "zh", "", "xx"]),
)
def test_no_text_breaks_it_and_nothing_found_overlaps(text: str, language: str) -> None:
    found = giveaways(text, language)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "aa11aaaaaaaaaaaa1111111111 " * 740,
        "1 " * 10_000,
        "password is a1 " * 1_300,
        "password:" * 2_200,
        "x@a." * 5_000,
        "4111 1111 1111 1111 " * 1_000,
        "(0" * 10_000,
    ],
)
def test_a_text_made_to_be_slow_is_not(text: str) -> None:
    # No clock: a pattern that goes back and forth would not come back at all.
    assert isinstance(giveaways(text[:20_000]), tuple)
