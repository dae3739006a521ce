"""Takes the pictures of the README anew: `.venv/bin/python -m tools.picture`.

Builds the handbook into a folder of its own and photographs it with the Chromium of the tests.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from tools.machine import ROOT, CannotGoOn, find_chromium

SCALE = 2 / 3
"""Pixels of the picture for one of the page: pages of READMEs show pictures smaller than this."""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing of it."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def build(project: Path, site: Path) -> None:
    """Build the site of a project."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    subprocess.run(command, cwd=project, check=True)


def photograph(site: Path, address: str, picture: Path, *, width: int, height: int) -> None:
    """Photograph the top of a page in light colours, in a window as wide and high as said."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    chromium = find_chromium()
    if chromium is None:
        raise CannotGoOn("There is no Chromium; `make test` installs it or says how.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page: Page = browser.new_page(
            viewport={"width": width, "height": height},
            color_scheme="light",
            device_scale_factor=SCALE,
        )
        page.goto(f"http://127.0.0.1:{server.server_port}/{address}", wait_until="networkidle")
        page.screenshot(path=picture)
        browser.close()
    server.shutdown()
    print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size // 1024} KiB")


def first_map(project: Path) -> None:
    """Write the small site of the README: one map, and the theme in light colours."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    text = readme.partition("```yaml\n# maps/journeys/first-order.yml\n")[2].partition("```")[0]
    (project / "docs").mkdir()
    (project / "maps" / "journeys").mkdir(parents=True)
    (project / "maps" / "journeys" / "first-order.yml").write_text(text, encoding="utf-8")
    (project / "mkdocs.yml").write_text(
        "site_name: Our customers\ntheme: {name: material, font: false}\n"
        "plugins: [search, journeys]\n",
        encoding="utf-8",
    )


def main() -> None:
    """Take both pictures."""
    pictures = ROOT / "docs" / "assets"
    pictures.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        site, small = Path(folder, "site"), Path(folder, "small")
        build(ROOT, site)
        photograph(
            site,
            "journeys/switch-to-fibre/",
            pictures / "journey-page.png",
            width=1440,
            height=1440,
        )
        small.mkdir()
        first_map(small)
        build(small, small / "site")
        photograph(
            small / "site",
            "journeys/first-order/",
            pictures / "first-order.png",
            width=1440,
            height=1120,
        )


if __name__ == "__main__":
    main()
