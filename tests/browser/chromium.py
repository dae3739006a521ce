"""The one Chromium of a test run, and what visits a folder with it.

For all rooms of tests: two of them in one process would be one too many for Playwright.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.static_host import served
from tests.browser.visit import Visit
from tools.machine import CHROMIUM_NAMES, find_chromium

ARTEFACTS = Path(__file__).parent.parent / "artefacts"

FLAGS = (
    # Root has no sandbox in Chromium, and the pages are our own.
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    # Chromium calls home by itself without these.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A page that asks for another host is told at once that there is none.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)

report_of_test = pytest.StashKey[pytest.TestReport]()

Browse = Callable[..., Visit]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep how the test itself ended, for the picture that `browse` takes of a failure."""
    report = yield
    if report.when == "call":
        item.stash[report_of_test] = report
    return report


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    executable = find_chromium()
    if executable is None:
        pytest.fail(
            f"No Chromium: none of {', '.join(CHROMIUM_NAMES)} is installed and JOURNEYS_CHROMIUM "
            "names none. `make test` installs or asks for it.",
            pytrace=False,
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def browse(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Browse]:
    """Visit a folder as a site: `browse(folder)`, `browse(folder, under="/handbook/")`.

    `policy="default-src 'self'"` is what the host sends as its Content-Security-Policy.
    Further words go to Playwright's new_context: `color_scheme="dark"`, `viewport=…`,
    `java_script_enabled=False`. At the end of the test every complaint of every visit fails it.
    """
    visits: list[Visit] = []
    with ExitStack() as open_things:

        def visit(
            folder: Path, *, under: str = "/", policy: str = "", **browser_settings: Any
        ) -> Visit:
            address = open_things.enter_context(served(folder, under=under, policy=policy))
            context = chromium.new_context(**browser_settings)
            open_things.callback(context.close)
            has_script = browser_settings.get("java_script_enabled", True)
            visits.append(Visit(context, address, has_script=has_script))
            return visits[-1]

        yield visit

        report = request.node.stash.get(report_of_test, None)
        if report is not None and report.failed:
            picture(visits, request.node.nodeid)
        complaints = [complaint for visit in visits for complaint in visit.complaints()]
    assert not complaints, "The browser complained:\n" + "\n".join(complaints)


def picture(visits: list[Visit], name: str) -> None:
    """Keep what the reader saw when the test failed, in tests/artefacts/."""
    ARTEFACTS.mkdir(exist_ok=True)
    for number, visit in enumerate(visits, start=1):
        file = re.sub(r"[^\w.-]+", "_", name) + f".{number}.png"
        visit.page.screenshot(path=ARTEFACTS / file, full_page=True)
