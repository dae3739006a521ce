"""The judgement over pages finds what is wrong; of a page without faults it says nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import judgement
from tests.browser.judgement import faults_of, onlooker

QUIET = """\
<!doctype html><html lang=en><title>Order</title><link rel=icon href="data:,">
<meta name=viewport content="width=device-width">
<style>
  @page {{ size: A4 }}
  [data-md-color-scheme=slate] {{ background: #111; color: #eee }}
  {style}
</style>
<body data-md-color-scheme=default>
<main><article><h1>Order a line</h1>{article}<p>And more.</p></article></main>
<script id=__config type="application/json">{{}}</script>
<script>
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => document.body.dataset.mdColorScheme = dark.matches ? "slate" : "default";
  dark.addEventListener("change", paint);
  paint();
</script>
<script src=javascripts/bundle.1.js></script>
"""
NOT_AT_NIGHT = "[data-md-color-scheme=slate] .pale { color: #333 }"
NOT_ON_A_PHONE = "@media (max-width: 500px) { .pale { color: #ddd } }"
SLOWLY = "body { transition: color 1s, background 1s }"

Judge = Callable[..., list[str]]


@pytest.fixture
def judge(chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Judge:
    """Judge a page with a style, something in its article and a script that comes late."""
    monkeypatch.setattr(judgement, "LOOKS", tmp_path / "looks")

    def judged(
        *, style: str = "", article: str = "", script: str = "", policy: str = ""
    ) -> list[str]:
        site = tmp_path / "site"
        (site / "javascripts").mkdir(parents=True)
        (site / "javascripts" / "bundle.1.js").write_text(script, encoding="utf-8")
        page = QUIET.format(style=style, article=article)
        (site / "index.html").write_text(page, encoding="utf-8")
        with onlooker(chromium, site, policy=policy) as visit:
            return faults_of(visit, "", "page")

    return judged


def test_a_page_without_faults_is_left_in_peace_and_photographed(
    judge: Judge, tmp_path: Path
) -> None:
    assert judge(article="<p>Words.</p>") == []
    assert sorted(file.name for file in (tmp_path / "looks").iterdir()) == [
        "page-1440-dark.jpg",
        "page-1440-light.jpg",
        "page-390-light.jpg",
        "page-768-light.jpg",
        "page-print.pdf",
    ]


@pytest.mark.parametrize(
    ("style", "readers"),
    [
        (".pale { color: #ddd }", {"1440-light"}),
        (NOT_AT_NIGHT, {"390-dark"}),
        (NOT_ON_A_PHONE, {"390-light"}),
    ],
)
def test_words_too_pale_are_found_in_whichever_scheme_and_window(
    judge: Judge, style: str, readers: set[str]
) -> None:
    faults = judge(style=style, article="<p class=pale>Hard to read.</p>")
    assert all("color-contrast" in fault and "Hard to read" in fault for fault in faults)
    assert {fault.partition(":")[0] for fault in faults} >= readers


def test_colours_on_their_way_from_one_scheme_to_the_other_are_not_judged(judge: Judge) -> None:
    assert judge(style=SLOWLY, article="<p>Words.</p>") == []


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ({"article": "<img src='data:,'>"}, "image-alt"),
        ({"article": "<p style='width: 700px'>Wide.</p>"}, "390-light: scrolls sideways to 7"),
        ({"style": "@page { size: A5 }"}, "printed on (420, 595)"),
        ({"style": "h1 { margin-top: 2000px }"}, "the title of the page is not in sight"),
        (
            {
                "article": "<div id=late></div>" + "<p>Words.</p>" * 20,
                "script": "document.getElementById('late').style.height = '300px'",
            },
            "moved after it was shown",
        ),
        ({"script": "console.error('oh no')"}, "console error: oh no"),
        (
            {"article": "<img src='a.png' alt=''>", "policy": "img-src data:"},
            "Content Security Policy",
        ),
    ],
)
def test_a_fault_is_found(judge: Judge, page: dict[str, str], fault: str) -> None:
    faults = judge(**page)
    assert any(fault in found for found in faults), faults
