"""A real `mkdocs serve`, and what somebody who edits maps sees of it."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.site.project import environment

PATIENCE = 60.0
"""So many seconds a build may take on a busy machine before a test gives up."""

SETTLES = 1.5
"""So many seconds after its first word a server has begun to watch, on a busy machine too."""

BUILDS, DONE = "Building documentation...", "Reloading browsers"


class Served:
    """A server that is running. Knows what it logged and what it answers."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        self.process = process
        self._address = f"http://127.0.0.1:{port}/"
        self._lines: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def log(self) -> str:
        """All that was logged until now."""
        return "".join(self._lines)

    def count(self, words: str) -> int:
        """Tell how often these words were logged."""
        return self.log.count(words)

    def wait(self, words: str, times: int = 1) -> None:
        """Wait until these words were logged so often; a server that ended fails the test."""
        end = time.monotonic() + PATIENCE
        while self.count(words) < times:
            assert self.process.poll() is None, f"The server ended.\n{self.log}"
            assert time.monotonic() < end, f"Never logged: {words}\n{self.log}"
            time.sleep(0.05)

    @contextmanager
    def rebuilt(self, times: int = 1) -> Iterator[None]:
        """Wait for a build behind what is done inside."""
        before = self.count(DONE)
        yield
        self.wait(DONE, before + times)

    def get(self, path: str) -> tuple[int, str]:
        """Give the status and the text of a page, once no build is running."""
        try:
            with urllib.request.urlopen(self._address + path, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def until(self, path: str, words: str = "", status: int = 200) -> None:
        """Wait until a page is answered with this status and holds these words."""
        end = time.monotonic() + PATIENCE
        while (answer := self.get(path))[0] != status or words not in answer[1]:
            assert self.process.poll() is None, f"The server ended.\n{self.log}"
            assert time.monotonic() < end, f"{path} never was {status} {words}\n{self.log}"
            time.sleep(0.1)

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self._lines.append(line)


MKDOCS = (sys.executable, "-m", "mkdocs")
JOURNEYS = (sys.executable, "-c", "from mkdocs_journeys.cli import main; main()")


@contextmanager
def serve(folder: Path, *arguments: str, by: tuple[str, ...] = MKDOCS) -> Iterator[Served]:
    """Serve a project at a free port until the end of the block; waits for the first build.

    ``by`` is whose `serve` it is.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [*by, "serve", "--dev-addr", f"127.0.0.1:{port}"]
    process = subprocess.Popen(
        [*command, *arguments],
        cwd=folder,
        env=environment(PYTHONUNBUFFERED="1"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    server = Served(process, port)
    try:
        server.wait("Serving on ")
        # Its watchers take their first look behind that line; what changes before, they never see.
        time.sleep(SETTLES)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)
        server._reader.join(timeout=PATIENCE)
        assert process.stderr is not None
        process.stderr.close()
