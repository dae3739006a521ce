"""Files and folders that we may not read: told with place and mend, and the rest goes on."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.quiet import lay
from tests.command_line import RUN, environment

ALMIGHTY = ("dac_override", "dac_read_search")
"""What lets root read everything."""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def shut(tmp_path: Path) -> Iterator[Callable[[str], None]]:
    """Shuts files and folders for the time of a test."""
    before: dict[Path, int] = {}

    def shut(name: str) -> None:
        path = tmp_path / name
        before[path] = path.stat().st_mode
        path.chmod(0)

    yield shut
    for path, mode in reversed(before.items()):
        path.chmod(mode)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the command as somebody to whom the rights of files mean something."""
    as_others: list[str] = []
    if os.name != "posix":
        pytest.skip("the rights of files are another matter here")
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("root may read everything")
        taken = ",".join(f"-{one}" for one in ALMIGHTY)
        as_others = ["setpriv", f"--bounding-set={taken}", f"--inh-caps={taken}"]

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        ran = subprocess.run(
            [*as_others, *RUN, *arguments],
            cwd=tmp_path,
            env=environment(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        assert "Traceback" not in ran.stderr
        assert "a mistake in mkdocs-journeys" not in ran.stderr
        return ran

    return run


def test_one_check_tells_of_all(run: Run, shut: Callable[[str], None], tmp_path: Path) -> None:
    lay(
        tmp_path,
        {
            "maps/journeys/order.yml": "title: A\nstages: []\n",
            "maps/personas/bea.yml": "name: Bea\n",
            "maps/channels.yml": "- {id: web, title: Web, colour: red}\n",
            "docs/index.md": "# A\n",
            "docs/more/index.md": "# B\n",
        },
    )
    for name in ("maps/journeys/order.yml", "maps/personas", "docs/index.md", "docs/more"):
        shut(name)
    ran = run("check")
    assert ran.returncode == 1
    told = [line for line in ran.stdout.splitlines() if not line.startswith(" ")]
    assert told == [
        "docs/index.md:1:1: docs/index.md cannot be read: Permission denied. [missing-file]",
        "docs/more:1:1: docs/more cannot be read: Permission denied. [missing-file]",
        "maps/channels.yml:1:25: A channel has no field `colour`. [unknown-key]",
        "maps/journeys/order.yml:1:1: maps/journeys/order.yml cannot be read: "
        "Permission denied. [yaml-syntax]",
        "maps/personas:1:1: The folder maps/personas cannot be read: "
        "Permission denied. [yaml-syntax]",
    ]
    assert ran.stdout.count("you may read it") == 3
    assert "Ask whoever owns it" in ran.stdout


def test_what_writes_stops_before_it_has_seen_everything(
    run: Run, shut: Callable[[str], None], tmp_path: Path
) -> None:
    lay(tmp_path, {"maps/personas/bea.yml": "role: x\nname: Bea\n", "docs/index.md": "# A\n"})
    shut("docs/index.md")
    ran = run("rename", "bea", "busy-bea")
    assert ran.returncode == 2
    assert ran.stderr.startswith("`docs/index.md` cannot be read or written: Permission denied.\n")
    assert (tmp_path / "maps/personas/bea.yml").exists()
