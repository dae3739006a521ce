"""Maps that try our patience look right: nothing is cut, nothing lies on anything else."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import Browse
from tests.browser.extreme_maps import HANDBOOK, MAPS
from tests.site import conftest as sites
from tests.site.project import Built, Project

# Downwards: on the way up the drawer of the theme slides away for a moment.
WIDTHS = (1440, 768, 390, 320)

# What a reader would see as a fault, in words; measured as boxes, to the pixel.
FAULTS = """() => {
  const faults = [];
  const box = one => one.getBoundingClientRect();
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const isSeen = one => one.checkVisibility({visibilityProperty: true})
    && getComputedStyle(one).clipPath === "none";
  const inside = (a, b) => a.left >= b.left - 1 && a.right <= b.right + 1
    && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
  document.querySelectorAll("td.jm-form-emotion").forEach(cell => {
    const words = [...cell.querySelectorAll(".jm-pt__w")].filter(isSeen);
    const faces = [...cell.querySelectorAll(".jm-pt__i")].filter(isSeen);
    words.forEach((word, place) => {
      const text = word.textContent, at = box(word);
      if (!inside(at, box(cell))) faults.push(`“${text}” leaves its stage`);
      words.slice(place + 1).filter(other => meet(at, box(other))).forEach(other =>
        faults.push(`“${text}” lies on “${other.textContent}”`));
      faces.filter(face => meet(at, box(face))).forEach(() =>
        faults.push(`“${text}” lies on a face`));
    });
    if (cell.querySelector(".jm-crowd")) return;
    faces.forEach((face, place) => faces.slice(place + 1)
      .filter(other => meet(box(face), box(other)))
      .forEach(() => faults.push("a face lies on a face")));
  });
  document.querySelectorAll(".jm-map tbody :is(td, th)").forEach(cell => {
    const room = box(cell), texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    if (!cell.checkVisibility()) return;
    while (texts.nextNode()) {
      const text = texts.currentNode, range = document.createRange();
      if (text.parentElement.closest(".jm-sr, .jm-pt__w")) continue;
      range.selectNodeContents(text);
      if ([...range.getClientRects()].some(line => line.width
          && (line.left < room.left - 1 || line.right > room.right + 1)))
        faults.push(`“${text.data}” is cut by its cell`);
    }
  });
  const reach = document.documentElement.scrollWidth;
  if (reach > innerWidth) faults.push(`the page scrolls sideways to ${reach}`);
  return faults;
}"""


@pytest.fixture(scope="session")
def extremes(tmp_path_factory: pytest.TempPathFactory, drawings: Path) -> Built:
    def make(folder: Path) -> None:
        folder.mkdir()
        Project(folder, drawings).write(HANDBOOK).configure().build()

    return Built(site=sites.once(tmp_path_factory, "extremes", make) / "site", log=())


def faults(page: Page) -> dict[int, list[str]]:
    """Give what is wrong at each width."""
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found[width] = page.evaluate(FAULTS)
    return {width: what for width, what in found.items() if what}


@pytest.mark.parametrize("id_", MAPS)
def test_an_extreme_map_is_whole_at_every_width(browse: Browse, extremes: Built, id_: str) -> None:
    assert faults(browse(extremes.site).open(f"journeys/{id_}/")) == {}


@pytest.mark.parametrize("id_", ["switch-to-fibre", "leave-us", "switch-to-fibre-future"])
def test_a_map_of_the_example_is_whole_at_every_width(
    browse: Browse, example: Built, id_: str
) -> None:
    """The label of a second person lay on the face of the first."""
    assert faults(browse(example.site).open(f"journeys/{id_}/")) == {}


@pytest.mark.parametrize("who", ["ada", "eli"])
def test_words_that_come_with_a_single_person_lie_on_nothing(
    browse: Browse, extremes: Built, who: str
) -> None:
    page = browse(extremes.site).open(f"journeys/crowd/?persona={who}")
    expect(page.locator(".jm-solo:visible").first).to_be_attached()
    assert faults(page) == {}


def test_every_feeling_is_told_in_full_however_little_room_there_is(
    browse: Browse, extremes: Built
) -> None:
    page = browse(extremes.site).open("journeys/crowd/")
    points = page.locator(".jm-pt > .jm-sr")
    told = points.all_text_contents()
    assert len(told) == page.locator(".jm-pt").count() > 250
    assert all(" longname: " in one.lower() or one.startswith("Step ") for one in told)


@pytest.mark.parametrize(("id_", "width"), [("bare", 1440), ("twelve", 1440), ("crowd", 768)])
def test_heads_of_stages_and_lanes_hold_while_the_map_scrolls(
    browse: Browse, extremes: Built, id_: str, width: int
) -> None:
    page = browse(extremes.site, viewport={"width": width, "height": 600}).open(f"journeys/{id_}/")
    frame = page.locator(".jm-map")
    frame.scroll_into_view_if_needed()
    frame.evaluate("map => { map.scrollLeft = 300; map.scrollTop = 200; }")
    frame.evaluate("map => window.scrollBy(0, map.getBoundingClientRect().top - 60)")
    lane = page.locator(".jm-lh").first.bounding_box()
    corner = page.locator(".jm-corner").bounding_box()
    around = frame.bounding_box()
    assert lane is not None
    assert corner is not None
    assert around is not None
    assert lane["x"] == pytest.approx(around["x"], abs=2)
    assert corner["y"] >= min(around["y"], 40)
    expect(page.locator(".jm-sh").first).to_be_in_viewport(ratio=0.01)
