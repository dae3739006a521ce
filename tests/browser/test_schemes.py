"""Light and dark: drawings and maps follow the page, and the choice stays."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.chromium import Browse
from tests.site.project import Built

JOURNEY = "journeys/switch-to-fibre/"

# Where a colour shows, and which one: fills in drawings, grounds and words in the map.
COLOURS = {
    ".jm-node--digital:not(.jm-node--mot) .jm-node__s": "fill",
    ".jm-node--mot .jm-node__s": "fill",
    ".jm-flow__svg .jm-node__t": "fill",
    ".jm-edge": "stroke",
    ".jm-map": "background-color",
    ".jm-sh": "background-color",
    ".jm-step__t": "color",
}


def colours(page: Page) -> dict[str, str]:
    return {
        place: page.locator(place).first.evaluate(
            "(element, property) => getComputedStyle(element)[property]", what
        )
        for place, what in COLOURS.items()
    }


def brightness(colour: str) -> int:
    red, green, blue = colour.removeprefix("rgb(").removesuffix(")").split(",")
    return int(red) + int(green) + int(blue)


def press_scheme_button(page: Page) -> None:
    page.locator("[data-md-component=palette] label:visible").click()


def test_drawings_and_maps_follow_the_scheme_of_the_reader(browse: Browse, example: Built) -> None:
    page = browse(example.site, color_scheme="light").open(JOURNEY)
    light = colours(page)
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    dark = colours(page)
    assert [place for place in COLOURS if light[place] == dark[place]] == []
    # Grounds turn dark and words light; a moment of truth is the other way round.
    assert brightness(light[".jm-map"]) > brightness(dark[".jm-map"])
    assert brightness(light[".jm-step__t"]) < brightness(dark[".jm-step__t"])
    assert brightness(light[".jm-node--mot .jm-node__s"]) < brightness(
        dark[".jm-node--mot .jm-node__s"]
    )


def test_a_chosen_scheme_stays_over_pages_and_visits(browse: Browse, example: Built) -> None:
    visit = browse(example.site, color_scheme="light", viewport={"width": 1280, "height": 900})
    page = visit.open(JOURNEY)
    body = page.locator("body")
    # From the reader's system to light to dark.
    press_scheme_button(page)
    expect(body).to_have_attribute("data-md-color-media", "(prefers-color-scheme: light)")
    press_scheme_button(page)
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    dark = colours(page)

    page.locator(".jm-sh").get_by_role("link", name="Compare").click()
    expect(page.locator("h1")).to_have_text("Compare")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.go_back()
    expect(page.locator(".jm-map")).to_be_visible()
    assert colours(page) == dark
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    assert colours(page) == dark


def test_paper_is_light_also_for_a_reader_in_the_dark(browse: Browse, example: Built) -> None:
    page = browse(example.site, color_scheme="dark").open(JOURNEY)
    page.emulate_media(media="print")
    assert brightness(colours(page)[".jm-step__t"]) < 200
    for tool in (".jm-tools", ".md-header", ".md-footer"):
        expect(page.locator(tool).first).to_be_hidden()
