"""No page has a fault that axe-core knows, inside what we draw."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest

from tests.browser.conftest import Browse
from tests.browser.page_types import PAGE_TYPES
from tests.site.project import Built

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

READERS: dict[str, dict[str, Any]] = {
    "desk in light": {"color_scheme": "light", "viewport": {"width": 1440, "height": 900}},
    "desk in dark": {"color_scheme": "dark", "viewport": {"width": 1440, "height": 900}},
    "phone in light": {"color_scheme": "light", "viewport": {"width": 390, "height": 844}},
    "phone in dark": {"color_scheme": "dark", "viewport": {"width": 390, "height": 844}},
}

# Axe takes one to four seconds for a page: every day those with most in them.
EVERY_DAY = {
    "desk in light": ("journey", "stage", "persona", "channel"),
    "phone in dark": ("journey", "opportunities", "home"),
}
LOOKS = [
    pytest.param(
        reader, kind, marks=[] if kind in EVERY_DAY.get(reader, ()) else [pytest.mark.long]
    )
    for reader in READERS
    for kind in PAGE_TYPES
]


@pytest.mark.parametrize(("reader", "kind"), LOOKS)
def test_a_page_has_no_fault_that_axe_knows(
    browse: Browse, example: Built, reader: str, kind: str
) -> None:
    page = browse(example.site, **READERS[reader]).open(PAGE_TYPES[kind])
    page.evaluate(AXE)
    faults = page.evaluate(
        """async tags => {
            const {violations} = await axe.run(
                {include: [[".jm"]]}, {resultTypes: ["violations"], runOnly: tags});
            return violations.flatMap(fault => fault.nodes.map(
                node => `${fault.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`));
        }""",
        TAGS,
    )
    assert faults == []
