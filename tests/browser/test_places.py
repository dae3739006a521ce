"""A jump to a place in the same page leaves the page as the reader has set it."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Route, expect

from tests.browser.chromium import Browse
from tests.site.project import Built

WIDE = {"width": 1280, "height": 900}
JOURNEY = "journeys/switch-to-fibre/"

WAYS = {
    "in a drawing": '.jm-flow__svg a[aria-label^="10 I hear nothing"]:visible',
    "in the words below it": ".jm-twin a[href$='#step-chase']",
}


def slowly(route: Route) -> None:
    """Answer as a far host does: later than the reader has scrolled."""
    time.sleep(0.4)
    route.continue_()


@pytest.mark.parametrize("way", WAYS)
def test_a_jump_within_a_page_keeps_its_mark_and_the_readers_filters(
    browse: Browse, example: Built, way: str
) -> None:
    visit = browse(example.site, viewport=WIDE)
    page = visit.open(JOURNEY)
    page.evaluate("document.querySelectorAll('.jm-twin').forEach(one => one.open = true)")
    visit.begin_walk()
    phone = page.get_by_role("button", name="Person to person")
    phone.click()
    page.route("**/" + JOURNEY, slowly)
    page.locator(WAYS[way]).first.click()
    expect(page).to_have_url(visit.address + JOURNEY + "?channel=human#step-chase")
    page.wait_for_timeout(900)
    expect(page.locator("#step-chase:target")).to_be_in_viewport()
    expect(phone).to_have_attribute("aria-pressed", "true")
    page.go_back()
    expect(page).to_have_url(visit.address + JOURNEY + "?channel=human")
    assert visit.is_one_walk()


def test_words_without_room_are_no_html_in_the_tip_that_the_theme_makes_of_them(
    browse: Browse, example: Built
) -> None:
    page = browse(example.site, viewport=WIDE).open(JOURNEY)
    page.evaluate("document.body.title = '<b>Tea & cake</b>'")
    shown = page.evaluate(
        "() => { const tip = document.createElement('p'); tip.innerHTML = document.body.title;"
        " return [tip.childElementCount, tip.textContent]; }"
    )
    assert shown[0] == 0
    assert shown[1].replace("\u2060", "") == "<b>Tea & cake</b>"
