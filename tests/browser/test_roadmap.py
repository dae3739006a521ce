"""The pictures of opportunities and of work: pressed, tabbed through, narrowed, on phones."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import Browse
from tests.site.project import Built

DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


def in_light(page: Page, drawing: str) -> list[str]:
    """Give the rows of the marks in a drawing that have not stepped back."""
    marks = page.locator(f"svg.{drawing} [data-jm-row]:not(.jm-off)")
    return [str(marks.nth(place).get_attribute("data-jm-row")) for place in range(marks.count())]


def test_a_dot_leads_to_its_opportunity_by_mouse_and_by_keyboard(
    browse: Browse, example: Built
) -> None:
    page = browse(example.site, viewport=DESK).open("opportunities/")
    dot = page.locator('svg.jm-mx [data-jm-row="opportunity-bill-preview"]')
    dot.locator("circle").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("First-bill preview video O-04")
    page.go_back()
    dot.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("First-bill preview video O-04")


def test_the_matrix_stays_in_sight_beside_a_long_list(browse: Browse, example: Built) -> None:
    page = browse(example.site, viewport=DESK).open("opportunities/")
    page.locator("#opportunities-list tr").nth(12).scroll_into_view_if_needed()
    expect(page.locator("svg.jm-mx")).to_be_in_viewport(ratio=0.9)


def test_a_bar_leads_to_its_initiative_and_its_owner_to_the_owner(
    browse: Browse, example: Built
) -> None:
    page = browse(example.site, viewport=DESK).open("roadmap/")
    page.locator('svg.jm-rm [data-jm-row="initiative-live-tracker"] .jm-p').click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Live order tracker I-02")
    page.go_back()
    page.locator("svg.jm-rm .jm-rm-h").filter(has_text="Field Service").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Field Service")


@pytest.mark.parametrize(
    ("path", "drawing", "shown"),
    [
        (
            "opportunities/?owner=loyalty",
            "jm-mx",
            ["opportunity-referral-credit"],
        ),
        ("roadmap/?owner=loyalty", "jm-rm", ["initiative-referral-same-day"]),
    ],
)
def test_what_the_list_leaves_out_steps_back_in_the_picture(
    browse: Browse, example: Built, path: str, drawing: str, shown: list[str]
) -> None:
    page = browse(example.site, viewport=DESK).open(path)
    expect(page.locator("tbody tr[data-jm-item]:visible")).to_have_count(len(shown))
    assert in_light(page, drawing) == shown


def test_a_phone_shows_numbers_only_and_scrolls_the_roadmap_in_its_frame(
    browse: Browse, example: Built
) -> None:
    visit = browse(example.site, viewport=PHONE)
    page = visit.open("opportunities/")
    expect(page.locator(".jm-mx-k").first).to_be_visible()
    expect(page.locator(".jm-mx-t").first).to_be_hidden()
    page = visit.open("roadmap/")
    frame = page.get_by_role("region", name="Roadmap, scrolls sideways")
    frame.focus()
    page.keyboard.press("ArrowRight")
    expect(frame).not_to_have_js_property("scrollLeft", 0)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_no_words_of_the_roadmap_run_out_of_their_bar(browse: Browse, example: Built) -> None:
    page = browse(example.site, viewport=DESK).open("roadmap/")
    outside = page.evaluate(
        """() => Array.from(document.querySelectorAll(".jm-rm-n")).filter(bar => {
            const words = bar.querySelector(".jm-rm-i"), box = bar.querySelector(".jm-p");
            return words && words.getBoundingClientRect().right > box.getBoundingClientRect().right;
        }).map(bar => bar.textContent)"""
    )
    assert outside == []
