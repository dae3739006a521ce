"""`journeys diff-driver`: what git calls for each map, so that its diffs tell what changed.

Switched on by a line of .gitattributes (`maps/**/*.yml diff=journeys`) and by
`git config diff.journeys.command "journeys diff-driver"`. Git hands over two states of one file
and nothing else (https://git-scm.com/docs/git, GIT_EXTERNAL_DIFF). All other maps are taken as they
are in the working tree, the same on both sides, so that only this file makes a difference.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from datetime import date
from difflib import unified_diff
from pathlib import Path, PurePosixPath

import click

from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.changes.compare import changes_in, compared
from mkdocs_journeys.cli.accepting import Judged
from mkdocs_journeys.cli.debug import debug_option
from mkdocs_journeys.cli.diff_formats import text as as_text
from mkdocs_journeys.cli.diff_formats.report import Report
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.cli.reading import day_of
from mkdocs_journeys.cli.two_sides import Side
from mkdocs_journeys.load.collector import no_search_for_circles
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.load.known_files import KnownFiles
from mkdocs_journeys.model.handbook import Accepted, Handbook
from mkdocs_journeys.printable import printable
from mkdocs_journeys.problems import Problem

NOTHING = "/dev/null"
LINK = "120000"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A file at one time. ``content`` is None where it is not there."""

    path: str
    hash: str
    mode: str
    content: bytes | None


@click.command(
    "diff-driver",
    hidden=True,
    short_help="Tell git what changed in a map.",
    # What follows the first word belongs to git, also the name of a file that begins with a dash.
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
)
@click.argument("given", nargs=-1, type=click.UNPROCESSED)
@debug_option
def diff_driver(given: tuple[str, ...]) -> None:
    """Tell git what changed in a map. Where that cannot be said, show its lines as git would.

    The exit code is always 0: with another one git shows no further file.
    """
    if len(given) not in (7, 9):
        click.echo(f"* Unmerged path {printable(given[0])}" if given else "Only git calls this.")
        return
    path, old, old_hash, old_mode, new, new_hash, new_mode = given[:7]
    now_path = given[7] if len(given) == 9 else path
    click.echo(f"diff --journeys {printable(f'a/{path} b/{now_path}')}")
    try:
        before = State(path=path, hash=old_hash, mode=old_mode, content=_content(old))
        after = State(path=now_path, hash=new_hash, mode=new_mode, content=_content(new))
    except OSError as error:
        click.echo(f"{printable(str(error.filename))} cannot be read: {error.strerror}.")
        return
    try:
        told = _changes(before, after)
    except Exception as error:
        # Whatever it is, git goes on: an author wants to see the other files too.
        told = None
        click.echo(f"journeys: {printable(f'{type(error).__name__}: {error}')}", err=True)
    click.echo(_lines(before, after) if told is None else told, nl=False)


def _changes(before: State, after: State) -> str | None:
    """Say what changed for customers; None where only the lines themselves can tell."""
    folder = maps_around(after.path)
    if folder is None or maps_around(before.path) != folder or LINK in (before.mode, after.mode):
        return None
    today = day_of("")
    known: KnownFiles = {}
    with tempfile.TemporaryDirectory(prefix="journeys-") as beside:
        maps = Path(beside, "maps")
        _copy(Path(folder), maps)
        for state in (before, after):
            maps.joinpath(*_below(state, folder)).unlink(missing_ok=True)
        sides = [_side(state, maps, folder, today, known) for state in (before, after)]
    report = _report(*sides)
    in_the_way = [
        problem
        for state, side in zip((before, after), sides, strict=True)
        for problem in _in_the_way(state, side)
    ]
    if in_the_way:
        first = f"{in_the_way[0].place}: {in_the_way[0].what}"
        return f"{printable(first)}\n{_lines(before, after)}"
    if not report.changes:
        return f"Nothing else is said than before.\n{_lines(before, after)}"
    return as_text.write(report, Look.of_terminal())


def maps_around(path: str) -> str | None:
    """Give the folder of maps that a file lies in, as git names it; None for no map."""
    folders = [one.as_posix() for one in PurePosixPath(path).parents][:-1]
    named = {os.environ.get("JOURNEYS_MAPS", "maps").strip("/")}
    own = [one for one in folders if one in named or one.endswith("/maps")]
    return next(iter(own or [one for one in folders if Path(one, Handbook.file).is_file()]), None)


@no_search_for_circles()
def _side(state: State, maps: Path, folder: str, today: date, known: KnownFiles) -> Side:
    """Read all maps with the file in one of its states, and take that away again."""
    file = maps.joinpath(*_below(state, folder))
    if state.content is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(state.content)
    loaded = load(maps, folder, known=known)
    file.unlink(missing_ok=True)
    return Side(name=state.hash[:10], commit="", catalog=look_up(loaded, today))


def _report(base: Side, head: Side) -> Report:
    comparison = compared(base.catalog, head.catalog)
    judged = Judged(changes=changes_in(comparison), accepted=(), problems=())
    return Report(base=base, head=head, comparison=comparison, judged=judged)


def _in_the_way(state: State, side: Side) -> list[Problem]:
    """Give what keeps a map from being read; nothing for one that says something."""
    loaded = side.catalog.loaded
    here = [one for one in loaded.problems if one.place.file == state.path]
    is_partly_read = any(one.spot.file == state.path for one in loaded.entries) and not any(
        one.file == state.path for one in loaded.unreadable
    )
    is_settings = PurePosixPath(state.path).name in (Handbook.file, Accepted.file)
    if is_partly_read or is_settings:
        return [one for one in here if one.rule == "yaml-syntax"]
    return here


def _below(state: State, folder: str) -> tuple[str, ...]:
    return PurePosixPath(state.path).relative_to(folder).parts


def _copy(maps: Path, to: Path) -> None:
    if maps.is_dir():
        hidden = shutil.ignore_patterns(".*")
        shutil.copytree(maps, to, symlinks=True, ignore=hidden)
    else:
        to.mkdir()


def _content(file: str) -> bytes | None:
    return None if file == NOTHING else Path(file).read_bytes()


def _lines(before: State, after: State) -> str:
    """Give the lines that differ, as any diff does."""
    both = (before.content or b"", after.content or b"")
    if any(b"\0" in content for content in both):
        return "Binary files differ\n"
    old, new = (content.decode("utf-8", "replace").splitlines(keepends=True) for content in both)
    from_, to = (
        NOTHING if state.content is None else f"{side}/{printable(state.path)}"
        for side, state in (("a", before), ("b", after))
    )
    shown = unified_diff(old, new, from_, to)
    return "".join(f"{_shown(line)}\n" for line in shown)


def _shown(line: str) -> str:
    """Give a line without its end; only tabs of all that steers a terminal stay."""
    return "\t".join(map(printable, line.removesuffix("\n").split("\t")))
