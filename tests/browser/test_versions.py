"""Readers move between the versions of a published handbook."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.chromium import Browse
from tests.site.versions import Versions

DESK = {"width": 1280, "height": 900}


def test_the_root_leads_to_the_current_version_without_a_banner(
    browse: Browse, versions: Versions
) -> None:
    visit = browse(versions.folder, viewport=DESK)
    page = visit.open()
    page.wait_for_url(visit.address + "latest/")
    button = page.locator(".md-version__current")
    expect(button).to_have_text("2026.2")
    # Who speaks to the computer says what stands on the button.
    expect(button).to_have_accessible_name("Select version: 2026.2")
    expect(page.locator("[data-md-component=outdated]")).to_be_hidden()


def test_the_selector_leads_to_the_same_page_of_another_version(
    browse: Browse, versions: Versions
) -> None:
    visit = browse(versions.folder, viewport=DESK, under="/handbook/")
    page = visit.open("latest/journeys/order/")
    expect(page.locator("h1")).to_contain_text("Order a faster line")
    page.locator(".md-version").hover()
    choices = page.locator(".md-version__link")
    expect(choices).to_have_text(["next", "2026.2", "2026.1"])
    choices.nth(2).click()
    page.wait_for_url(visit.address + "2026.1/journeys/order/")
    expect(page.locator("h1")).to_contain_text("Order a line")

    banner = page.locator("[data-md-component=outdated]")
    expect(banner).to_be_visible()
    expect(banner).to_contain_text("You are not reading the current version")
    banner.get_by_role("link").click()
    expect(page.locator(".md-version__current")).to_have_text("2026.2")
    expect(page.locator("[data-md-component=outdated]")).to_be_hidden()


def test_what_comes_next_carries_the_banner_too(browse: Browse, versions: Versions) -> None:
    page = browse(versions.folder, viewport=DESK).open("next/")
    expect(page.locator(".md-version__current")).to_have_text("next")
    expect(page.locator("[data-md-component=outdated]")).to_be_visible()
