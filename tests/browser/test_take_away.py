"""Pictures are taken away: as the drawing that they are, and as pixels."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import Browse
from tests.site.project import Built

JOURNEY = "journeys/switch-to-fibre/"
FLOW = "journey.switch-to-fibre.flow"


def line_of(page: Page, file: str) -> str:
    return f'.jm-take:has(a[href$="{file}.svg"])'


def size_of_png(file: Path) -> tuple[int, int]:
    data = file.read_bytes()
    assert data.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


@pytest.mark.parametrize("view", ["flow", "curve", "swimlane", "circle"])
def test_a_picture_is_downloaded_as_a_drawing_and_as_pixels_under_a_strict_policy(
    browse: Browse, example: Built, policy: str, view: str
) -> None:
    page = browse(example.site, policy=policy, viewport={"width": 1280, "height": 900}).open(
        f"{JOURNEY}?view={view}"
    )
    name = f"journey.switch-to-fibre.{view}"
    line = page.locator(line_of(page, name))
    with page.expect_download() as drawing:
        line.get_by_role("link").click()
    assert drawing.value.suggested_filename == f"{name}.svg"
    text = drawing.value.path().read_text("utf-8")
    with page.expect_download() as pixels:
        line.get_by_role("button").click()
    assert pixels.value.suggested_filename == f"{name}.png"
    width, height = size_of_png(pixels.value.path())
    drawn = re.search(r'width="([\d.]+)" height="([\d.]+)"', text)
    assert drawn is not None
    assert (width, height) == pytest.approx((2 * float(drawn[1]), 2 * float(drawn[2])), abs=2)


def test_the_drawing_alone_looks_as_it_does_on_the_page(
    browse: Browse, example: Built, policy: str
) -> None:
    """A strict policy blocks style elements also in a drawing that is opened by itself."""
    visit = browse(example.site, policy=policy)
    # Beside a picture some browsers ask for the sign of the site, others do not.
    visit.context.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    page = visit.open(f"assets/journeys/pictures/{FLOW}.svg")
    box = page.locator("a[data-step]").nth(6)
    fill = "box => getComputedStyle(box.querySelector('rect')).fill"
    assert box.evaluate(fill) == "rgb(236, 235, 251)"
    words = box.locator("text").last
    expect(words).to_have_css("font-size", "13px")
    assert "sans-serif" in words.evaluate("words => getComputedStyle(words).fontFamily")


def test_without_a_script_there_is_the_drawing_alone(browse: Browse, example: Built) -> None:
    page = browse(example.site, java_script_enabled=False).open(JOURNEY)
    line = page.locator(line_of(page, FLOW))
    expect(line.get_by_role("link")).to_be_visible()
    expect(line.get_by_role("button")).to_have_count(0)


def test_the_links_of_the_line_are_named_for_what_they_give(browse: Browse, example: Built) -> None:
    page = browse(example.site).open(JOURNEY)
    names = page.locator(".jm-take :is(a, button)").evaluate_all(
        "found => found.map(one => one.getAttribute('aria-label'))"
    )
    assert len(names) >= 8
    assert len(set(names)) == len(names)
    assert all(name.startswith(("SVG", "PNG")) for name in names)
