"""The page that `journeys check --format html` writes, as its readers meet it."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest

from mkdocs_journeys.cli.formats import html
from tests.browser.chromium import ARTEFACTS, Browse
from tests.cli.findings import WITH_MANUAL, of_hostile_texts, one_of_each_rule

NAME = "findings.html"
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Findings of every level and hostile texts, on one page."""
    folder = tmp_path_factory.mktemp("findings")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        problems = (*one_of_each_rule()[::4], *of_hostile_texts()[:12])
        (folder / NAME).write_text(html.write(problems, WITH_MANUAL), encoding="utf-8")
    return folder


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_the_page(scheme: str, folder: Path, browse: Browse) -> None:
    visit = browse(folder)
    visit.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    visit.open(NAME)
    visit.page.evaluate(AXE)
    judged = visit.page.evaluate("levels => axe.run(document, {runOnly: levels})", LEVELS)
    assert [(one["id"], len(one["nodes"])) for one in judged["violations"]] == []
    (ARTEFACTS / "looks").mkdir(parents=True, exist_ok=True)
    visit.page.screenshot(path=ARTEFACTS / "looks" / f"findings-{scheme}.jpg", type="jpeg")


def test_the_page_fits_a_phone_and_the_dark(folder: Path, browse: Browse) -> None:
    visit = browse(folder)
    visit.page.set_viewport_size({"width": 320, "height": 640})
    grounds = set()
    for scheme in ("light", "dark"):
        visit.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        visit.open(NAME)
        assert visit.page.evaluate("document.documentElement.scrollWidth") == 320
        grounds.add(visit.page.evaluate("getComputedStyle(document.body).backgroundColor"))
    visit.page.screenshot(path=ARTEFACTS / "looks" / "findings-phone.jpg", type="jpeg")
    assert len(grounds) == 2


def test_nothing_on_the_page_runs_or_asks_for_anything(folder: Path, browse: Browse) -> None:
    visit = browse(folder)
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    visit.open(NAME)
    assert [url.rpartition("/")[2] for url in asked] == [NAME]
    assert visit.page.evaluate("window.__x") is None
    assert visit.page.locator("script, iframe, img, form, [onclick]").count() == 0
