"""The toolbar of a map: lanes, one person, one channel; and the address that keeps the choice."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import AXE, COLOURS, axe
from tests.browser.chromium import Browse
from tests.browser.extreme_maps import HANDBOOK, MAPS
from tests.site.project import HANDBOOK as SMALL
from tests.site.project import Built, Project

DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
JOURNEY = "journeys/switch-to-fibre/"
OF_TWO = "journeys/leave-us/"


def chip(page: Page, name: str) -> Locator:
    return page.locator("[data-jm-map=page]").get_by_role("button", name=name, exact=True)


def status(page: Page) -> Locator:
    return page.locator("[data-jm-map=page] .jm-tools [role=status]")


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def heads(page: Page) -> list[str]:
    return page.locator(".jm-lh:visible .jm-lh__t").all_inner_texts()


def test_a_group_of_lanes_is_hidden_and_shown(browse: Browse, example: Built) -> None:
    page = browse(example.site, viewport=DESK).open(JOURNEY)
    button, lane = chip(page, "Service blueprint"), page.get_by_role("columnheader", name="Support")
    expect(lane).to_be_visible()
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(lane).to_be_hidden()
    expect(page.get_by_role("columnheader", name="Steps")).to_be_visible()
    expect(status(page)).to_have_text("Lanes shown: Experience, Insight, Our own rows")
    assert asked(page) == {"lanes": ["experience,insight,own"]}
    button.click()
    expect(lane).to_be_visible()
    expect(status(page)).to_have_text("Everything is shown")
    assert asked(page) == {}


def test_single_lanes_are_chosen_and_come_back_with_the_address(
    browse: Browse, example: Built
) -> None:
    page = browse(example.site, viewport=DESK).open(JOURNEY)
    chip(page, "Insight").click()
    chip(page, "Our own rows").click()
    chip(page, "Service blueprint").click()
    pick = page.locator("summary", has_text="Single lanes")
    pick.press("Enter")
    chip(page, "Thoughts").click()
    chip(page, "Support").click()
    expect(chip(page, "Experience")).to_have_attribute("aria-pressed", "mixed")
    shown = heads(page)
    assert "Support" in shown
    assert not {"Thoughts", "Backstage", "Pain points"} & set(shown)
    page.keyboard.press("Escape")
    expect(chip(page, "Thoughts")).to_be_hidden()
    expect(pick).to_be_focused()
    page.reload()
    expect(page.get_by_role("columnheader", name="Thoughts")).to_be_hidden()
    assert heads(page) == shown


def test_an_address_that_was_sent_shows_what_the_sender_saw(browse: Browse, example: Built) -> None:
    visit = browse(example.site, viewport=DESK)
    page = visit.open(OF_TWO + "?lanes=experience&channel=human&persona=dylan")
    assert "Metrics" not in heads(page)
    expect(chip(page, "Dylan Morgan")).to_have_attribute("aria-pressed", "true")
    expect(chip(page, "Person to person")).to_have_attribute("aria-pressed", "true")
    expect(status(page)).to_have_text(
        re.compile("^Lanes shown: Experience. Person shown: Dylan Morgan. Steps highlighted for")
    )


def test_the_choice_comes_back_after_instant_navigation(browse: Browse, example: Built) -> None:
    visit = browse(example.site, viewport=DESK)
    page = visit.open(OF_TWO)
    visit.begin_walk()
    chip(page, "Tom Dunne").click()
    page.locator(".jm-sh__a").first.click()
    expect(page.locator("h1")).to_have_text("Have enough")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("Leave us")
    expect(chip(page, "Tom Dunne")).to_have_attribute("aria-pressed", "true")
    assert visit.is_one_walk()


def test_one_channel_is_lit_and_the_rest_steps_back(browse: Browse, example: Built) -> None:
    page = browse(example.site, viewport=DESK).open(JOURNEY)
    of_people = page.locator(".jm-step[data-jm-ch~=human]")
    other = page.locator(".jm-step:not([data-jm-ch~=human])").first
    chip(page, "Person to person").click()
    expect(status(page)).to_have_text(
        f"Steps highlighted for “Person to person”: {of_people.count()}"
    )
    expect(of_people.first.locator(".jm-shape")).to_have_css("opacity", "1")
    expect(other.locator(".jm-shape")).to_have_css("opacity", "0.35")
    chip(page, "Digital").click()
    expect(chip(page, "Person to person")).to_have_attribute("aria-pressed", "false")
    page.locator("summary", has_text="Single channels").click()
    chip(page, "Phone").click()
    expect(page.locator(".jm-step.jm-lit")).to_have_count(
        page.locator(".jm-step[data-jm-ch~=phone]").count()
    )
    assert asked(page) == {"channel": ["phone"]}
    chip(page, "Phone").click()
    expect(page.locator(".jm-aside")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_steps_back_can_still_be_read(browse: Browse, example: Built, scheme: str) -> None:
    page = browse(example.site, viewport=DESK, color_scheme=scheme).open(
        OF_TWO + "?channel=human&persona=tom"
    )
    assert page.locator(".jm-aside").count() > 10
    page.evaluate(AXE)
    assert axe(page, COLOURS) == []


def test_one_person_has_the_lane_alone(browse: Browse, example: Built) -> None:
    page = browse(example.site, viewport=DESK).open(OF_TWO)
    chip(page, "Dylan Morgan").click()
    expect(page.locator(".jm-curve g[data-jm-who=tom]").first).to_be_hidden()
    expect(page.locator(".jm-curve g[data-jm-who=dylan]").first).to_be_visible()
    faces = page.locator(".jm-pt__i:visible")
    assert faces.count() == page.locator('.jm-pt[data-jm-who~="dylan"]').count()
    aside = page.locator('.jm-step[data-jm-who="tom"] .jm-shape').first
    expect(aside).to_have_css("opacity", "0.35")
    chip(page, "Dylan Morgan").click()
    expect(page.locator(".jm-curve g[data-jm-who=tom]").first).to_be_visible()


def test_nothing_moves_while_a_person_or_a_channel_is_chosen(
    browse: Browse, example: Built
) -> None:
    page = browse(example.site, viewport=DESK).open(OF_TWO)
    before = page.locator(".jm-map").bounding_box()
    chip(page, "Digital").click()
    chip(page, "Tom Dunne").click()
    assert page.locator(".jm-map").bounding_box() == before


def test_a_phone_folds_the_blueprint_unless_the_address_asks_for_it(
    browse: Browse, example: Built
) -> None:
    visit = browse(example.site, viewport=PHONE)
    page = visit.open(JOURNEY)
    frontstage = page.locator(".jm-c[data-jm-group=blueprint]").first
    expect(frontstage).to_be_hidden()
    assert asked(page) == {}
    chip(page, "Service blueprint").click()
    expect(frontstage).to_be_visible()
    assert asked(page) == {"lanes": ["experience,insight,blueprint,own"]}
    page.reload()
    expect(frontstage).to_be_visible()


def test_a_map_in_somebodys_page_leaves_the_address_alone(
    browse: Browse, tmp_path: Path, drawings: Path
) -> None:
    view = "```journey\nid: order\nview: map\n```\n"
    ours = {"docs/ours.md": f"# Ours\n\n{view}\n{view}"}
    built = Project(tmp_path, drawings).write(SMALL | ours).configure().build()
    page = browse(built.site, viewport=DESK).open("ours/?channel=human")
    maps = page.locator("[data-jm-map=embedded]")
    expect(maps).to_have_count(2)
    expect(maps.first.locator(".jm-aside")).to_have_count(0)
    maps.first.get_by_role("button", name="Person to person").click()
    expect(maps.first.locator(".jm-step.jm-lit")).to_have_count(1)
    expect(maps.last.locator(".jm-step.jm-lit")).to_have_count(0)
    assert page.url.endswith("ours/?channel=human")


def test_of_five_people_each_can_be_shown_alone(
    browse: Browse, tmp_path: Path, drawings: Path
) -> None:
    crowd = {path: text for path, text in HANDBOOK.items() if "/journeys/" not in path}
    crowd["maps/journeys/crowd.yml"] = MAPS["crowd"]
    built = Project(tmp_path, drawings).write(crowd).configure().build()
    page = browse(built.site, viewport=DESK).open("journeys/crowd/?persona=eli")
    expect(chip(page, "Eli Longname")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".jm-curve g:visible").first).to_have_attribute("data-jm-who", "eli")
