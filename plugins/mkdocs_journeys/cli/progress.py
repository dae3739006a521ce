"""How far the host has come, as a bar on a terminal; elsewhere nothing is shown."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

VARIABLE = "JOURNEYS_PROGRESS"
"""Names the descriptor that the plugin writes `done total` to, a line each time."""


def _echo(line: str) -> None:
    click.echo(line, err=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the host is given to tell how far it is by, and how a line is said meanwhile."""

    say: Callable[[str], None] = _echo
    pipe: int | None = None
    environment: Mapping[str, str] = field(default_factory=dict)


@contextmanager
def progress(*, is_wanted: bool) -> Iterator[Shown]:
    """Show how far the host is, on a terminal and where the system can hand a pipe down."""
    if not is_wanted or not sys.stderr.isatty() or os.name != "posix":
        yield Shown()
        return
    read, write = os.pipe()
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    columns = (TextColumn("Pages"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        reader = threading.Thread(target=_follow, args=(read, bar), daemon=True)
        reader.start()
        try:
            yield Shown(
                say=lambda line: console.print(line, markup=False),
                pipe=write,
                environment={VARIABLE: str(write)},
            )
        finally:
            os.close(write)
            reader.join()


def _follow(read: int, bar: Progress) -> None:
    task = bar.add_task("Pages", total=None)
    with open(read, encoding="ascii", errors="replace") as told:
        for line in told:
            done, _, total = line.strip().partition(" ")
            if done.isdigit() and total.isdigit():
                bar.update(task, completed=int(done), total=int(total))
