"""The other views of a journey: tabs, tables that are sorted, pictures that are walked through."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.chromium import Browse
from tests.site.project import Built

JOURNEY = "journeys/switch-to-fibre/"
WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
VIEWS = ["swimlane", "blueprint", "circle", "matrix", "story"]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def open_views(page: Page) -> list[str]:
    return [view for view in VIEWS if page.locator(f"#view-{view}").is_visible()]


def tab(page: Page, name: str) -> Locator:
    return page.locator(f"#tab-{name}")


def test_one_view_is_shown_at_a_time_and_stands_in_the_address(
    browse: Browse, example: Built
) -> None:
    visit = browse(example.site, viewport=WIDE)
    page = visit.open(JOURNEY)
    assert open_views(page) == ["swimlane"]
    page.get_by_role("tab", name="Matrix").click()
    assert open_views(page) == ["matrix"]
    expect(page).to_have_url(visit.address + JOURNEY + "?view=matrix#other-views")
    expect(page.get_by_role("tabpanel", name="Matrix")).to_be_visible()
    page.reload()
    assert open_views(page) == ["matrix"]
    expect(page.locator("#other-views")).to_be_in_viewport()


def test_a_view_that_does_not_exist_opens_the_first(browse: Browse, example: Built) -> None:
    page = browse(example.site, viewport=WIDE).open(JOURNEY + "?view=elsewhere")
    assert open_views(page) == ["swimlane"]


def test_the_arrow_keys_walk_through_the_tabs(browse: Browse, example: Built) -> None:
    page = browse(example.site, viewport=WIDE).open(JOURNEY)
    tab(page, "swimlane").focus()
    for key, name in (
        ("ArrowRight", "blueprint"),
        ("End", "story"),
        ("ArrowRight", "swimlane"),
        ("ArrowLeft", "story"),
        ("Home", "swimlane"),
    ):
        page.keyboard.press(key)
        expect(tab(page, name)).to_be_focused()
        expect(tab(page, name)).to_have_attribute("aria-selected", "true")
        assert open_views(page) == [name]
    # The row of tabs is one stop on the way; the next is inside the view.
    page.keyboard.press("Tab")
    expect(page.locator("#view-swimlane [tabindex='0']")).to_be_focused()


def test_a_link_into_a_view_that_is_not_shown_opens_it(browse: Browse, example: Built) -> None:
    page = browse(example.site, viewport=WIDE).open(JOURNEY)
    page.locator("#view-swimlane").get_by_role("link", name="Matrix of all steps").click()
    assert open_views(page) == ["matrix"]
    expect(page.locator("#view-matrix")).to_be_in_viewport()


def test_without_script_all_views_stand_below_each_other_with_their_headings(
    browse: Browse, example: Built
) -> None:
    page = browse(example.site, viewport=WIDE, java_script_enabled=False).open(JOURNEY)
    assert open_views(page) == VIEWS
    expect(page.get_by_role("heading", name="Service blueprint", exact=True)).to_be_visible()
    expect(tab(page, "matrix")).to_be_hidden()


def test_paper_shows_all_views(browse: Browse, example: Built) -> None:
    page = browse(example.site, viewport=WIDE).open(JOURNEY + "?view=matrix")
    page.emulate_media(media="print")
    assert open_views(page) == VIEWS
    expect(tab(page, "matrix")).to_be_hidden()


def steps(page: Page) -> list[str]:
    rows = page.locator("#view-matrix tbody tr")
    found: list[str] = rows.evaluate_all("rows => rows.map(row => row.dataset.step)")
    return found


def test_the_matrix_is_sorted_by_its_headings_and_goes_back(browse: Browse, example: Built) -> None:
    page = browse(example.site, viewport=WIDE).open(JOURNEY + "?view=matrix")
    as_it_was = steps(page)
    emotion = page.locator("#view-matrix th", has_text="Emotion")
    emotion.get_by_role("button").click()
    expect(emotion).to_have_attribute("aria-sort", "ascending")
    upwards = steps(page)
    # The lowest first, and of two alike the one that comes first.
    assert upwards[:2] == ["chase", "first-bill"]
    emotion.get_by_role("button").press("Enter")
    expect(emotion).to_have_attribute("aria-sort", "descending")
    assert steps(page)[0] == "visit"
    assert sorted(steps(page)) == sorted(as_it_was)
    emotion.get_by_role("button").press("Enter")
    expect(emotion).not_to_have_attribute("aria-sort", "descending")
    assert steps(page) == as_it_was


def test_empty_cells_come_last_either_way(browse: Browse, example: Built) -> None:
    page = browse(example.site, viewport=WIDE).open(JOURNEY + "?view=matrix")
    moment = page.locator("#view-matrix th", has_text="Moment of truth").get_by_role("button")
    for _ in range(2):
        moment.click()
        verdicts = page.locator("#view-matrix tbody td:nth-of-type(4)").all_inner_texts()
        filled = [bool(text.strip()) for text in verdicts]
        assert filled == sorted(filled, reverse=True)
        assert filled[0]


@pytest.mark.parametrize("view", ["swimlane", "circle"])
def test_the_keyboard_walks_through_a_picture_step_by_step(
    browse: Browse, example: Built, view: str
) -> None:
    visit = browse(example.site, viewport=WIDE)
    page = visit.open(f"{JOURNEY}?view={view}")
    links = page.locator(f"#view-{view} svg a[data-step]")
    links.nth(8).focus()
    page.keyboard.press("Tab")
    expect(links.nth(9)).to_be_focused()
    expect(links.nth(9).locator("circle").first).to_have_css("stroke-width", "4px")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{visit.address}{JOURNEY}?view={view}#step-chase")
    expect(page.locator("#step-chase")).to_be_in_viewport()


def test_the_names_of_channels_stay_when_steps_scroll(browse: Browse, example: Built) -> None:
    page = browse(example.site, viewport=PHONE).open(JOURNEY)
    frame = page.locator("#view-swimlane .jm-scroll")
    names = page.locator(".jm-swim__names")
    frame.scroll_into_view_if_needed()
    before = names.bounding_box()
    frame.evaluate("frame => { frame.scrollLeft = 400 }")
    assert before == names.bounding_box()
    assert frame.evaluate("frame => frame.scrollLeft") == 400


def test_no_view_makes_the_page_scroll_sideways(browse: Browse, example: Built) -> None:
    page = browse(example.site, viewport=WIDE).open(JOURNEY)
    for width in (1440, 1024, 768, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        for view in VIEWS:
            tab(page, view).click()
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (view, width)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [WIDE, PHONE])
def test_no_view_has_a_fault_that_axe_knows(
    browse: Browse, example: Built, scheme: str, screen: dict[str, int]
) -> None:
    page = browse(example.site, viewport=screen, color_scheme=scheme).open(JOURNEY)
    page.evaluate(AXE)
    for view in VIEWS:
        tab(page, view).click()
        faults = page.evaluate(
            """async () => (await axe.run({include: [[".jm-views"]]}, {
                resultTypes: ["violations"],
                runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
            })).violations.flatMap(fault => fault.nodes.map(
                node => `${fault.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`))"""
        )
        assert faults == [], view


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_names_of_channels_are_ink_in_both_schemes(
    browse: Browse, example: Built, scheme: str
) -> None:
    """The second drawing of the names was black on black."""
    page = browse(example.site, viewport=WIDE, color_scheme=scheme).open(JOURNEY)
    ink = page.locator(".jm-swim .jm-swim__s").first.evaluate("one => getComputedStyle(one).fill")
    rule = """() => {
        const shown = document.querySelector('.jm-swim__names use');
        const probe = document.createElementNS('http://www.w3.org/2000/svg', 'text');
        probe.setAttribute('class', 'jm-swim__c');
        shown.parentNode.append(probe);
        const fill = getComputedStyle(probe).fill;
        probe.remove();
        return fill;
    }"""
    assert page.evaluate(rule) == ink
