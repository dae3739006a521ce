"""Charts in a real browser: words that can be read, and that do not cover each other."""

from __future__ import annotations

import pytest

from tests.browser.chromium import Browse
from tests.site.project import Built

COMPARE = "compare/switch-to-fibre-future/"
METRICS = (
    "metrics/first-bill-calls/",
    "metrics/relationship-nps/",
    "metrics/churn-forecast/",
    "metrics/right-first-time/",
)

WORDS = """() => Array.from(document.querySelectorAll(".jm-chart text")).map(text => {
    const box = text.getBoundingClientRect();
    const svg = text.ownerSVGElement;
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    return {words: text.textContent, size: parseFloat(getComputedStyle(text).fontSize) * scale,
            left: box.left, right: box.right, top: box.top, bottom: box.bottom};
})"""


@pytest.mark.parametrize("width", [390, 768, 1440])
@pytest.mark.parametrize("page", [COMPARE, *METRICS])
def test_words_in_a_chart_are_large_enough_and_clear_of_each_other(
    browse: Browse, example: Built, page: str, width: int
) -> None:
    opened = browse(example.site, viewport={"width": width, "height": 900}).open(page)
    texts = opened.evaluate(WORDS)
    assert texts
    # A hundredth for the rounding of the browser.
    assert [text["words"] for text in texts if text["size"] < 11.99] == []
    covered = [
        (one["words"], other["words"])
        for place, one in enumerate(texts)
        for other in texts[place + 1 :]
        if one["left"] < other["right"] - 1
        and other["left"] < one["right"] - 1
        and one["top"] < other["bottom"] - 4
        and other["top"] < one["bottom"] - 4
    ]
    assert covered == []


def test_on_a_phone_a_chart_scrolls_in_its_frame_and_by_the_keyboard(
    browse: Browse, example: Built
) -> None:
    opened = browse(example.site, viewport={"width": 390, "height": 844}).open(COMPARE)
    frame = opened.locator(".jm-fig .jm-scroll").first
    assert frame.evaluate("frame => frame.scrollWidth > frame.clientWidth")
    assert opened.evaluate("document.documentElement.scrollWidth") == 390
    frame.focus()
    opened.keyboard.press("ArrowRight")
    opened.wait_for_function("document.querySelector('.jm-fig .jm-scroll').scrollLeft > 0")


def test_the_stage_we_are_at_stands_in_sight_among_all_stages(
    browse: Browse, example: Built
) -> None:
    """On a phone the row began with the first stages, and the one of the page was outside."""
    opened = browse(example.site, viewport={"width": 390, "height": 844}).open(
        "journeys/switch-to-fibre/stay/"
    )
    here = opened.locator(".jm-stepper [aria-current]").bounding_box()
    assert here is not None
    assert here["x"] >= 0
    assert here["x"] + here["width"] <= 390


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_a_lifecycle_stage_shows_journeys_next_to_one_another_where_there_is_room(
    browse: Browse, example: Built, width: int
) -> None:
    opened = browse(example.site, viewport={"width": width, "height": 900}).open("lifecycle/join/")
    tops = opened.evaluate(
        "() => Array.from(document.querySelectorAll('.jm-across__j'), "
        "one => Math.round(one.getBoundingClientRect().top))"
    )
    assert (len(set(tops)) == 1) == (width >= 768)
    assert opened.evaluate("document.documentElement.scrollWidth") == width
