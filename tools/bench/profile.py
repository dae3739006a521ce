"""Where the time of a build goes, stage by stage of the road."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.pages.all_pages import all_pages
from mkdocs_journeys.render.engines import engine_called
from mkdocs_journeys.render.links import Links
from mkdocs_journeys.render.pictures import Pictures
from mkdocs_journeys.render.writer import Writer
from mkdocs_journeys.rules.judge import judge
from tools.bench.by_hand import TODAY
from tools.bench.rows import PAGES
from tools.bench.sites import build_cold, journeys_for, write_sites

T = TypeVar("T")


def profile(folder: Path) -> str:
    """Give the milliseconds a page that each stage of a cold build takes; the host has the rest.

    Our own stages are measured in this process, the whole build in one of its own.
    """
    sites = write_sites(folder / "site", journeys_for(PAGES, folder / "probe"))
    clock = _Clock()
    loaded = clock.run("read", lambda: load(sites.ours / "maps", "maps"))
    catalog = clock.run("look up", lambda: look_up(loaded, TODAY))
    clock.run("judge", lambda: judge(catalog))
    pages = clock.run("tell", lambda: all_pages(catalog))
    pictures = Pictures(engine_called("sandbox"), folder / "drawings")
    writer = Writer(catalog=catalog, links=Links(), pictures=pictures)
    clock.run("write and draw", lambda: [writer.write(page) for page in pages])
    again = Pictures(engine_called("sandbox"), folder / "drawings")
    writer = Writer(catalog=catalog, links=Links(), pictures=again)
    clock.run("write, nothing to draw", lambda: [writer.write(page) for page in pages])

    whole = build_cold(sites.ours).cpu_seconds
    ours = sum(clock.seconds.values()) - clock.seconds["write, nothing to draw"]
    stages = {**clock.seconds, "the host": whole - ours, "a cold build": whole}
    return "\n".join(
        [
            f"{len(pages):,} pages: milliseconds a page",
            *(f"  {name:24}{spent / len(pages) * 1000:7.2f}" for name, spent in stages.items()),
        ]
    )


class _Clock:
    """Adds up processor time by the names of what was run."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def run(self, name: str, work: Callable[[], T]) -> T:
        """Run and time a piece of work."""
        started = time.process_time()
        done = work()
        self.seconds[name] = time.process_time() - started
        return done
