"""A jump to a place in the same page leaves the page as the reader has set it."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import Browse
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
