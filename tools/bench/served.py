"""How long an edit takes from the author's save to the reader's page, in a real browser."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from tools.bench.cost import AS_INSTALLED, Failed
from tools.machine import find_chromium

EDITS = 5
PATIENCE = 120.0
"""So many seconds somebody waits before it is no answer any more."""

_SETTLES = 2.5
"""So many seconds after a page was shown its browser listens for the next edit."""


def seconds_to_the_page(site: Path) -> tuple[float, float]:
    """Give the seconds from save to DOM while ``site`` is served: medians of five edits each.

    The first is for a journey's title in its own page; the second for a persona's name in the page
    of a journey, which another file tells of. By the clock, since that is what the author waits.
    Raises Failed where there is no browser, or nothing is ever shown.
    """
    browser_at = find_chromium()
    if browser_at is None:
        raise Failed("The row for serve needs Chromium: install chromium first.")
    journey = sorted((site / "maps" / "journeys").iterdir())[5]
    words = journey.read_text(encoding="utf-8")
    mentioned = re.search(r"personas: \[([\w-]+)", words)
    assert mentioned, "each made-up journey names a persona"
    persona = site / "maps" / "personas" / f"{mentioned[1]}.yml"
    with _served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_at, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{address}journeys/{journey.stem}/", timeout=PATIENCE * 1000)
        own = _edited(page, journey, "title")
        other = _edited(page, persona, "name")
        browser.close()
    return own, other


def _edited(page: Page, file: Path, key: str) -> float:
    before = file.read_text(encoding="utf-8")
    took = []
    for number in range(EDITS):
        time.sleep(_SETTLES)
        said = f"Said anew, time {number}"
        started = time.monotonic()
        file.write_text(re.sub(rf"^{key}: .*", f"{key}: {said}", before, count=1, flags=re.M))
        page.wait_for_function(
            f"document.body.textContent.includes('{said}')", timeout=PATIENCE * 1000, polling=20
        )
        took.append(time.monotonic() - started)
    file.write_text(before, encoding="utf-8")
    return median(took)


@contextmanager
def _served(site: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = site / "serve.log"
    journeys = Path(sys.executable).with_name("journeys")
    with log.open("w") as said:
        process = subprocess.Popen(
            [journeys, "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=site,
            env={**os.environ, **AS_INSTALLED, "NO_MKDOCS_2_WARNING": "1"},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        try:
            end = time.monotonic() + PATIENCE
            while "Serving on" not in log.read_text(encoding="utf-8", errors="replace"):
                if process.poll() is not None or time.monotonic() > end:
                    raise Failed(f"journeys serve did not begin:\n{log.read_text()[-2000:]}")
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait(30)
