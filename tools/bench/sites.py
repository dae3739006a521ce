"""The sites that are built and compared: ours, and three that have the same to tell."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.bench.by_hand import ByHand, count_pages, write_by_hand
from tools.bench.cost import Cost, run
from tools.bench.handbook import write_handbook

HOOKS = Path(__file__).resolve().parent / "hooks"
ROOT = Path(__file__).resolve().parents[2]
AS_OF = "2026-11-21"

_CONFIG = """\
site_name: Measured
site_url: https://handbook.example/
use_directory_urls: true
theme:
  name: material
  font: false
  features: [navigation.tabs, navigation.path, navigation.indexes, navigation.footer, toc.follow]
plugins: [{plugins}]
hooks: [{hooks}]
markdown_extensions:
  [admonition, attr_list, tables, {{toc: {{permalink: true}}}}, pymdownx.superfences]
validation: {{anchors: ignore, unrecognized_links: ignore, omitted_files: ignore}}
"""
_OURS = f'search, {{journeys: {{as_of: "{AS_OF}"}}}}'


@dataclass(frozen=True, slots=True, kw_only=True)
class Sites:
    """The folders of one size, written and ready to be built; ``pages`` counts those of ours."""

    ours: Path
    full_nav: Path
    one_branch: Path
    team: Path
    by_hand: ByHand

    @property
    def pages(self) -> int:
        """Count the pages of our site, and so those of the hand-written ones."""
        return self.by_hand.pages


def journeys_for(pages: int, folder: Path) -> int:
    """Give how many journeys make about so many pages, measured on two small handbooks."""
    counts = []
    for journeys in (10, 20):
        if not (folder / str(journeys)).exists():
            write_handbook(folder / str(journeys), journeys)
        counts.append(count_pages(folder / str(journeys)))
    each = (counts[1] - counts[0]) / 10
    return max(1, round(10 + (pages - counts[0]) / each))


def write_sites(folder: Path, journeys: int) -> Sites:
    """Write the maps and the four sites made from them; nothing is built yet."""
    ours, full, one, team = (folder / name for name in ("ours", "full-nav", "one-branch", "team"))
    write_handbook(ours / "maps", journeys)
    by_hand = write_by_hand(ours / "maps", full / "docs")
    shutil.copytree(full / "docs", one / "docs")
    shutil.copytree(ours / "maps", team / "maps")
    for site in (ours, team):
        (site / "docs").mkdir()
    (team / "docs" / "index.md").write_text("# Handbook\n", encoding="utf-8")
    _configure(ours, _OURS)
    _configure(full, "search")
    _configure(one, "search", HOOKS / "one_branch.py")
    _configure(team, "search", HOOKS / "team_script.py")
    return Sites(ours=ours, full_nav=full, one_branch=one, team=team, by_hand=by_hand)


def build(site: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Build a site with what its cache holds."""
    # Material prints a block about its own future at every build.
    return run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        site,
        {"NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0", **(environment or {})},
    )


def build_cold(site: Path) -> Cost:
    """Build a site after its cache and its last output were removed."""
    for name in (".cache", "site"):
        shutil.rmtree(site / name, ignore_errors=True)
    return build(site)


def size_of(site: Path) -> int:
    """Give the bytes of a built site."""
    return sum(path.stat().st_size for path in (site / "site").rglob("*") if path.is_file())


def _configure(site: Path, plugins: str, *hooks: Path) -> None:
    named = ", ".join(f'"{hook}"' for hook in hooks)
    (site / "mkdocs.yml").write_text(_CONFIG.format(plugins=plugins, hooks=named), encoding="utf-8")
