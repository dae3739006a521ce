"""Readers walk through the handbook by clicking, with instant navigation on."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.chromium import Browse
from tests.browser.visit import Visit
from tests.site.project import Built

HOME = "Handbook"
WIDE = {"width": 1280, "height": 900}


def stand_on(visit: Visit, path: str, heading: str) -> None:
    """Expect the reader on a page, with its address, its title and its content."""
    expect(visit.page).to_have_url(visit.address + path)
    title = heading if path else HOME
    expect(visit.page).to_have_title(f"{title} - Northline CX Handbook")
    expect(visit.page.locator("h1")).to_have_text(re.compile(rf"^{re.escape(heading)}( |$)"))
    expect(visit.page.locator("h1")).to_have_count(1)


def expect_active_tab(page: Page, name: str) -> None:
    expect(page.locator(".md-tabs__item--active")).to_have_text(re.compile(rf"\s*{name}\s*"))


def test_a_reader_walks_from_home_to_a_persona_and_back(browse: Browse, example: Built) -> None:
    visit = browse(example.site, viewport=WIDE)
    page = visit.open()
    stand_on(visit, "", "How it feels to be our customer")
    visit.begin_walk()

    page.locator(".md-tabs").get_by_role("link", name="Journeys", exact=True).click()
    stand_on(visit, "journeys/", "Journeys")
    expect_active_tab(page, "Journeys")

    page.locator(".jm-card").get_by_role("link", name="Switch to fibre", exact=True).click()
    stand_on(visit, "journeys/switch-to-fibre/", "Switch to fibre")
    expect_active_tab(page, "Journeys")
    steps = [words.strip() for words in page.locator(".md-path__link").all_inner_texts()]
    assert steps == [HOME, "Journeys", "Switch to fibre"]

    page.locator(".jm-sh").get_by_role("link", name="Wait & install").click()
    stand_on(visit, "journeys/switch-to-fibre/wait-install/", "Wait & install")
    expect(page.locator(".jm-stepper [aria-current]")).to_contain_text("Wait & install")

    page.locator(".md-content").get_by_role("link", name="Priya Raman", exact=True).first.click()
    stand_on(visit, "personas/priya/", "Priya Raman")
    expect_active_tab(page, "Personas")

    page.go_back()
    stand_on(visit, "journeys/switch-to-fibre/wait-install/", "Wait & install")
    page.locator(".md-path").get_by_role("link", name="Switch to fibre").click()
    stand_on(visit, "journeys/switch-to-fibre/", "Switch to fibre")
    page.locator(".md-path").get_by_role("link", name=HOME).click()
    stand_on(visit, "", "How it feels to be our customer")
    assert visit.is_one_walk()


def test_the_footer_leads_through_a_journey_in_its_order(browse: Browse, example: Built) -> None:
    visit = browse(example.site, viewport=WIDE)
    page = visit.open("journeys/visit-day/")
    stages = ["Before the bell", "In the house", "Goodbye"]
    for title in stages:
        page.locator(".md-footer__link--next").click()
        expect(page.locator("h1")).to_have_text(title)
    page.locator(".md-footer__link--prev").click()
    stand_on(visit, "journeys/visit-day/in-the-house/", "In the house")


def test_a_page_written_by_hand_leads_into_the_handbook(browse: Browse, example: Built) -> None:
    visit = browse(example.site, viewport=WIDE)
    page = visit.open("about-our-work/pattern-library/")
    visit.begin_walk()
    page.locator('.jm-flow__svg a[aria-label="1 Before the bell"]:visible').click()
    expect(page.locator(".jm-stepper")).to_be_visible()
    assert visit.is_one_walk()


def test_a_phone_reaches_a_stage_through_the_menu(browse: Browse, example: Built) -> None:
    visit = browse(example.site, viewport={"width": 390, "height": 844}, has_touch=True)
    page = visit.open("journeys/switch-to-fibre/")
    visit.begin_walk()
    page.locator(".md-header__button[for=__drawer]").tap()
    menu = page.locator(".md-nav--primary")
    expect(menu).to_be_in_viewport()
    menu.get_by_role("link", name="First weeks", exact=True).tap()
    stand_on(visit, "journeys/switch-to-fibre/first-weeks/", "First weeks")
    assert visit.is_one_walk()


def test_an_old_address_leads_on_with_its_anchor(browse: Browse, example: Built) -> None:
    visit = browse(example.site)
    page = visit.open("journeys/move-to-fibre/#step-chase")
    stand_on(visit, "journeys/switch-to-fibre/#step-chase", "Switch to fibre")
    expect(page.locator("#step-chase")).to_be_in_viewport()
    # Reading back leads to where the reader came from, never round in a circle.
    page = visit.open("journeys/move-to-fibre/wait-install/")
    stand_on(visit, "journeys/switch-to-fibre/wait-install/", "Wait & install")


def test_an_old_name_of_a_step_leads_to_the_step(browse: Browse, example: Built) -> None:
    page = browse(example.site).open("journeys/switch-to-fibre/#step-ring-to-check")
    expect(page.locator(".jm-step:has(#step-ring-to-check)")).to_be_in_viewport()


def test_an_old_address_leads_on_without_a_script(browse: Browse, example: Built) -> None:
    visit = browse(example.site, java_script_enabled=False)
    visit.open("stakeholders/special-care/")
    stand_on(visit, "stakeholders/care-team/", "Priority Care")
