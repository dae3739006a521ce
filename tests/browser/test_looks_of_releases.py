"""The pages of what releases changed, judged as all others are, and worked by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import Browse
from tests.browser.judgement import faults_of, onlooker
from tests.site.preview import PALETTE
from tests.site.project import Project
from tests.site.released import example_with_releases


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with three releases."""
    folder = tmp_path_factory.mktemp("releases") / "book"
    folder.mkdir()
    example_with_releases(folder)
    features = ("navigation.tabs", "navigation.indexes", "navigation.path")
    project = Project(folder, folder.parent / "drawings")
    project.configure(features=features, theme={"palette": PALETTE}, journeys={"engine": "none"})
    return project.build().site


@pytest.mark.long
def test_what_releases_changed_can_be_read_by_everybody(chromium: Browser, site: Path) -> None:
    with onlooker(chromium, site) as visit:
        faults = {
            path: faults_of(visit, path, name)
            for path, name in (
                ("changes/", "releases"),
                ("changes/2026.11/", "release"),
                ("", "home-with-releases"),
                ("stakeholders/home-broadband-cx/", "stakeholder-with-releases"),
            )
        }
    assert not any(faults.values()), faults


@pytest.mark.long
def test_a_link_of_a_journey_or_an_owner_shows_its_changes_alone(
    browse: Browse, site: Path
) -> None:
    visit = browse(site)
    page = visit.open("changes/?owner=regulatory")
    shown = page.locator("[data-jm-item]:visible")
    assert shown.count() == 1
    assert "The switch-off letter" in shown.inner_text()
    assert page.get_by_role("status").filter(has_text="of 8 shown").inner_text() == "1 of 8 shown"
    # A release of which nothing is shown has no heading either.
    assert page.locator("section.jm-rel:visible").count() == 1
