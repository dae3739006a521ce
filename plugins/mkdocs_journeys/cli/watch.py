"""`--watch`: the same again, whenever a file changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from queue import Empty, SimpleQueue

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

CHANGES = ("created", "modified", "deleted", "moved")
"""The events that say that something changed; to be opened and read is none."""

QUIET_SECONDS = 0.2
"""So long nothing may happen before it starts: an editor writes a file in several steps."""


class _Changes(FileSystemEventHandler):
    """Puts a word into a queue for each change of a file; hidden ones are left out."""

    def __init__(self) -> None:
        self.queue: SimpleQueue[str] = SimpleQueue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take an event from the thread of the observer."""
        is_told = event.event_type in CHANGES
        # A folder is modified whenever one of its files is.
        if is_told and not (event.is_directory and event.event_type == "modified"):
            names = [str(path) for path in (event.src_path, event.dest_path) if path]
            if not all(Path(name).name.startswith(".") for name in names):
                self.queue.put(names[-1])


def watch(folder: Path, look: Callable[[], Iterable[Path]]) -> None:
    """Call ``look`` at once and after every change below a folder, until somebody presses Ctrl-C.

    ``look`` gives further folders whose changes matter. What stands in its way ends the watch the
    first time; later it is told, and the next change tries again.
    """
    changes = _Changes()
    observer = Observer()
    seen: set[Path] = set()

    def see(folders: Iterable[Path]) -> None:
        for one in folders:
            if one not in seen and one.is_dir():
                seen.add(one)
                observer.schedule(changes, str(one), recursive=True)

    # Before the first look: a change during it must not go unseen.
    see((folder,))
    observer.start()
    try:
        see(look())
        click.echo("Watching for changes; Ctrl-C ends it.", err=True)
        while True:
            changes.queue.get()
            _until_quiet(changes.queue)
            try:
                see(look())
            except click.ClickException as problem:
                problem.show()
    finally:
        observer.stop()
        observer.join()


def _until_quiet(queue: SimpleQueue[str]) -> None:
    while True:
        try:
            queue.get(timeout=QUIET_SECONDS)
        except Empty:
            return
