"""A map on paper: one A3 sheet with the head of its page."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.browser.chromium import Browse
from tests.site.project import Built

STANDARD = (
    *("steps", "emotion", "moments-of-truth", "thoughts", "pain-points", "opportunities"),
    *("metrics", "frontstage", "backstage", "support"),
)
MILLIMETRES = 25.4 / 72


@pytest.mark.parametrize("id_", ["switch-to-fibre", "switch-to-fibre-future", "leave-us"])
def test_head_and_map_stand_on_the_first_sheet(browse: Browse, example: Built, id_: str) -> None:
    page = browse(example.site).open(f"journeys/{id_}/?lanes={','.join(STANDARD)}")
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    first, second = (" ".join(sheet.extract_text().split()) for sheet in sheets[:2])
    assert round(float(sheets[0].mediabox.width) * MILLIMETRES) == 420
    assert round(float(sheets[0].mediabox.height) * MILLIMETRES) == 297
    titles = page.locator(".jm-lh:not([hidden]) .jm-lh__t").all_text_contents()
    assert {"Steps", "Emotion", "Thoughts"} <= set(titles)
    assert [title for title in titles if title not in first] == []
    assert second.startswith("Flow")


def test_the_sheet_is_filled_from_side_to_side(browse: Browse, example: Built) -> None:
    """A wide table further down made Chromium shrink every sheet."""
    page = browse(example.site, viewport={"width": 1519, "height": 1054}).open(
        "journeys/switch-to-fibre/"
    )
    page.emulate_media(media="print")
    assert page.locator(".jm-map").evaluate("map => map.offsetWidth") == pytest.approx(1519, abs=4)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1519
