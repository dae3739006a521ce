"""What `journeys write` gives is built by Zensical without an issue, and is the same handbook."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from tests.browser.chromium import Browse
from tests.cli.in_process import journeys
from tests.hosts.environments import NotInstallable, installed
from tests.site import conftest as sites
from tests.site.conftest import once
from tests.site.link_check import dead_links, faults_of, pages_of
from tests.site.project import AS_OF, ROOT, Built, environment, run_mkdocs

pytestmark = pytest.mark.long

example = sites.example
__all__ = ["example"]

SITE_URL = "https://handbook.northline.example/"


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook of this repository, written for Zensical and built by it."""

    def make(folder: Path) -> None:
        ran = journeys(ROOT, "write", str(folder), "--as-of", AS_OF)
        assert ran.returncode == 0, ran.stderr
        zensical(folder)

    return once(tmp_path_factory, "written", make)


def zensical(folder: Path) -> None:
    """Build strictly; what Zensical finds wrong fails the test."""
    try:
        python = installed("zensical")
    except NotInstallable as reason:
        pytest.skip(f"pip cannot install it: {reason}")
    done = subprocess.run(
        [str(python), "-m", "zensical", "build", "--strict"],
        cwd=folder,
        env=environment(NO_COLOR="1"),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No issues found" in done.stdout + done.stderr


def test_every_address_is_there_and_every_link_leads_somewhere(
    written: Path, example: Built
) -> None:
    site = written / "site"
    assert _html_in(site) == _html_in(example.site)
    pages = pages_of(site)
    assert dead_links(site, pages, SITE_URL) == []
    assert [fault for page in pages for fault in faults_of(page)] == []


def test_our_pages_and_views_are_the_same_to_the_last_attribute(
    written: Path, example: Built
) -> None:
    count = 0
    for name in sorted(_html_in(example.site)):
        ours, theirs = (list(_fragments(site / name)) for site in (example.site, written / "site"))
        assert theirs == ours, name
        count += len(ours)
    assert count > 200


def test_a_search_finds_people_and_no_word_of_a_drawing(written: Path) -> None:
    text = (written / "site/search.json").read_text(encoding="utf-8")
    items = {one["location"]: one["text"] for one in json.loads(text)["items"]}
    assert "Nobody asks about the alarm" in items["personas/edith/"]
    assert not [place for place in items if place.startswith("personas/") and "#" in place]
    assert "viewBox" not in text


def test_mkdocs_without_our_plugin_builds_it_too(written: Path, example: Built) -> None:
    """For whoever goes to a host that takes links in HTML as they stand on the page."""
    other = written.with_name("other")
    ran = journeys(ROOT, "write", str(other), "--as-of", AS_OF, "--for", "other")
    assert ran.returncode == 0, ran.stderr
    done = run_mkdocs(other, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert _html_in(other / "site") == _html_in(example.site)
    assert dead_links(other / "site", pages_of(other / "site"), SITE_URL) == []


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_looks_as_it_should(written: Path, browse: Browse, scheme: str) -> None:
    visit = browse(written / "site", color_scheme=scheme, viewport={"width": 1440, "height": 1000})
    page = visit.open("journeys/switch-to-fibre/")
    colours = page.evaluate(
        """() => {
            const look = query => getComputedStyle(document.querySelector(query));
            return {
                paper: look("body").backgroundColor,
                curve: document.querySelectorAll(".jm svg path").length,
                wide: document.querySelector(".md-main__inner").clientWidth,
                header: document.querySelector(".md-header").clientHeight,
            };
        }"""
    )
    light = sum(int(part) for part in colours["paper"].strip("rgb()").split(",")) / 3
    assert (light > 200) == (scheme == "light")
    assert colours["curve"] > 10
    assert colours["wide"] > 1300
    assert 40 < colours["header"] < 80
    assert page.locator("link[href*='journeys.css']").count() == 1
    box = page.locator(".jm-map").first.bounding_box()
    assert box is not None
    assert box["width"] > 1000
    page.locator(".md-content a[href$='realise/']:visible").first.click()
    page.wait_for_url("**/realise/**")


def _html_in(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def _fragments(path: Path) -> Iterator[list[tuple[object, ...]]]:
    """Give every fragment of ours as its elements, but for marks that only a search reads."""
    tree = html.document_fromstring(path.read_text(encoding="utf-8"))
    for fragment in tree.find_class("jm"):
        yield [
            (
                one.tag,
                sorted(
                    (name, " ".join(value.split()))
                    for name, value in one.attrib.items()
                    if name != "data-search-exclude"
                ),
                " ".join((one.text or "").split()),
                " ".join((one.tail or "").split()) if one is not fragment else "",
            )
            for one in fragment.iter()
            if isinstance(one.tag, str)
        ]
