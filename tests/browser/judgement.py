"""What is asked of every page, whoever reads it: one visit, many judgements, and pictures of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, Route

from tests.browser.accessibility import AXE, colours, structure
from tests.browser.static_host import served
from tests.browser.visit import Visit

LOOKS = Path(__file__).parent.parent / "artefacts" / "looks"
"""Pictures of every page for people to look at; nothing compares them."""

MOST_SHIFT = 0.01
"""Of 1 for a page whose every point moves; a tenth of what browsers still call good."""

A4, A3_ON_ITS_SIDE = (595, 842), (1191, 842)
"""Width and height in points."""

Scheme = Literal["light", "dark"]
PATIENCE = 90_000
"""In milliseconds: a busy machine is no fault of a page."""
COMES_LATER = re.compile(r"/javascripts/bundle\.[^/]*$|\.(?:jpe?g|png|svg|webp)$")
FRAMES = "for (const _ of [1, 2, 3]) await new Promise(requestAnimationFrame);"
"""One to begin, one to be drawn, one to be told of it."""
THEME_CALLS = {"light": "default", "dark": "slate"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A window and the scheme that its reader likes."""

    width: int
    height: int
    scheme: Scheme = "light"

    @property
    def called(self) -> str:
        """Give a name for files and messages."""
        return f"{self.width}-{self.scheme}"


DESK, DESK_AT_NIGHT = (Reader(width=1440, height=900, scheme=s) for s in ("light", "dark"))
TABLET = Reader(width=768, height=1024)
PHONE, PHONE_AT_NIGHT = (Reader(width=390, height=844, scheme=s) for s in ("light", "dark"))
# What is not in sight need not be painted.
WIDE, NARROW, SMALL, SMALLEST = (Reader(width=w, height=200) for w in (1920, 1024, 600, 320))


@contextmanager
def onlooker(chromium: Browser, site: Path, *, policy: str = "") -> Iterator[Visit]:
    """Give one visit for many pages of a site, each opened as if it were the first.

    `policy` is what the host sends as its Content-Security-Policy.
    """
    with served(site, policy=policy) as address, chromium.new_context() as context:
        # The theme keeps which scheme was seen last.
        context.add_init_script("localStorage.clear(); sessionStorage.clear()")
        context.set_default_timeout(PATIENCE)
        yield Visit(context, address)


def faults_of(visit: Visit, path: str, name: str, *, is_variant: bool = False) -> list[str]:
    """Read a page as everybody does, keep pictures of it, and give what is wrong with it.

    ``name`` is what the pictures are called. Loaded twice, by a phone and by a desk: what stays
    where it is when a window is resized may still jump while a page loads. All else is asked of
    the page of the desk, while its window shrinks. A variant, in other words or in another
    direction, has the scripts, the colours and the paper of the page that it varies.
    """
    file = LOOKS / re.sub(r"[^\w-]+", "-", name)
    page = visit.page
    found: list[str] = []

    def note(reader: Reader, *judgements: Iterable[str]) -> None:
        found.extend(f"{reader.called}: {fault}" for faults in judgements for fault in faults)

    def keep(reader: Reader) -> None:
        picture(page, file.with_name(f"{file.name}-{reader.called}.jpg"))

    complaints = len(visit.complaints())
    if not is_variant:
        arrive(visit, path, PHONE)
        note(PHONE, first_sight(page), moved(page))
    arrive(visit, path, DESK)
    page.evaluate(AXE)
    # Axe takes its time; what a script does late moves meanwhile.
    note(DESK, first_sight(page), structure(page), moved(page), spilled(page))
    keep(DESK)
    if not is_variant:
        note(DESK, colours(page))
    for reader in (WIDE, NARROW, TABLET, SMALL, PHONE, SMALLEST):
        become(page, reader)
        note(reader, spilled(page))
        if reader in (TABLET, PHONE):
            keep(reader)
        if reader is PHONE:
            note(PHONE, structure(page), () if is_variant else colours(page))
    if not is_variant:
        note(DESK, misprinted(page, file.with_name(f"{file.name}-print.pdf")))
        for reader in (PHONE_AT_NIGHT, DESK_AT_NIGHT):
            become(page, reader)
            note(reader, colours(page))
        keep(DESK_AT_NIGHT)
    return found + list(visit.complaints()[complaints:])


