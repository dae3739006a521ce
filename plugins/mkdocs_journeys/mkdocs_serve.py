"""The site while it is served: maps are watched, and nothing that goes wrong ends it."""

from __future__ import annotations

import html
import os
import posixpath
import re
import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from mkdocs_journeys.mkdocs_build import Build
from mkdocs_journeys.mkdocs_findings import log
from mkdocs_journeys.mkdocs_later import WaitingPages

_BODY = re.compile(rb"<body\b[^>]*>")
_TRIES = 3
_LOOKS_EVERY, _ENDS_WITHIN = 1.0, 10.0
"""Seconds."""

PARENT = "JOURNEYS_PARENT"
"""Names the process of `journeys serve` to the host that it runs."""

NOTICE = "The last edit could not be built; this is the site as it was before."
"""What stands above every page then, for those who edit; in English, as the findings are."""

Start = Callable[..., Any]


class Holder(Protocol):
    """Who has the build that is shown now."""

    build: Build | None
    later: WaitingPages | None


def watch(server: LiveReloadServer, maps: Path, *own: Path | None) -> None:
    """Have the site built again when a map changes, or what is in a folder of the user's own.

    The folder of maps need not be there yet, and may go and come back: another branch of the
    repository may have none.
    """
    for folder in own:
        if folder is not None:
            server.watch(str(folder))
    above = next(folder for folder in maps.parents if folder.is_dir())
    server.observer.schedule(_ComesAndGoes(server, maps), str(above), recursive=False)


class _ComesAndGoes(FileSystemEventHandler):
    """Watches a folder as long as it is there."""

    def __init__(self, server: LiveReloadServer, maps: Path) -> None:
        self._server = server
        self._maps = maps
        self._is_there = maps.is_dir()
        if self._is_there:
            server.watch(str(maps))
        # The server builds when a watched file changes: there is no public way to ask for it.
        self._folder = tempfile.TemporaryDirectory(prefix="journeys-")
        self._bell = Path(self._folder.name) / "bell"
        self._times_rung = 0
        self._bell.touch()
        server.watch(str(self._bell))

    def on_any_event(self, event: FileSystemEvent) -> None:
        if self._maps.is_dir() == self._is_there:
            return
        self._is_there = not self._is_there
        if self._is_there:
            self._server.watch(str(self._maps))
        else:
            # The observer gave up on it when it went.
            self._server.unwatch(str(self._maps))
        self._times_rung += 1
        self._bell.write_text("!" * self._times_rung, encoding="utf-8")


def end_without(environment: Mapping[str, str]) -> None:
    """Let this process end when `journeys serve` has gone, which started it and says who it is.

    One that was killed cannot tell us to, and the address would be taken until somebody looks for
    who has it. Does nothing where nobody started us so, or on Windows, which tells no such thing.
    """
    if parent := environment.get(PARENT):
        threading.Thread(target=_end_after, args=(int(parent),), daemon=True).start()


def _end_after(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOKS_EVERY)
    # As by Ctrl-C, so that the host takes away what it has written; then whatever it does.
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(_ENDS_WITHIN)
    os._exit(1)


class Serving:
    """Stands between the host's server and its readers.

    Pages that wait are built when somebody asks for them. A build that fails leaves the site of
    before in its place, with a sentence above every page; the host would leave readers waiting
    until the next build that goes well. Builds and pages take turns.
    """

    def __init__(self, server: LiveReloadServer, holder: Holder) -> None:
        """Take the place of the server's builder and of what answers."""
        self._server = server
        self._holder = holder
        self._turn = threading.Lock()
        self._trouble = ""
        self._build = server.builder
        server.builder = self.rebuild
        server.set_app(self.answer)

    def rebuild(self) -> None:
        """Build the site; where that fails, keep the last one and say so. Never raises."""
        root = Path(self._server.root)
        before = root.with_name(f"{root.name}.before")
        with self._turn:
            held = self._holder.build, self._holder.later
            is_kept = _moved(root, before)
            try:
                self._build()
                self._trouble = ""
            except (Exception, SystemExit) as error:
                self._trouble = _said(error)
                log.error(f"{self._trouble}\n    The site is shown as it was before.")
                self._holder.build, self._holder.later = held
                if is_kept:
                    shutil.rmtree(root, ignore_errors=True)
                    before.rename(root)
            finally:
                shutil.rmtree(before, ignore_errors=True)

    def answer(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        """Answer a request, as WSGI has it."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith("/livereload/"):
            return self._server.serve_request(environ, start)
        answer = _Answer()
        for _try in range(_TRIES):
            try:
                self._make(path)
            except (Exception, SystemExit) as error:
                return _broken(_said(error), start)
            body = self._server.serve_request(environ, answer.start)
            # A build may have begun in between, and its pages wait again.
            if not answer.is_missing or not self._waits(path):
                break
        return answer.sent(body, start, self._trouble)

    def _address(self, path: str) -> str:
        """Give what a path asks for, below the site; empty for somewhere else."""
        if not f"{path}/".startswith(self._server.mount_path):
            return ""
        asked = path[len(self._server.mount_path) :] + ("index.html" if path.endswith("/") else "")
        return posixpath.normpath(f"/{asked}").lstrip("/")

    def _waits(self, path: str) -> bool:
        later = self._holder.later
        return later is not None and later.waits_at(self._address(path))

    def _make(self, path: str) -> None:
        with self._turn:
            build, later = self._holder.build, self._holder.later
            if build and later and later.build(self._address(path)):
                build.catch_up()


def _moved(root: Path, before: Path) -> bool:
    """Put the site of before aside; tell whether that could be done."""
    try:
        root.rename(before)
    except OSError:  # on Windows, while somebody reads a file
        return False
    return True


class _Answer:
    """What the host's server answers, before it is sent."""

    def __init__(self) -> None:
        self._status = ""
        self._headers: list[tuple[str, str]] = []

    def start(self, status: str, headers: list[tuple[str, str]], *_: object) -> None:
        """Take status and headers."""
        self._status, self._headers = status, headers

    @property
    def is_missing(self) -> bool:
        """Whether there is no such page."""
        return self._status.startswith("404")

    def sent(self, body: Iterable[bytes], start: Start, trouble: str) -> Iterable[bytes]:
        """Send it on, with a sentence above the page where something is wrong."""
        if trouble and ("Content-Type", "text/html") in self._headers:
            page = b"".join(body)
            if close := getattr(body, "close", None):
                close()
            page = _BODY.sub(lambda found: found[0] + _sentence(trouble), page, count=1)
            kept = [one for one in self._headers if one[0] != "Content-Length"]
            self._headers = [*kept, ("Content-Length", str(len(page)))]
            body = [page]
        start(self._status, self._headers)
        return body


def _sentence(trouble: str) -> bytes:
    return (
        f'<div class="md-banner md-banner--warning" role="alert"><div class="md-banner__inner '
        f'md-grid md-typeset"><p>{NOTICE}</p><pre>{html.escape(trouble)}</pre></div>'
        "</div>"
    ).encode()


def _broken(trouble: str, start: Start) -> Iterable[bytes]:
    log.error(trouble)
    page = (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>500</title>'
        f"<body>{_sentence(trouble).decode()}</body></html>"
    ).encode()
    start("500 Internal Server Error", [("Content-Type", "text/html")])
    return [page]


def _said(error: BaseException) -> str:
    """Say what went wrong; the host says only that something did, and holds the cause."""
    cause = error.__context__ if isinstance(error, SystemExit) else None
    return str(cause or error) or type(error).__name__
