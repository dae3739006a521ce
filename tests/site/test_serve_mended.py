"""What goes wrong while the handbook is served: nobody waits for ever, and a mend is seen."""

from __future__ import annotations

import os
import random
import signal
import sys
import threading
from pathlib import Path

import pytest

from mkdocs_journeys.mkdocs_serve import NOTICE
from tests.site.project import BEA, ORDER, Project
from tests.site.serving import JOURNEYS, PATIENCE, Served, serve

TORN = 200
PAGES = ("", "personas/bea/", "journeys/order/", "journeys/order/ask/", "journeys/")


def test_a_build_that_fails_leaves_the_last_site_with_a_notice_until_it_is_mended(
    handbook: Project,
) -> None:
    settings = handbook.folder / "mkdocs.yml"
    good = settings.read_text(encoding="utf-8")
    page = handbook.write({"docs/about.md": "# About\n"}).folder / "docs" / "about.md"
    with serve(handbook.folder, by=JOURNEYS) as server:
        with server.rebuilt():
            settings.write_text(f"{good}nav: 7\n", encoding="utf-8")
        assert NOTICE in server.get("personas/bea/")[1], "a page that was never asked for before"
        assert NOTICE in server.get("about/")[1]
        with server.rebuilt():
            settings.write_text(good, encoding="utf-8")
        assert NOTICE not in server.get("personas/bea/")[1]
        with server.rebuilt():
            page.write_bytes(b"# \xff\xfe\n")
        assert NOTICE in server.get("about/")[1]
        assert "<h1" in server.get("about/")[1]
        with server.rebuilt():
            page.write_text("# Mended\n", encoding="utf-8")
        assert "Mended" in server.get("about/")[1]
        assert NOTICE not in server.get("about/")[1]
        assert server.get("nowhere/")[0] == 404
        assert server.get("personas/bea")[0] == 200, "led to the folder"
        assert "<svg" in server.get("assets/journeys/pictures/journey.order.flow.svg")[1]
        assert "Traceback" not in server.log


@pytest.mark.long
def test_a_template_of_your_own_that_fails_is_told_on_its_page_and_the_others_go_on(
    handbook: Project,
) -> None:
    name = "looks/persona.html.jinja"
    handbook.write({name: "{{ nonsense.of.mine }}"}).configure(journeys={"templates": "looks"})
    with serve(handbook.folder, by=JOURNEYS) as server:
        status, page = server.get("personas/bea/")
        assert (status, "persona.html.jinja:1" in page) == (500, True)
        assert server.get("journeys/order/")[0] == 200
        with server.rebuilt():
            handbook.write({name: "<p>mended</p>"})
        assert "<p>mended</p>" in server.get("personas/bea/")[1]


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="There are no such signals here.")
def test_it_ends_when_it_is_asked_to_and_so_does_the_host(handbook: Project) -> None:
    with serve(handbook.folder, by=JOURNEYS) as server:
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(timeout=PATIENCE) == 128 + signal.SIGTERM
        with pytest.raises(OSError, match="refused"):
            server.get("")


@pytest.mark.long
def test_without_live_reload_all_pages_are_there(handbook: Project) -> None:
    with serve(handbook.folder, "--no-livereload") as server:
        assert server.get("personas/bea/")[0] == 200


def torn_writes(server: Served, files: dict[Path, str], times: int) -> None:
    """Write files in two halves and wrong ways while pages are asked for; the last one whole."""
    pick = random.Random(3)
    ended = threading.Event()
    answers: list[int] = []

    def read() -> None:
        while not ended.is_set():
            answers.append(server.get(pick.choice(PAGES))[0])

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for number in range(times):
        path, text = pick.choice([*files.items()])
        data = text.replace("Bea Brook", f"Bea {number}").encode()
        cut = pick.randrange(len(data))
        with path.open("wb") as half:
            half.write(data[:cut])
            half.flush()
            os.fsync(half.fileno())
            if pick.random() < 0.5:
                # Let somebody see the half.
                server.get(pick.choice(PAGES))
            half.write(data[cut:] if pick.random() < 0.7 else b"\x00\xff: [{")
    ended.set()
    for reader in readers:
        reader.join(timeout=PATIENCE)
        assert not reader.is_alive(), "a request was never answered"
    assert set(answers) <= {200, 404}
    print(f"\n{times} torn writes, {len(answers)} requests answered meanwhile")


@pytest.mark.long
def test_two_hundred_torn_writes_are_survived(handbook: Project) -> None:
    maps = handbook.folder / "maps"
    files = {
        maps / "personas" / "bea.yml": BEA,
        maps / "journeys" / "order.yml": ORDER,
        maps / "handbook.yml": "format: 1\ntitle: Small Handbook\n",
        handbook.folder / "mkdocs.yml": (handbook.folder / "mkdocs.yml").read_text("utf-8"),
    }
    with serve(handbook.folder, by=JOURNEYS) as server:
        torn_writes(server, files, TORN)
        for path, text in files.items():
            path.write_text(text.replace("Bea Brook", "Bea At Last"), encoding="utf-8")
        server.until("personas/bea/", "Bea At Last")
        server.until("journeys/order/", "Bea At Last")
        assert NOTICE not in server.get("journeys/order/")[1]
        assert "Traceback" not in server.log
