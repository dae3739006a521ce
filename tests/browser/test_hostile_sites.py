"""A whole handbook of one hostile text, built by the host: opened, clicked and searched."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Dialog, Page

from tests.browser.chromium import Browse
from tests.browser.content_policy import policy_of
from tests.browser.test_search import search
from tests.browser.visit import Visit
from tests.hostile.texts import TEXTS, handbook_of
from tests.properties.values import HARMLESS
from tests.site.conftest import once
from tests.site.project import ROOT, Built, Project

FEATURES = tuple(yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["theme"]["features"])
"""Those of our own handbook: previews, tips and suggestions bring words into a page, too."""
DAILY = ("html6", "html14", "text0")
"""The end of an attribute, an element that a page obeys at once, and letters from right to left."""
PAGES = ("journeys/journey-1/", "personas/persona-1/", "pain-points/", "roadmap/")
"""Pages with every sort of script and drawing."""
WHOLE = ("html4", "md4", "dot6")
"""The end of a script, of an attribute and of a name in DOT: every page is opened."""
OWN = ("journeys/journey-1/", "journeys/journey-1/e13/", "personas/persona-1/")
"""Pages that are called like their thing."""

PRESS = """() => {
  const all = [...document.querySelectorAll("*")];
  const tell = (one, name) =>
    one.dispatchEvent(new MouseEvent(name, {bubbles: true, cancelable: true}));
  for (const name of ["mouseover", "mouseenter", "focus", "mouseout"])
    all.forEach(one => tell(one, name));
  const pressed = all.filter(one => one.matches(
    "button, summary, label, input, [role=button], [role=tab], [tabindex]:not(a), a[href^='#']"
  ) && !one.closest("[data-md-component=search]"));
  pressed.forEach(one => tell(one, "click"));
  return pressed.length;
}"""
"""Passes over everything and presses all that does something on its page."""


def built(folder: Path, drawings: Path, text: str) -> Built:
    """Build the handbook in which every field of every kind is this text."""
    handbook_of(text).lay(folder / "maps")
    return Project(folder, drawings).configure(features=FEATURES).build()


@pytest.fixture(scope="session")
def plain_policy(tmp_path_factory: pytest.TempPathFactory, drawings: Path) -> str:
    """The policy for such a handbook of plain words, as the script in the manual makes it.

    One made from a hostile site would allow a script that a text had brought into it.
    """

    def make(folder: Path) -> None:
        folder.mkdir()
        built(folder, drawings, HARMLESS)

    return policy_of(once(tmp_path_factory, "plain-words", make) / "site")


def shown(text: str) -> str:
    """Give a text as a line of a page: cut as titles are, with single blanks."""
    return " ".join(text[:200].split())


def all_pages(site: Path) -> list[str]:
    """Give every page by its path, but for those that only lead on from an old address."""
    pages = (page for page in site.rglob("index.html") if "jm-" in page.read_text("utf-8"))
    folders = (page.parent.relative_to(site).as_posix() for page in pages)
    return sorted("" if folder == "." else f"{folder}/" for folder in folders)


def words_in(page: Page, selector: str) -> list[str]:
    return [" ".join(one.split()) for one in page.locator(selector).all_text_contents()]


def heard_dialogs(visit: Visit) -> list[str]:
    heard: list[str] = []

    def hear(dialog: Dialog) -> None:
        heard.append(dialog.message)
        dialog.dismiss()

    visit.page.on("dialog", hear)
    return heard


def assert_nothing_ran(page: Page, where: str) -> None:
    assert page.evaluate("typeof window.__x") == "undefined", where
    brought = page.locator("main :is(iframe, object, embed), .jm :is(script, form)")
    assert brought.count() == 0, where


def assert_calm(visit: Visit, path: str, text: str) -> None:
    """Open a page, press everything in it, and see that the reader is where she was."""
    page = visit.open(path)
    assert page.evaluate(PRESS) > 10
    assert_nothing_ran(page, path)
    assert page.url.partition("?")[0].partition("#")[0] == visit.address + path
    if path in OWN:
        assert shown(text) in " ".join(page.title().split())
        assert shown(text) in words_in(page, "h1")[0]
        assert any(shown(text) in part for part in words_in(page, ".md-nav--primary"))


def assert_found(visit: Visit, text: str, *, by: bool) -> None:
    """Type the beginning into the search; nothing runs, and words of people are found ``by`` it."""
    page = visit.open()
    typed = text[:12]
    if typed.startswith("-"):
        # A minus is a sign of the search, and the theme tells of one that says nothing.
        visit.expect_complaint("Invalid query")
        visit.expect_complaint("QueryParseError")
    count = search(page, typed).count()
    assert_nothing_ran(page, f"searching for {typed}")
    assert page.locator(".md-search-result :is(script, img, iframe, form, [onload])").count() == 0
    if by:
        assert count
        assert shown(text) in words_in(page, ".md-search-result__article h1")


def titles_in_index(site: Path) -> Iterator[str]:
    index: dict[str, Any] = json.loads((site / "search/search_index.json").read_text("utf-8"))
    for entry in index["docs"]:
        if entry["location"] in OWN:
            assert "<" not in entry["title"]
            yield " ".join(unescape(entry["title"]).split())


@pytest.mark.parametrize(
    "name",
    [name if name in DAILY else pytest.param(name, marks=pytest.mark.long) for name in TEXTS],
)
def test_a_handbook_of_one_text_says_it_everywhere_and_does_nothing(
    name: str, browse: Browse, tmp_path: Path, drawings: Path, plain_policy: str
) -> None:
    text = TEXTS[name]
    site = built(tmp_path, drawings, text).site
    assert set(titles_in_index(site)) == {shown(text)}
    visit = browse(site, policy=plain_policy, viewport={"width": 1280, "height": 900})
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    dialogs = heard_dialogs(visit)
    for path in all_pages(site) if name in WHOLE else PAGES:
        assert_calm(visit, path, text)
    assert_found(visit, text, by=name.startswith("text"))
    assert dialogs == []
