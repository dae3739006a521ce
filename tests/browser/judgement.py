"""What is asked of every page, whoever reads it: one visit, many judgements, and pictures of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import axe_playwright_python
from playwright.sync_api import Page

from tests.browser.visit import Visit

Rules = Mapping[str, object]
"""Options of axe-core."""

LOOKS = Path(__file__).parent.parent / "artefacts" / "looks"
"""Pictures of every page for people to look at; nothing compares them."""

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
EVERYTHING: Rules = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # Axe calls it an experiment; who speaks to the computer says what stands on a button.
    "rules": {"label-content-name-mismatch": {"enabled": True}},
}
COLOURS: Rules = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""All that can differ between two schemes of one page."""

WIDTHS = (1920, 1024, 768, 600, 320)
MOST_SHIFT = 0.01
"""Of 1 for a page whose every point moves; a tenth of what browsers still call good."""

A4, A3_ON_ITS_SIDE = (595, 842), (1191, 842)
"""Width and height in points."""

Scheme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A window and the scheme that its reader likes."""

    width: int
    height: int
    scheme: Scheme

    @property
    def called(self) -> str:
        """Give a name for files and messages."""
        return f"{self.width}-{self.scheme}"


DESK, DESK_AT_NIGHT = (Reader(width=1440, height=900, scheme=s) for s in ("light", "dark"))
TABLET = Reader(width=768, height=1024, scheme="light")
PHONE, PHONE_AT_NIGHT = (Reader(width=390, height=844, scheme=s) for s in ("light", "dark"))


def faults_of(visit: Visit, path: str, name: str, *, is_variant: bool = False) -> list[str]:
    """Read a page as everybody does, keep pictures of it, and give what is wrong with it.

    ``name`` is what the pictures are called. Loaded twice, as a desk and as a phone do: what stays
    where it is when a window is resized may still jump while a page loads. A variant, in other
    words or in another direction, has the colours and the paper of the page that it varies.
    """
    file = LOOKS / re.sub(r"[^\w-]+", "-", name)
    page = visit.page
    found: list[str] = []

    def see(reader: Reader, rules: Rules | None, *, is_new: bool = False) -> None:
        page.emulate_media(color_scheme=reader.scheme)
        page.set_viewport_size({"width": reader.width, "height": reader.height})
        if is_new:
            visit.open(path)
            page.evaluate(AXE)
            faults = [*first_sight(page), *moved(page)]
        else:
            faults = []
        picture(page, file.with_name(f"{file.name}-{reader.called}.jpg"))
        faults += [*spilled(page), *(axe(page, rules) if rules else ())]
        found.extend(f"{reader.called}: {fault}" for fault in faults)

    see(DESK, EVERYTHING, is_new=True)
    see(DESK_AT_NIGHT, None if is_variant else COLOURS)
    see(TABLET, None)
    see(PHONE_AT_NIGHT, EVERYTHING, is_new=True)
    see(PHONE, None if is_variant else COLOURS)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found += [f"{width}: {fault}" for fault in spilled(page)]
    if not is_variant:
        found += misprinted(page, file.with_name(f"{file.name}-print.pdf"))
    return found


def first_sight(page: Page) -> Iterator[str]:
    """Say when a reader does not see at once where she is."""
    heading = page.locator("article h1").first.bounding_box()
    window = page.viewport_size
    if not heading or not window or not 0 < heading["y"] < window["height"]:
        yield f"the title of the page is not in sight: {heading}"


def moved(page: Page) -> Iterator[str]:
    """Say how far things moved by themselves, when nobody had touched anything yet."""
    shifts = page.evaluate(
        """async () => {
            await document.fonts.ready;
            const found = [];
            const name = one => one && (one.className?.baseVal ?? one.className ?? one.nodeName);
            new PerformanceObserver(list => list.getEntries().forEach(shift => {
                if (!shift.hadRecentInput) found.push([
                    shift.value, shift.sources.map(source => name(source.node)).join(", ")]);
            })).observe({type: "layout-shift", buffered: true});
            // What a script does late, it does by now; two frames more, and it is drawn.
            await new Promise(resolve => setTimeout(resolve, 100));
            for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
            return found;
        }"""
    )
    if sum(value for value, _ in shifts) > MOST_SHIFT:
        yield f"moved after it was shown: {shifts}"


def spilled(page: Page) -> Iterator[str]:
    """Say when the page as a whole scrolls sideways."""
    reach, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    if reach > window:
        yield f"scrolls sideways to {reach}"


def axe(page: Page, rules: Rules) -> list[str]:
    """Give what axe-core finds, in the theme around our pages too; `AXE` must be in the page."""
    found: list[str] = page.evaluate(
        """async rules => {
            const {violations} = await axe.run(
                document, {resultTypes: ["violations"], iframes: false, preload: false, ...rules});
            return violations.flatMap(fault => fault.nodes.map(
                node => `${fault.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`));
        }""",
        rules,
    )
    return found


def picture(page: Page, file: Path) -> None:
    """Keep a picture of the whole page, with the photographs that wait until they are in sight."""
    page.evaluate(
        """() => Promise.allSettled([...document.images].map(
            one => { one.loading = "eager"; return one.decode(); }))"""
    )
    page.screenshot(path=file, type="jpeg", quality=80, full_page=True, animations="disabled")


def misprinted(page: Page, file: Path) -> Iterator[str]:
    """Keep the page as it is printed; say when the paper is another than A4, or A3 on its side."""
    sheets = papers(page.pdf(path=file, prefer_css_page_size=True, print_background=True))
    if not sheets:
        yield "printed on nothing"
    has_map = page.locator(".jm-map").count() > 0
    wanted = [A3_ON_ITS_SIDE] if has_map else [A4, A3_ON_ITS_SIDE]
    for sheet in sorted(set(sheets)):
        # Chromium rounds millimetres to pixels.
        if not any(abs(sheet[0] - one[0]) + abs(sheet[1] - one[1]) <= 2 for one in wanted):
            yield f"printed on {sheet}"


def papers(pdf: bytes) -> list[tuple[int, int]]:
    """Give width and height of every page of a PDF as Chromium writes it, in whole points."""
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]", pdf)
    return [(round(float(width)), round(float(height))) for width, height in boxes]
