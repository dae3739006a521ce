"""The map by keyboard alone, and the links that readers pass on."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import Browse
from tests.site.project import Built

DESK = {"width": 1440, "height": 900}
TABLET = {"width": 1024, "height": 800}
JOURNEY = "journeys/switch-to-fibre/"

# What has the focus, and whether something lies over where it begins: Chromium scrolls no
# further sideways than to a part of it.
FOCUSED = """() => {
  const one = document.activeElement, at = one.getBoundingClientRect();
  const seen = document.elementFromPoint(at.left + Math.min(at.width / 2, 16),
    at.top + Math.min(at.height / 2, 20));
  return {
    what: one.dataset.jmLink || one.getAttribute("href") || one.dataset.jmLane
      || one.title || one.textContent.trim(),
    isMap: one.matches(".jm-map"),
    isCovered: !(one === seen || one.contains(seen) || seen?.contains(one)),
    size: [at.width, at.height],
    isSeen: one.matches(".jm-link") ? getComputedStyle(one).opacity === "1" : true,
  };
}"""


def walk(page: Page, most: int = 400) -> list[dict[str, object]]:
    """Press Tab from the first button of the map's toolbar to the end of the map."""
    page.locator("[data-jm-lanes]").first.focus()
    found = [page.evaluate(FOCUSED)]
    for _press in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("!document.activeElement.closest('.jm-mapbox')"):
            return found
        found.append(page.evaluate(FOCUSED))
    raise AssertionError("The walk through the map does not end.")


@pytest.mark.parametrize("viewport", [DESK, TABLET], ids=["desk", "tablet"])
def test_a_walk_by_tab_meets_everything_in_the_order_of_the_journey(
    browse: Browse, example: Built, viewport: dict[str, int]
) -> None:
    page = browse(example.site, viewport=viewport).open(JOURNEY)
    found = walk(page)
    assert found[0]["what"] == "Experience"
    (region,) = (place for place, one in enumerate(found) if one["isMap"])
    written = (
        page.locator(".jm-map")
        .locator("a, button")
        .evaluate_all("all => all.map(one => one.dataset.jmLink || one.getAttribute('href'))")
    )
    inside = [one["what"] for one in found[region + 1 :]]
    assert inside[: len(written)] == written
    assert [one["what"] for one in found if one["isCovered"] and not one["isMap"]] == []
    assert [one["what"] for one in found if not one["isSeen"]] == []


def test_arrows_scroll_the_map_once_it_has_the_focus(browse: Browse, example: Built) -> None:
    page = browse(example.site, viewport=TABLET).open(JOURNEY)
    frame = page.get_by_role("region", name="Journey map of Switch to fibre, scrolls sideways")
    frame.focus()
    for key, property_ in (("ArrowRight", "scrollLeft"), ("ArrowDown", "scrollTop")):
        page.keyboard.press(key)
        page.keyboard.press(key)
        expect(frame).not_to_have_js_property(property_, 0)


def test_the_link_to_a_step_and_to_a_stage_is_copied(browse: Browse, example: Built) -> None:
    visit = browse(example.site, viewport=DESK, permissions=["clipboard-read", "clipboard-write"])
    page = visit.open(JOURNEY + "?channel=human")
    for place in ("step-chase", "stage-wait-install"):
        button = page.locator(f'[data-jm-link="#{place}"]')
        button.focus()
        expect(button).to_have_css("opacity", "1")
        page.keyboard.press("Enter")
        expect(page.locator(".jm-said")).to_have_text("Link copied")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == f"{visit.address}{JOURNEY}#{place}"
        assert page.locator(f"[id={place}]").count() == 1


def test_a_button_to_copy_is_large_enough_and_named_after_its_step(
    browse: Browse, example: Built
) -> None:
    page = browse(example.site, viewport=DESK).open(JOURNEY)
    button = page.get_by_role("button", name="Copy link to “10 I hear nothing, so I chase”")
    page.locator(".jm-step").nth(9).hover()
    expect(button).to_have_css("opacity", "1")
    box = button.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24


def test_without_a_clipboard_the_link_is_copied_in_the_old_way(
    browse: Browse, example: Built
) -> None:
    visit = browse(example.site, viewport=DESK)
    visit.page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
        "document.execCommand = what => { window.copied = getSelection().toString()"
        " || document.activeElement.value; return what === 'copy'; };"
    )
    page = visit.open(JOURNEY)
    button = page.locator('[data-jm-link="#step-chase"]')
    button.press("Enter")
    expect(page.locator(".jm-said")).to_have_text("Link copied")
    assert page.evaluate("window.copied") == f"{visit.address}{JOURNEY}#step-chase"
    expect(button).to_be_focused()


def test_without_a_script_there_is_no_button_to_copy(browse: Browse, example: Built) -> None:
    page = browse(example.site, java_script_enabled=False, viewport=DESK).open(JOURNEY)
    expect(page.locator(".jm-link:visible")).to_have_count(0)
