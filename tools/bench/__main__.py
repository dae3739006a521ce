"""``make bench``: every promise of speed, measured against yardsticks made in the same run."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from tools.bench.cost import Failed
from tools.bench.profile import profile
from tools.bench.rows import (
    FEWER_PAGES,
    MAPS,
    PAGES,
    ROUNDS,
    ROUNDS_OF_MAPS,
    Row,
    map_rows,
    page_rows,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 only where a promise is broken and ``--fail`` asks for it."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--fail", action="store_true", help="exit 1 when a bar is not met")
    parser.add_argument("--profile", action="store_true", help="where the time of a build goes")
    parser.add_argument(
        "--full",
        action="store_true",
        default=bool(os.environ.get("FULL")),
        help=f"all yardsticks in all {ROUNDS} rounds, the slowest too (also: make bench FULL=1)",
    )
    parser.add_argument("--only", choices=("pages", "maps"), help="one half of the table")
    chosen = parser.parse_args(arguments)
    if not shutil.which("dot"):
        print("Two yardsticks are Graphviz's own `dot`: install graphviz first.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="journeys-bench-") as place:
        folder = Path(place)
        try:
            if chosen.profile:
                print(profile(folder))
                return 0
            rows = _measured(folder, only=chosen.only, is_full=chosen.full)
        except Failed as trouble:
            print(trouble, file=sys.stderr)
            return 2
    print(table(rows))
    return 1 if chosen.fail and not all(row.is_met for row in rows) else 0


def _measured(folder: Path, *, only: str | None, is_full: bool) -> list[Row]:
    started = time.monotonic()
    slowest = f"in all {ROUNDS} rounds" if is_full else "once (FULL=1: in all rounds)"
    rows: list[Row] = []
    if only != "pages":
        print(f"Checking {MAPS:,} maps, {ROUNDS_OF_MAPS} rounds …", flush=True)
        rows += map_rows(_new(folder / "maps"))
    if only != "maps":
        print(
            f"Building {PAGES:,} and {FEWER_PAGES} pages, {ROUNDS} rounds; the yardstick with a "
            f"full navigation {slowest} …",
            flush=True,
        )
        rows = [*page_rows(_new(folder / "pages"), is_full=is_full), *rows]
    print(f"Measured in {(time.monotonic() - started) / 60:.0f} min.\n")
    return rows


def table(rows: Iterable[Row]) -> str:
    """Give the rows as lines of a table: what, measured, bar, whether it is met, and how."""
    lines = [("", "measured", "bar", "", "")]
    for row in rows:
        bar = "–" if row.bar is None else f"≤ {row.bar:g}{row.unit}"
        digits = 2 if row.unit in ("×", " s") else 0
        met = "" if row.bar is None else "met" if row.is_met else "NOT MET"
        lines.append((row.what, f"{row.measured:.{digits}f}{row.unit}", bar, met, row.how))
    widths = [max(len(line[column]) for line in lines) for column in range(5)]
    aligned = ("<", ">", ">", "<", "<")
    forms = [f"{{:{side}{width}}}" for side, width in zip(aligned, widths, strict=True)]
    return "\n".join("  ".join(forms).format(*line).rstrip() for line in lines)


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


if __name__ == "__main__":
    raise SystemExit(main())
