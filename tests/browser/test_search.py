"""Searching finds people, steps and what customers said, at the right place."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.chromium import Browse
from tests.site.project import Built

JOURNEY = "journeys/switch-to-fibre/"

# What a reader types, and the page and anchor that it leads to.
FOUND = {
    "Priya Raman": "personas/priya/",
    "hear nothing chase": JOURNEY + "#step-chase",
    "mother lets engineer": JOURNEY + "#step-visit",
    "rang human yes": JOURNEY + "#step-chase",
}


def search(page: Page, words: str) -> Locator:
    """Type into the search box; give the links that are found."""
    box = page.locator("[data-md-component=search-query]")
    told = page.locator(".md-search-result__meta")
    box.click()
    # What is typed before the index is there is lost.
    expect(told).to_have_text("Type to start searching")
    box.fill(words)
    # The theme listens to keys, not to what is pasted.
    box.press("End")
    expect(told).to_have_text(re.compile("matching document|No matching"))
    return page.locator(".md-search-result__link")


def without_query(address: str) -> str:
    return re.sub(r"[?][^#]*", "", address)


@pytest.mark.parametrize("words", FOUND)
def test_words_lead_to_the_page_and_place_that_hold_them(
    browse: Browse, example: Built, words: str
) -> None:
    visit = browse(example.site, viewport={"width": 1280, "height": 900})
    page = visit.open()
    links = search(page, words)
    addresses = [
        without_query(str(address)).removeprefix(visit.address)
        for address in links.evaluate_all("links => links.map(link => link.href)")
    ]
    assert FOUND[words] in addresses[:8]

    # More of one page is folded away until asked for.
    wanted = links.nth(addresses.index(FOUND[words]))
    if not wanted.is_visible():
        page.locator(".md-search-result__more summary").first.click()
    wanted.click()
    page.wait_for_url(lambda address: without_query(address) == visit.address + FOUND[words])
    if "#" in FOUND[words]:
        expect(page.locator(":target")).to_be_in_viewport()


@pytest.mark.parametrize("words", ["Rounded box", "scrolls sideways", "Zoom", "9 steps, in"])
def test_what_only_serves_a_drawing_is_not_found(
    browse: Browse, example: Built, words: str
) -> None:
    page = browse(example.site, viewport={"width": 1280, "height": 900}).open()
    # In quotes: all of the words.
    links = search(page, f'"{words}"')
    addresses = links.evaluate_all("links => links.map(link => new URL(link.href).pathname)")
    # The manual speaks of drawings.
    assert [one for one in addresses if not one.startswith("/about-this-tool/")] == []
