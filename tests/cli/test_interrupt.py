"""Ctrl-C ends every command quietly, with the exit code that shells give: 130."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.quiet import lay
from tests.command_line import RUN, environment

PATIENCE_SECONDS = 60

# Whoever looks for this module has pressed Ctrl-C.
WHILE_READING = """
import os, signal, sys

class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == sys.argv[1]:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Finder())
from mkdocs_journeys.cli import main
main(["check"])
"""


@pytest.mark.parametrize("module", ["click", "mkdocs_journeys.cli.check"])
def test_while_it_starts(module: str, tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", WHILE_READING, module],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "")


def test_while_it_serves(tmp_path: Path) -> None:
    """The terminal sends Ctrl-C to the host as well."""
    lay(tmp_path, {"mkdocs.yml": "site_name: A\n", "docs/index.md": "# A\n"})
    with serving(tmp_path, port=0) as ran:
        os.killpg(ran.pid, signal.SIGINT)
        assert ran.stderr is not None
        told = ran.stderr.read()
        assert (ran.wait(PATIENCE_SECONDS), "Traceback" in told) == (130, False)


def test_the_host_does_not_outlive_a_killed_serve(tmp_path: Path) -> None:
    files = {"mkdocs.yml": "site_name: A\nplugins: [journeys]\n", "docs/index.md": "# A\n"}
    lay(tmp_path, files)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with serving(tmp_path, port=port) as ran:
        assert is_answered(port)
        ran.kill()
        end = time.monotonic() + PATIENCE_SECONDS
        while is_answered(port):
            assert time.monotonic() < end, "the host goes on"
            time.sleep(0.1)


@contextlib.contextmanager
def serving(folder: Path, *, port: int) -> Iterator[subprocess.Popen[str]]:
    """Give a server that answers; whatever is left of it at the end is killed."""
    with subprocess.Popen(
        [*RUN, "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=folder,
        env=environment(PYTHONUNBUFFERED="1"),
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    ) as ran:
        try:
            assert ran.stderr is not None
            assert any("Serving on" in line for line in ran.stderr)
            yield ran
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(ran.pid, signal.SIGKILL)


def is_answered(port: int) -> bool:
    """Tell whether anybody answers at a port of this machine."""
    try:
        socket.create_connection(("127.0.0.1", port)).close()
    except ConnectionRefusedError:
        return False
    return True
