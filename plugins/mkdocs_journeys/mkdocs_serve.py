"""Watching maps while the site is served, also a folder that appears later."""

from __future__ import annotations

import tempfile
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler


def watch(server: LiveReloadServer, maps: Path) -> None:
    """Watch the folder of maps; one that is not there yet, as soon as it appears."""
    if maps.is_dir():
        server.watch(str(maps))
        return
    trigger = Path(tempfile.mkdtemp(prefix="journeys-")) / "maps-appeared"
    trigger.touch()
    server.watch(str(trigger))
    above = next(folder for folder in maps.parents if folder.is_dir())
    server.observer.schedule(_Appears(server, maps, trigger), str(above), recursive=False)


class _Appears(FileSystemEventHandler):
    """Waits for a folder, then has it watched and the site built."""

    def __init__(self, server: LiveReloadServer, maps: Path, trigger: Path) -> None:
        self._server = server
        self._maps = maps
        self._trigger = trigger
        self._done = False

    def on_any_event(self, event: FileSystemEvent) -> None:
        if self._maps.is_dir() and not self._done:
            self._done = True
            self._server.watch(str(self._maps))
            # The server rebuilds when a watched file changes: there is no public way to ask.
            self._trigger.write_text("now", encoding="utf-8")
