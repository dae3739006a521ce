"""A persona printed: one A4 page that can be pinned to a wall."""

from __future__ import annotations

import re

import pytest

from tests.browser.chromium import Browse
from tests.site.project import Built

PERSONAS = ("priya", "tom", "edith", "grace", "marek", "dylan")
EIGHT_POINTS = 8 * 96 / 72

SMALLEST = """() => {
    const words = document.createTreeWalker(document.querySelector(".jm"), NodeFilter.SHOW_TEXT);
    let smallest = 99;
    while (words.nextNode()) {
        const box = words.currentNode.parentElement;
        if (words.currentNode.data.trim() && box.checkVisibility() && !box.closest(".jm-sr"))
            smallest = Math.min(smallest, parseFloat(getComputedStyle(box).fontSize));
    }
    return smallest;
}"""


@pytest.mark.parametrize("who", PERSONAS)
def test_a_persona_is_one_page_of_paper_with_words_of_eight_points_or_more(
    browse: Browse, example: Built, who: str
) -> None:
    page = browse(example.site, color_scheme="dark").open(f"personas/{who}/")
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    page.emulate_media(media="print")
    assert page.evaluate(SMALLEST) >= EIGHT_POINTS - 0.01
    for part in ("#traits", "#channels", "#journeys", "#moments"):
        assert page.locator(part).is_visible(), part
    assert page.locator("#used-by").is_hidden()
