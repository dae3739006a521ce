"""A tip over something says what was typed, whoever shows it: the browser, or the theme as HTML."""

from __future__ import annotations

import pytest
from lxml import html
from markupsafe import escape

from mkdocs_journeys.render.tips import APART, as_words
from tests.hostile.texts import TEXTS


def tip_of(text: str) -> str:
    written = as_words(f'<p><a href="#x" title="{escape(text)}">x</a></p>')
    return str(html.fragment_fromstring(written).find("a").get("title"))


@pytest.mark.parametrize("name", TEXTS)
def test_a_theme_that_reads_a_tip_as_html_shows_it_as_typed(name: str) -> None:
    tip = tip_of(TEXTS[name])
    read = html.fragment_fromstring(tip, create_parent="div")
    assert len(read) == 0
    assert read.text_content().replace(APART, "") == TEXTS[name].replace("\r", "\n")


def test_words_without_signs_of_markup_are_left_alone() -> None:
    plain = '<a title="Link to “3 > 2”">x</a><p>&lt;b&gt;</p>'
    assert as_words(plain) == plain


def test_a_text_that_looks_like_an_attribute_is_left_alone() -> None:
    prose = '<p>He typed title="&lt;b&gt;" and more.</p>'
    assert as_words(prose) == prose
    assert as_words(f'{prose}<i title="&lt;b">x</i>') == f'{prose}<i title="&lt;{APART}b">x</i>'


@pytest.mark.parametrize("text", ["&copy", "&lt;b&gt;", "a & b", "<3", "<!-- x", "</p>", "<?x"])
def test_what_would_be_a_sign_or_the_end_of_something_is_none(text: str) -> None:
    read = html.fragment_fromstring(tip_of(text), create_parent="div")
    assert read.text_content().replace(APART, "") == text
