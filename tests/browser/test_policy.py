"""The handbook works on a host with a strict Content-Security-Policy."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, expect

from tests.browser.chromium import Browse
from tests.browser.content_policy import DEPTHS, policy_of
from tests.browser.static_host import served
from tests.browser.visit import Visit
from tests.site.project import Built

DESK = ViewportSize(width=1440, height=900)
JOURNEY = "journeys/switch-to-fibre/"


def complaints_of_theme(chromium: Browser, site: Path, policy: str) -> tuple[str, ...]:
    with served(site, policy=policy) as address:
        context = chromium.new_context(viewport=DESK)
        visit = Visit(context, address)
        for depth in DEPTHS:
            visit.open(depth)
        visit.page.locator("[data-md-component=search-query]").click()
        expect(visit.page.locator(".md-search-result__meta")).to_be_visible()
        found = visit.complaints()
        context.close()
    return found


def test_the_policy_is_what_the_theme_needs_and_nothing_more(
    chromium: Browser, theme_alone: Path, policy: str
) -> None:
    assert complaints_of_theme(chromium, theme_alone, policy) == ()
    parts = policy.split("; ")
    allows, forbids = parts[:3], parts[3:]
    assert [part.split()[0] for part in allows] == ["default-src", "img-src", "script-src"]
    assert forbids == ["base-uri 'none'", "form-action 'self'", "frame-ancestors 'self'"]
    assert "unsafe" not in policy
    for part in allows[1:]:
        less = "; ".join(one for one in parts if one != part)
        assert complaints_of_theme(chromium, theme_alone, less) != (), part


def test_our_pages_work_under_a_policy_of_their_own_that_adds_nothing_to_the_themes(
    browse: Browse, example: Built, policy: str
) -> None:
    """That each page keeps to it is asked in test_looks_of_lists and test_looks_of_things."""

    def parts(of: str) -> set[str]:
        return set(of.replace(";", " ").split())

    own = policy_of(example.site)
    assert parts(own) <= parts(policy)
    for path in ("", JOURNEY, JOURNEY + "order/"):
        browse(example.site, viewport=DESK, policy=own).open(path)


def test_what_a_reader_can_press_works_under_the_policy(
    browse: Browse, example: Built, policy: str
) -> None:
    visit = browse(example.site, viewport=DESK, policy=policy)
    page = visit.open("pain-points/")
    rows = page.locator("#pain-points-list > tr:visible")
    every = rows.count()
    page.get_by_role("button", name=re.compile("^Critical")).click()
    assert 0 < rows.count() < every

    page = visit.open(JOURNEY)
    lane = page.get_by_role("columnheader", name="Frontstage")
    page.get_by_role("button", name="Service blueprint").first.click()
    expect(lane).to_be_hidden()
    zoomed = page.locator("[data-jm-zoom]").first
    before = zoomed.locator(".jm-flow__svg:visible").first.bounding_box()
    zoomed.get_by_role("button", name="Zoom in").click()
    after = zoomed.locator(".jm-flow__svg:visible").first.bounding_box()
    assert before is not None
    assert after is not None
    assert after["width"] > before["width"]

    visit.begin_walk()
    page.locator(".md-tabs").get_by_role("link", name="Personas", exact=True).click()
    expect(page.locator("h1")).to_have_text("Personas")
    assert visit.is_one_walk()
