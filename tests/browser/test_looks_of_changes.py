"""The pages of a preview, judged as all others are."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.judgement import faults_of, onlooker
from tests.site.preview import preview_of
from tests.site.project import Project


def test_what_changed_can_be_read_by_everybody(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    built = preview_of(Project(tmp_path / "book", tmp_path / "drawings"))
    with onlooker(chromium, built.site) as visit:
        faults = {
            path: faults_of(visit, path, name)
            for path, name in (
                ("changes/", "changes"),
                ("changes/journeys/order/", "changed"),
                ("journeys/order/", "journey-that-changed"),
            )
        }
    assert not any(faults.values()), faults
