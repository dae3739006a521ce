"""Pages whose every text is an attack, in a real browser: nothing happens."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Dialog

from mkdocs_journeys.palette import OURS
from mkdocs_journeys.render.links import ASSETS
from mkdocs_journeys.render.stylesheet import script, stylesheet
from tests.browser.chromium import Browse
from tests.hostile.texts import TEXTS, handbook_of
from tests.properties.draft import lay_file
from tests.properties.values import DOT, PICTURE
from tests.properties.written import write_all

HEAD = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Texts</title>'
    "<link rel=icon href='data:,'>"
    f'<link rel="stylesheet" href="{ASSETS}/journeys.css">'
    f'<script src="{ASSETS}/journeys.js" defer></script>'
)


def test_no_text_of_a_map_runs_or_asks_for_anything(browse: Browse, tmp_path: Path) -> None:
    site = tmp_path / "site"
    lay_file(site / ASSETS / "journeys.css", stylesheet(OURS).encode())
    lay_file(site / ASSETS / "journeys.js", script().encode())
    lay_file(site / ASSETS / "maps" / PICTURE, DOT)
    for name, text in TEXTS.items():
        written = write_all(handbook_of(text).lay(tmp_path / name / "maps"))
        lay_file(site / f"{name}.html", (HEAD + "".join(written.pages.values())).encode())

    visit = browse(site)
    dialogs: list[str] = []

    def hear(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    visit.page.on("dialog", hear)
    for name in TEXTS:
        page = visit.open(f"{name}.html")
        page.mouse.move(300, 300)
        assert page.evaluate("typeof window.__x") == "undefined", name
        assert page.locator("main script, .jm script, .jm iframe, .jm form").count() == 0
        assert page.url.endswith(f"/{name}.html")
    assert not dialogs
