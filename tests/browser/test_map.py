"""The journey map and lists: toolbars, filters, sticky heads, small screens, no script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Browse
from tests.browser.page_types import PAGE_TYPES
from tests.site.project import Built

DESK = {"width": 1440, "height": 900}
TABLET = {"width": 1024, "height": 800}
PHONE = {"width": 390, "height": 844}

WIDTHS = (320, 390, 768, 1024, 1440)

JOURNEY = "journeys/switch-to-fibre/"


def top_of(element: Locator) -> float:
    box = element.bounding_box()
    assert box is not None
    return box["y"]


def test_lanes_are_hidden_and_shown(browse: Browse, example: Built) -> None:
    page = browse(example.site, viewport=DESK).open(JOURNEY)
    button = page.get_by_role("button", name="Service blueprint")
    lane = page.get_by_role("columnheader", name="Frontstage")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(lane).to_be_visible()
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(lane).to_be_hidden()
    expect(page.get_by_role("columnheader", name="Steps")).to_be_visible()
    status = page.locator(".jm-tools [role=status]").first
    expect(status).to_have_text("Service blueprint lanes hidden")
    button.click()
    expect(lane).to_be_visible()
    expect(status).to_have_text("Service blueprint lanes shown")


def test_one_family_of_channels_is_lit(browse: Browse, example: Built) -> None:
    page = browse(example.site, viewport=DESK).open(JOURNEY)
    steps = page.locator(".jm-step[data-jm-fam=human]")
    other = page.locator(".jm-step[data-jm-fam=digital]").first
    human = page.get_by_role("button", name="Person to person")
    digital = page.get_by_role("button", name="Digital")
    human.click()
    expect(human).to_have_attribute("aria-pressed", "true")
    status = page.locator(".jm-tools [role=status]").first
    expect(status).to_have_text(f"{steps.count()} steps highlighted")
    expect(steps.first).to_have_css("opacity", "1")
    expect(other).to_have_css("opacity", "0.3")
    digital.click()
    expect(human).to_have_attribute("aria-pressed", "false")
    expect(other).to_have_css("opacity", "1")
    digital.click()
    expect(status).to_have_text("All steps")
    expect(steps.first).to_have_css("opacity", "1")


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


def test_a_list_is_narrowed_and_stays_so(browse: Browse, example: Built) -> None:
    visit = browse(example.site, viewport=DESK)
    page = visit.open("pain-points/")
    rows = page.locator("#pain-points-list > tr")
    every = rows.count()
    page.get_by_role("button", name="Critical", exact=True).click()
    page.get_by_role("button", name="Tom Dunne", exact=True).click()
    expect(page).to_have_url(re.compile(r"[?]severity=critical&persona=tom$"))
    shown = page.locator("#pain-points-list > tr:visible")
    left = shown.count()
    assert 0 < left < every
    expect(page.locator(".jm-tools [role=status]").nth(2)).to_have_text(f"{left} shown")

    page.reload()
    expect(shown).to_have_count(left)
    expect(page.get_by_role("button", name="Critical", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    shown.first.locator("a").first.click()
    expect(page.locator("h1")).not_to_have_text("Pain points")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Pain points")
    expect(shown).to_have_count(left)
    page.get_by_role("button", name="Everyone").click()
    page.get_by_role("button", name="All", exact=True).click()
    expect(shown).to_have_count(every)
    expect(page).to_have_url(visit.address + "pain-points/")


def test_dates_ahead_say_how_far_they_are(browse: Browse, example: Built) -> None:
    visit = browse(example.site)
    visit.page.clock.set_fixed_time("2026-11-21T09:00:00Z")
    page = visit.open("journeys/switch-to-fibre/")
    expect(page.locator(".jm-badge time").first).to_have_text("3 December 2026 (in 12 days)")
    visit.page.clock.set_fixed_time("2026-12-02T09:00:00Z")
    page = visit.open("journeys/switch-to-fibre/")
    expect(page.locator(".jm-badge time").first).to_have_text("3 December 2026 (tomorrow)")


def test_without_a_script_a_journey_reads_complete(browse: Browse, example: Built) -> None:
    page = browse(example.site, java_script_enabled=False, viewport=DESK).open(JOURNEY)
    expect(page.get_by_role("region", name=re.compile("^Journey map"))).to_be_visible()
    expect(page.locator(".jm-grid .jm-step")).to_have_count(18)
    expect(page.get_by_role("columnheader", name="Frontstage")).to_be_visible()
    expect(page.locator(".jm-flow__svg")).to_be_visible()
    expect(page.locator(".jm-tools:visible")).to_have_count(0)
    page.locator("details.jm-twin summary").first.click()
    expect(page.locator("details.jm-twin li").first).to_be_visible()
    page.locator('.jm-flow__svg a[aria-label^="4 Wait"]').click()
    expect(page.locator("h1")).to_have_text("Wait & install")


def test_a_phone_without_a_script_still_shows_every_lane(browse: Browse, example: Built) -> None:
    page = browse(example.site, java_script_enabled=False, viewport=PHONE).open(JOURNEY)
    expect(page.locator(".jm-c[data-jm-group=blueprint]").first).to_be_visible()


def test_no_page_scrolls_sideways(browse: Browse, example: Built) -> None:
    visit = browse(example.site)
    too_wide = {}
    for kind, path in PAGE_TYPES.items():
        page = visit.open(path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            reach = page.evaluate("document.documentElement.scrollWidth")
            if reach > width:
                too_wide[kind, width] = reach
    assert too_wide == {}
