"""The rows of the table: what is promised, what was measured, and by what it was divided."""

from __future__ import annotations

import os
import pickle
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs_journeys.render.dot import write_dot
from tools.bench.cost import Cost, compare, run
from tools.bench.handbook import write_handbook
from tools.bench.served import seconds_to_the_page
from tools.bench.sites import (
    AS_OF,
    ROOT,
    Sites,
    build,
    build_cold,
    journeys_for,
    size_of,
    write_sites,
)

ROUNDS = 3
ROUNDS_OF_MAPS = 7
"""A round takes seconds there, so more of them cost little on a machine whose speed moves."""
PAGES, FEWER_PAGES = 1200, 120
MAPS, EDITED = 2000, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One promise. ``measured`` and ``bar`` are ratios, or counts where ``unit`` says so.

    Without a ``bar`` it is told only because somebody will ask.
    """

    what: str
    measured: float
    bar: float | None
    unit: str = "×"
    how: str = ""

    @property
    def is_met(self) -> bool:
        """Tell whether the promise is kept; one without a bar always is."""
        return self.bar is None or self.measured <= self.bar


def page_rows(folder: Path, *, is_full: bool) -> Iterator[Row]:
    """Measure whole builds of two sizes; what it takes is written into ``folder``.

    The yardstick whose navigation grows with the square takes a minute or two: it runs once, or as
    often as the others when ``is_full``.
    """
    large = write_sites(folder / "large", journeys_for(PAGES, folder / "probe"))
    small = write_sites(folder / "small", journeys_for(FEWER_PAGES, folder / "probe"))
    costs = compare(
        {
            "cold": lambda: build_cold(large.ours),
            "warm": lambda: build(large.ours),
            "one branch": lambda: build_cold(large.one_branch),
            "small": lambda: build_cold(small.ours),
            "full nav": lambda: build_cold(large.full_nav),
            "team": lambda: build_cold(large.team),
        },
        rounds=ROUNDS,
        once=() if is_full else ("full nav",),
    )
    cpu = {name: cost.cpu_seconds for name, cost in costs.items()}
    pages = f"{large.pages:,} pages"

    def against(what: str, ours: str, theirs: str, bar: float) -> Row:
        how = f"{cpu[ours]:.1f} s / {cpu[theirs]:.1f} s"
        return Row(what=what, measured=cpu[ours] / cpu[theirs], bar=bar, how=how)

    yield against(f"{pages}, cold / by hand in a full nav", "cold", "full nav", 0.5)
    yield against(f"{pages}, cold / by hand, one-branch nav", "cold", "one branch", 1.5)
    yield against(f"{pages}, warm / by hand, one-branch nav", "warm", "one branch", 1.05)
    yield against(f"{pages} / {small.pages} pages, cold", "cold", "small", 11)
    yield Row(
        what=f"size of the site, {pages} / {small.pages}",
        measured=size_of(large.ours) / size_of(small.ours),
        bar=11,
        how=f"{size_of(large.ours) / 1e6:.0f} MB / {size_of(small.ours) / 1e6:.0f} MB",
    )
    yield against(f"{pages}, cold / a team's own script", "cold", "team", 0.35)
    yield from edits_in_serve(large)
    yield graphviz_when_warm(large.ours, small.ours, folder / "stand-in")
    yield drawings(large, folder / "drawings")


def edits_in_serve(large: Sites) -> Iterator[Row]:
    """Measure how long an author waits for the page after a save."""
    own, other = seconds_to_the_page(large.ours)
    for seconds, what in ((own, "in its page"), (other, "in the page of another map")):
        yield Row(
            what=f"serve, {large.pages:,} pages: an edit {what}",
            measured=seconds,
            bar=2,
            unit=" s",
            how="by the clock, from save to DOM in Chromium",
        )


def graphviz_when_warm(warm: Path, cold: Path, folder: Path) -> Row:
    """Count the attempts to run Graphviz in a warm build, with an engine that only fails.

    A cold build with the same stand-in shows that attempts are counted.
    """
    before = [path for path in (os.environ.get("PYTHONPATH"),) if path]

    def attempts(site: Path) -> int:
        count = folder / "attempts"
        count.unlink(missing_ok=True)
        build(site, {"PYTHONPATH": os.pathsep.join([str(folder), *before])})
        return len(count.read_text().splitlines()) if count.exists() else 0

    stand_in = (
        "from pathlib import Path\n"
        "with Path(__file__).with_name('attempts').open('a') as file:\n"
        "    print('one more', file=file)\n"
        "raise ImportError('a stand-in of the benchmark')\n"
    )
    folder.mkdir()
    (folder / "wasmtime.py").write_text(stand_in, encoding="utf-8")
    when_warm = attempts(warm)
    shutil.rmtree(cold / ".cache")
    when_cold = attempts(cold)
    assert when_cold, "the stand-in was not asked: nothing is proved"
    return Row(
        what="Graphviz in a warm build",
        measured=when_warm,
        bar=0,
        unit=" runs",
        how=f"a failing engine in its place; cold, it is asked {when_cold} times",
    )


def drawings(sites: Sites, folder: Path) -> Row:
    """Compare drawing all graphs of a site with one ``dot`` process for each of them."""
    graphs = sites.by_hand.graphs
    folder.mkdir()
    (folder / "graphs").write_bytes(pickle.dumps(graphs))
    for number, graph in enumerate(graphs):
        (folder / f"{number}.dot").write_text(write_dot(graph), encoding="utf-8")
    each = 'for file in *.dot; do dot -Tsvg "$file" -o "$file.svg" || exit 1; done'
    costs = compare(
        {
            "ours": lambda: _work("draw", folder / "graphs"),
            "dot": lambda: run(["sh", "-c", each], folder),
        },
        rounds=1,
    )
    ours, theirs = costs["ours"].cpu_seconds, costs["dot"].cpu_seconds
    return Row(
        what=f"{len(graphs):,} drawings, cold / one dot process each",
        measured=ours / theirs,
        bar=0.25,
        how=f"{ours:.1f} s / {theirs:.1f} s",
    )


def map_rows(folder: Path) -> Iterator[Row]:
    """Measure reading and checking many maps against reading their YAML and nothing else."""
    write_handbook(folder / "maps", MAPS)
    edit_some(folder)
    journeys = Path(sys.executable).with_name("journeys")
    costs = compare(
        {
            "yaml": lambda: _work("yaml", folder / "maps"),
            "read": lambda: _work("read", folder / "maps"),
            "load": lambda: _work("load", folder / "maps"),
            "check": lambda: run([journeys, "check", "--as-of", AS_OF], folder),
            "diff": lambda: run([journeys, "diff", "HEAD", "--as-of", AS_OF], folder),
        },
        rounds=ROUNDS_OF_MAPS,
    )
    yardstick = costs["yaml"].cpu_seconds
    for work, what, bar in (
        ("read", "YAML with places", 1.2),
        ("load", "YAML with places to typed values", None),
        ("check", "journeys check", 2),
    ):
        seconds = costs[work].cpu_seconds
        yield Row(
            what=f"{what}, {MAPS:,} maps / yaml.load with CSafeLoader",
            measured=seconds / yardstick,
            bar=bar,
            how=f"{seconds:.1f} s / {yardstick:.1f} s",
        )
    check, diff = costs["check"].cpu_seconds, costs["diff"].cpu_seconds
    yield Row(
        what=f"journeys diff, {MAPS:,} maps of which {EDITED} are edited / one check",
        measured=diff / check,
        bar=1.5,
        how=f"{diff:.1f} s / {check:.1f} s",
    )
    yield Row(
        what=f"memory of journeys check, {MAPS:,} maps",
        measured=costs["check"].megabytes,
        bar=300,
        unit=" MB",
    )


def edit_some(folder: Path) -> None:
    """Commit all maps, then edit some of them: a step feels worse."""
    me = ("-c", "user.name=Bench", "-c", "user.email=bench@example.com")
    for arguments in (("init", "-q"), ("add", "-A"), (*me, "commit", "-q", "-m", "All maps")):
        run(["git", *arguments], folder)
    for path in sorted((folder / "maps" / "journeys").iterdir())[:: MAPS // EDITED]:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("score: 1,", "score: -1,", 1), encoding="utf-8")


def _work(work: str, target: Path) -> Cost:
    return run([sys.executable, "-m", "tools.bench.work", work, target], ROOT)
