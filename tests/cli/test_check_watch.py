"""`journeys check --watch`: checks again after a change, until Ctrl-C."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from threading import Thread

import pytest

from tests.cli.quiet import lay
from tests.command_line import RUN, check, environment

GOOD = "title: A\nstages: [{id: pay, title: I pay}]\n"
PATIENCE_SECONDS = 60


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], Queue[str]]]:
    lay(tmp_path, {"maps/journeys/order.yml": GOOD})
    ran = subprocess.Popen(
        [*RUN, "check", "--watch"],
        cwd=tmp_path,
        env=environment(PYTHONUNBUFFERED="1"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    lines: Queue[str] = Queue()
    assert ran.stderr is not None
    reader = Thread(target=lambda out: list(map(lines.put, out)), args=(ran.stderr,))
    reader.start()
    yield ran, lines
    ran.kill()
    ran.wait()
    reader.join()
    ran.stderr.close()


def test_it_checks_again_after_each_change_and_ends_with_130(
    watching: tuple[subprocess.Popen[str], Queue[str]], tmp_path: Path
) -> None:
    ran, lines = watching
    order = tmp_path / "maps/journeys/order.yml"
    assert lines.get(timeout=PATIENCE_SECONDS) == "Nothing to mend in 1 file of maps.\n"
    assert lines.get(timeout=PATIENCE_SECONDS).startswith("Watching for changes")
    order.write_text("colour: red\n" + GOOD)
    assert lines.get(timeout=PATIENCE_SECONDS) == "1 error in 1 file of maps.\n"
    order.with_name("new.yml").write_text("title: B\nstages: []\n")
    assert lines.get(timeout=PATIENCE_SECONDS) == "1 error in 2 files of maps.\n"
    order.write_text("title: [\n")
    assert lines.get(timeout=PATIENCE_SECONDS) == "1 error in 2 files of maps.\n"
    order.unlink()
    assert lines.get(timeout=PATIENCE_SECONDS) == "Nothing to mend in 1 file of maps.\n"
    ran.send_signal(signal.SIGINT)
    assert ran.wait(PATIENCE_SECONDS) == 130
    assert lines.empty()


def test_it_only_looks(tmp_path: Path) -> None:
    ran = check(lay(tmp_path, {"maps/journeys/order.yml": GOOD}), "--watch", "--fix")
    assert ran.returncode == 2
    assert "--watch only looks at files" in ran.stderr
