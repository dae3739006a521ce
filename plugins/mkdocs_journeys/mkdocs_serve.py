"""Watching maps while the site is served, also a folder that appears later."""

from __future__ import annotations

import tempfile
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler


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
