"""Drawings are read, clicked and walked through with the keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.chromium import Browse
from tests.site.project import Built

WIDE = {"width": 1280, "height": 900}

PHONE = {"width": 390, "height": 844}

JOURNEY = "journeys/switch-to-fibre/"

# The page, what a reader presses there, by the start of its spoken name, and where it leads.
WAYS = {
    "a step": (JOURNEY, "10 I hear nothing", JOURNEY + "#step-chase"),
    "a stage": (JOURNEY, "4 Wait & install", JOURNEY + "wait-install/"),
    "a nested journey": (JOURNEY, "The day the engineer comes", "journeys/visit-day/"),
    "a persona in the whole handbook": ("journeys/", "Priya Raman", "personas/priya/"),
    "a journey in the whole handbook": ("journeys/", "Leave us", "journeys/leave-us/"),
}
HEADINGS = {
    JOURNEY + "wait-install/": "Wait & install",
    "journeys/visit-day/": "The day the engineer comes",
    "personas/priya/": "Priya Raman",
    "journeys/leave-us/": "Leave us",
}


def box(page: Page, words: str) -> Locator:
    return page.locator(f'.jm-flow__svg a[aria-label^="{words}"]:visible')


def frame_of_drawing(page: Page) -> Locator:
    return page.locator(".jm-scroll:has(.jm-flow__svg)").first


def width_of(drawing: Locator) -> float:
    found = drawing.bounding_box()
    assert found is not None
    return found["width"]


@pytest.mark.parametrize("what", WAYS)
def test_a_click_in_a_drawing_leads_to_what_it_shows(
    browse: Browse, example: Built, what: str
) -> None:
    start, words, to = WAYS[what]
    visit = browse(example.site, viewport=WIDE)
    page = visit.open(start)
    visit.begin_walk()
    box(page, words).click()
    expect(page).to_have_url(visit.address + to)
    if to in HEADINGS:
        expect(page.locator("h1")).to_contain_text(HEADINGS[to])
    else:
        expect(page.locator(":target")).to_be_in_viewport()
    assert visit.is_one_walk()


def test_the_keyboard_walks_through_a_flow_in_its_order(browse: Browse, example: Built) -> None:
    visit = browse(example.site, viewport=WIDE)
    page = visit.open(JOURNEY)
    frame_of_drawing(page).focus()
    heard = []
    for _ in range(4):
        page.keyboard.press("Tab")
        heard.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert heard[0] == "1 Realise"
    assert [words.split(" ")[0] for words in heard] == ["1", "1", "2", "3"]

    ring = page.locator("a.jm-node:focus .jm-node__s")
    expect(ring).to_have_css("stroke-width", "4px")
    expect(box(page, "4 I check my").locator(".jm-node__s")).not_to_have_css("stroke-width", "4px")

    page.keyboard.press("Enter")
    expect(page).to_have_url(visit.address + JOURNEY + "#step-leaflet")
    expect(page.locator(":target")).to_be_in_viewport()


def test_links_in_a_drawing_work_after_an_instant_navigation(
    browse: Browse, example: Built
) -> None:
    """Material 9.8 leaves the old page standing when a drawing carries a plain href."""
    visit = browse(example.site, viewport=WIDE)
    page = visit.open("personas/priya/")
    visit.begin_walk()
    page.locator(".md-tabs").get_by_role("link", name="Journeys", exact=True).click()
    expect(page.locator("h1")).to_have_text("Journeys")
    box(page, "The day the engineer comes").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("The day the engineer comes")
    box(page, "1 Before the bell").click()
    expect(page).to_have_url(visit.address + "journeys/visit-day/before-the-bell/")
    expect(page.locator("h1")).to_have_text("Before the bell")
    assert visit.is_one_walk()


def test_a_drawing_is_never_larger_than_drawn_until_a_reader_asks(
    browse: Browse, example: Built
) -> None:
    page = browse(example.site, viewport=WIDE).open("journeys/pay-by-prepaid/")
    drawing, frame = page.locator(".jm-flow__svg:visible"), frame_of_drawing(page)
    drawn = float(drawing.get_attribute("width") or "")
    assert width_of(drawing) == pytest.approx(drawn, abs=1)

    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Zoom in").click()
    assert width_of(drawing) == pytest.approx(1.7 * drawn, rel=0.01)
    assert frame.evaluate("frame => frame.scrollWidth > frame.clientWidth")
    frame.focus()
    page.keyboard.press("ArrowRight")
    expect(frame).not_to_have_js_property("scrollLeft", 0)

    page.get_by_role("button", name="Zoom out").click()
    assert width_of(drawing) == pytest.approx(1.35 * drawn, rel=0.01)
    page.get_by_role("button", name="Fit").click()
    assert width_of(drawing) == pytest.approx(drawn, abs=1)


def test_a_wide_drawing_fits_its_frame(browse: Browse, example: Built) -> None:
    page = browse(example.site, viewport={"width": 1440, "height": 900}).open(JOURNEY)
    frame = frame_of_drawing(page)
    assert frame.evaluate("frame => frame.scrollWidth <= frame.clientWidth")
    # Of a stage there is no other copy: it stays as large as drawn, and its frame scrolls.
    page = browse(example.site, viewport=PHONE).open(JOURNEY + "compare/")
    drawing = page.locator(".jm-flow__svg:visible")
    assert width_of(drawing) == pytest.approx(float(drawing.get_attribute("width") or ""), abs=1)
    assert frame_of_drawing(page).evaluate("frame => frame.scrollWidth > frame.clientWidth")


def test_on_a_phone_a_flow_runs_down_the_page_and_nobody_scrolls_sideways(
    browse: Browse, example: Built
) -> None:
    visit = browse(example.site, viewport=PHONE)
    page = visit.open(JOURNEY)
    drawing = page.locator(".jm-flow__svg:visible")
    expect(drawing).to_have_count(1)
    assert width_of(drawing) == pytest.approx(float(drawing.get_attribute("width") or ""), abs=1)
    assert frame_of_drawing(page).evaluate("frame => frame.scrollWidth <= frame.clientWidth")
    steps = drawing.locator("[data-step]")
    tops = steps.evaluate_all("found => found.map(one => one.getBoundingClientRect().top)")
    assert tops == sorted(tops)
    assert len(tops) == 18
    box(page, "10 I hear nothing").click()
    expect(page).to_have_url(visit.address + JOURNEY + "#step-chase")


def test_a_flow_fills_the_screen_and_gives_it_back(browse: Browse, example: Built) -> None:
    page = browse(example.site, viewport=WIDE).open(JOURNEY)
    drawing = page.locator(".jm-flow__svg:visible")
    button = page.get_by_role("button", name="Full screen").first
    button.click()
    page.wait_for_function("document.fullscreenElement !== null")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    found = drawing.bounding_box()
    assert found is not None
    assert found["y"] + found["height"] <= page.evaluate("innerHeight")
    page.get_by_role("button", name="Zoom in").first.click()
    assert width_of(drawing) > 1.3 * found["width"]
    button.press("Enter")
    page.wait_for_function("document.fullscreenElement === null")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(button).to_be_focused()


def test_the_words_of_a_drawing_open_and_close_below_it(browse: Browse, example: Built) -> None:
    page = browse(example.site, viewport=WIDE).open(JOURNEY)
    twin = page.locator("details.jm-twin").first
    told = twin.get_by_role("link", name="The engineer fits it").first
    expect(told).to_be_hidden()
    twin.locator("summary").click()
    expect(told).to_be_visible()
    name_steps = "found => found.map(one => one.dataset.step)"
    assert twin.locator("[data-step]").evaluate_all(name_steps) == page.locator(
        ".jm-flow__svg:visible [data-step]"
    ).evaluate_all(name_steps)
    twin.locator("summary").press("Enter")
    expect(told).to_be_hidden()
