"""Readers who change the version land on the page that they read, whatever it is called there."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.chromium import Browse
from tests.publishing.world import World, ended, start
from tests.site import conftest as sites
from tests.site.project import BEA, HANDBOOK, ORDER, Project

DESK = {"width": 1280, "height": 900}
SPARE = "name: Sam Spare\nrole: Day baker\nsummary: He sleeps at night.\n"
RENAMED = ORDER.replace("title: Order a line", "title: Order a line\nformerly: [order]").replace(
    "- id: buy\n", "- id: pay-for-it\n    formerly: [buy]\n"
)
OLD = HANDBOOK
NEW = {
    **{name: text for name, text in HANDBOOK.items() if name != "maps/journeys/order.yml"},
    "maps/journeys/order-a-line.yml": RENAMED,
    "maps/personas/bea.yml": BEA,
    "maps/personas/sam.yml": SPARE,
}


@pytest.fixture(scope="session")
def renamed(tmp_path_factory: pytest.TempPathFactory, drawings: Path) -> Path:
    """Give what a host serves of two versions, the later one with other names."""

    def make(folder: Path) -> None:
        folder.mkdir()
        clone = World.made(folder).clone("clone")
        for version, maps in (("2026.1", OLD), ("2026.2", NEW)):
            project = Project(folder / version, drawings).write(maps)
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("MIKE_DOCS_VERSION", version)
                patch.setenv("JOURNEYS_CANONICAL", "latest")
                site = project.configure(journeys={"engine": "none"}).build().site
            code, _, told = ended(start(clone, version, "latest", "--site", str(site)))
            assert code == 0, told
        World(folder=folder).clone("published", "--branch=gh-pages")

    return sites.once(tmp_path_factory, "renamed", make) / "published"


def choose(page: Page, version: str) -> None:
    page.locator(".md-version").hover()
    page.locator(".md-version__link", has_text=version).click()


WAYS = (
    ("2026.1/journeys/order/", "2026.2", "2026.2/journeys/order-a-line/"),
    ("2026.1/journeys/order/buy/", "2026.2", "2026.2/journeys/order-a-line/pay-for-it/"),
    ("latest/journeys/order-a-line/pay-for-it/", "2026.1", "2026.1/journeys/order/buy/"),
    ("latest/personas/sam/", "2026.1", "2026.1/personas/"),
    ("2026.1/personas/bea/?x=1#about", "2026.2", "2026.2/personas/bea/?x=1#about"),
    ("2026.1/", "2026.2", "2026.2/"),
)


def test_another_version_opens_at_the_same_page_or_the_nearest_above(
    browse: Browse, renamed: Path
) -> None:
    visit = browse(renamed, viewport=DESK, under="/handbook/")

    def as_published(route: Route) -> None:
        # The sitemap of every version names the addresses of the current one.
        path = route.request.url.removeprefix(visit.address)
        route.fulfill(path=renamed / path, content_type="application/xml")

    visit.page.route("**/sitemap.xml", as_published)
    for here, version, there in WAYS:
        page = visit.open(here)
        choose(page, version)
        page.wait_for_url(visit.address + there)
        expect(page.locator(".md-version__current")).to_have_text(version)


def test_the_banner_of_an_old_version_leads_to_the_page_that_is_read(
    browse: Browse, renamed: Path
) -> None:
    visit = browse(renamed, viewport=DESK)
    page = visit.open("2026.1/journeys/order/buy/")
    page.locator("[data-md-component=outdated]").get_by_role("link").click()
    page.wait_for_url(visit.address + "latest/journeys/order-a-line/pay-for-it/")
    expect(page.locator("[data-md-component=outdated]")).to_be_hidden()


def test_a_version_without_a_sitemap_is_asked_page_by_page(
    browse: Browse, renamed: Path, tmp_path: Path
) -> None:
    """A site without `site_url` has an empty one."""
    visit = browse(renamed, viewport=DESK)
    visit.page.route("**/2026.1/sitemap.xml", lambda route: route.fulfill(body="<urlset></urlset>"))
    page = visit.open("latest/journeys/order-a-line/pay-for-it/")
    choose(page, "2026.1")
    page.wait_for_url(visit.address + "2026.1/journeys/order/buy/")
    visit.expect_complaint("404")
