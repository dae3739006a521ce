"""Releases of a handbook that did not change weigh next to nothing."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from tests.publishing.world import World, ended, start
from tests.site.project import HANDBOOK, Project

pytestmark = pytest.mark.long

RELEASES = 24
MOST_BYTES = 2_000
"""What each further release may add to the repository once it is packed."""


def test_each_further_release_of_an_unchanged_handbook_adds_next_to_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its version in every page, each release weighed half as much as the first.

    Each is built on a day of its own, which the host writes into its sitemap.
    """
    world = World.made(tmp_path)
    clone = world.clone("clone")
    monkeypatch.setenv("JOURNEYS_CANONICAL", "latest")
    sites = []
    for version in ("2026.0", "2026.1"):
        monkeypatch.setenv("MIKE_DOCS_VERSION", version)
        project = Project(tmp_path / version, tmp_path / "drawings").write(HANDBOOK)
        sites.append(project.configure(journeys={"engine": "none"}).build().site)
    weights = []
    for number in range(RELEASES):
        site = sites[number % 2]
        sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
        built = re.sub(
            r"<lastmod>.*?</lastmod>", f"<lastmod>2026-11-{number:02}</lastmod>", sitemap
        )
        assert built != sitemap
        (site / "sitemap.xml").write_text(built, encoding="utf-8")
        (site / "sitemap.xml.gz").write_bytes(gzip.compress(built.encode(), mtime=number))
        code, _, told = ended(start(clone, f"2026.{number}", "latest", "--site", str(site)))
        assert code == 0, told
        weights.append(weight(world))
    print(f"The first release: {weights[0]} bytes; all {RELEASES}: {weights[-1]} bytes.")
    assert weights[-1] - weights[0] <= MOST_BYTES * (RELEASES - 1)
    pages = {world.git(world.remote, "rev-parse", f"gh-pages:2026.{n}/journeys") for n in (0, 23)}
    assert len(pages) == 1


def weight(world: World) -> int:
    """Give what the remote weighs in bytes, packed as a forge packs it."""
    world.git(world.remote, "gc", "--quiet", "--prune=now")
    packs = (world.remote / "objects" / "pack").glob("*.pack")
    return sum(pack.stat().st_size for pack in packs)