def arrive(visit: Visit, path: str, reader: Reader) -> None:
    """Open a page on a slow line: its words first, scripts and pictures when the words are drawn.

    So it is the same on every machine what moves when these come. A busy one draws a table before
    its last rows are read, and the columns move by that alone: not counted.
    """
    page = visit.page
    held: list[Route] = []
    is_drawn = False

    def come_later(route: Route) -> None:
        if is_drawn:
            route.continue_()
        else:
            held.append(route)

    look_with(page, reader)
    page.route(COMES_LATER, come_later)
    # The theme writes this behind all words and before all scripts. It is taken out of the page
    # before, which may still answer when the next one is on its way.
    end_of_words = page.locator("#__config")
    page.evaluate("document.getElementById('__config')?.remove()")
    page.goto(visit.address + path, wait_until="commit")
    end_of_words.wait_for(state="attached")
    page.evaluate(f"async () => {{ {FRAMES} window.wordsDrawn = performance.now(); }}")
    is_drawn = True
    for route in held:
        route.continue_()
    page.wait_for_load_state()
    page.unroute(COMES_LATER)
    settle(page, reader)


def become(page: Page, reader: Reader) -> None:
    """Give an open page another reader."""
    look_with(page, reader)
    settle(page, reader)


def look_with(page: Page, reader: Reader) -> None:
    """Give the page the window and the scheme of a reader."""
    page.emulate_media(color_scheme=reader.scheme)
    page.set_viewport_size({"width": reader.width, "height": reader.height})


def settle(page: Page, reader: Reader) -> None:
    """Wait until letters, scheme and window are there, and let nothing be on its way.

    Asks for what has to be, and for no time: a colour half-way between two schemes has no contrast,
    and a busy machine takes as long as it takes.
    """
    scheme = THEME_CALLS[reader.scheme]
    wait_until(
        page,
        f"""document.body.dataset.mdColorScheme === '{scheme}'
            && window.innerWidth === {reader.width} && document.fonts.status === 'loaded'""",
        f"""const still = new CSSStyleSheet();
        still.replaceSync("*, ::before, ::after {{ transition: none !important }}");
        if (!document.adoptedStyleSheets.length) document.adoptedStyleSheets = [still];
        await scheduler.postTask(() => {{}}, {{priority: "background"}});
        {FRAMES}""",
    )


def wait_until(page: Page, condition: str, then: str) -> None:
    """Wait for a condition and then do more: Playwright's own waiting needs a laxer policy."""
    page.evaluate(
        f"""async () => {{
            const end = performance.now() + {PATIENCE};
            while (!({condition})) {{
                if (performance.now() > end) throw new Error(`never came: {condition}`);
                await new Promise(requestAnimationFrame);
            }}
            {then}
        }}"""
    )


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
            const found = [];
            const name = one => one && (one.className?.baseVal ?? one.className ?? one.nodeName);
            new PerformanceObserver(list => list.getEntries().forEach(shift => {
                if (shift.startTime > window.wordsDrawn && !shift.hadRecentInput) found.push([
                    shift.value, shift.sources.map(source => name(source.node)).join(", ")]);
            })).observe({type: "layout-shift", buffered: true});
            // The observer is told of what was before in a task of its own.
            FRAMES
            return found;
        }""".replace("FRAMES", FRAMES)
    )
    if sum(value for value, _ in shifts) > MOST_SHIFT:
        yield f"moved after it was shown: {shifts}"


def spilled(page: Page) -> Iterator[str]:
    """Say when the page as a whole scrolls sideways."""
    reach, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    if reach > window:
        yield f"scrolls sideways to {reach}"


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
