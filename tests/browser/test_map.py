"""The journey map and lists: toolbars, filters, sticky heads, small screens, no script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chromium import Browse
from tests.site.project import Built

DESK = {"width": 1440, "height": 900}
TABLET = {"width": 1024, "height": 800}
PHONE = {"width": 390, "height": 844}


JOURNEY = "journeys/switch-to-fibre/"


def top_of(element: Locator) -> float:
    box = element.bounding_box()
    assert box is not None
    return box["y"]


def test_stage_heads_stay_in_sight_under_the_header(browse: Browse, example: Built) -> None:
    page = browse(example.site, viewport=DESK).open(JOURNEY)
    head = page.locator(".jm-sh").first
    page.get_by_role("columnheader", name="Support").scroll_into_view_if_needed()
    page.mouse.wheel(0, 400)
    expect(head).to_be_in_viewport()
    header = page.locator(".md-header").bounding_box()
    assert header is not None
    assert top_of(head) >= header["y"] + header["height"] - 1


def test_a_map_in_a_small_window_scrolls_by_keyboard_with_its_lanes_in_sight(
    browse: Browse, example: Built
) -> None:
    page = browse(example.site, viewport=TABLET).open(JOURNEY)
    frame = page.get_by_role("region", name="Journey map of Switch to fibre, scrolls sideways")
    lane = page.get_by_role("columnheader", name="Steps")
    frame.focus()
    before = lane.bounding_box()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    expect(frame).not_to_have_js_property("scrollLeft", 0)
    after = lane.bounding_box()
    assert before is not None
    assert after is not None
    assert after["x"] == pytest.approx(before["x"], abs=1)


def test_a_map_on_a_phone_is_told_stage_by_stage(browse: Browse, example: Built) -> None:
    page = browse(example.site, viewport=PHONE).open(JOURNEY)
    heads = page.locator(".jm-sh")
    tops = [top_of(heads.nth(place)) for place in range(heads.count())]
    assert tops == sorted(tops)
    assert len(set(tops)) == len(tops)
    expect(page.locator(".jm-c .jm-in").first).to_be_visible()
    frontstage = page.locator(".jm-c[data-jm-group=blueprint]").first
    expect(frontstage).to_be_hidden()
    page.get_by_role("button", name="Service blueprint").click()
    expect(frontstage).to_be_visible()


def test_the_key_of_the_map_opens_and_closes(browse: Browse, example: Built) -> None:
    page = browse(example.site, viewport=DESK).open(JOURNEY)
    key = page.locator("details.jm-legend")
    expect(key.locator(".jm-legend__g")).to_be_hidden()
    key.locator("summary").press("Enter")
    expect(key.locator(".jm-legend__g")).to_be_visible()
    key.locator("summary").press("Enter")
    expect(key.locator(".jm-legend__g")).to_be_hidden()


def test_dates_ahead_say_how_far_they_are(browse: Browse, example: Built) -> None:
    visit = browse(example.site)
    visit.page.clock.set_fixed_time("2026-11-21T09:00:00Z")
    page = visit.open("journeys/switch-to-fibre/")
    expect(page.locator(".jm-badge time").first).to_have_attribute("data-jm-due", "in 12 days")
    visit.page.clock.set_fixed_time("2026-12-02T09:00:00Z")
    page = visit.open("journeys/switch-to-fibre/")
    expect(page.locator(".jm-badge time").first).to_have_attribute("data-jm-due", "tomorrow")


def test_without_a_script_a_journey_reads_complete(browse: Browse, example: Built) -> None:
    page = browse(example.site, java_script_enabled=False, viewport=DESK).open(JOURNEY)
    expect(page.get_by_role("region", name=re.compile("^Journey map"))).to_be_visible()
    expect(page.locator(".jm-grid .jm-step")).to_have_count(18)
    expect(page.locator(".jm-lh", has_text="Frontstage")).to_be_visible()
    expect(page.locator(".jm-flow__svg:visible")).to_have_count(1)
    expect(page.locator(".jm-tools:visible")).to_have_count(0)
    page.locator("details.jm-twin summary").first.click()
    expect(page.locator("details.jm-twin li").first).to_be_visible()
    page.locator('.jm-flow__svg a[aria-label^="4 Wait"]:visible').click()
    expect(page.locator("h1")).to_have_text("Wait & install")


def test_a_phone_without_a_script_still_shows_every_lane(browse: Browse, example: Built) -> None:
    page = browse(example.site, java_script_enabled=False, viewport=PHONE).open(JOURNEY)
    expect(page.locator(".jm-c[data-jm-group=blueprint]").first).to_be_visible()
