"""`journeys fmt`: the keys that have a place stand there, in every map."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from errno import EACCES
from pathlib import Path, PurePosixPath

import click

from mkdocs_journeys.cli.checking import is_within
from mkdocs_journeys.cli.debug import debug_option
from mkdocs_journeys.cli.formats.all import FORMATS
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.cli.formats.words import counted
from mkdocs_journeys.cli.mend import Mending, as_diff, write
from mkdocs_journeys.cli.reading import maps_option
from mkdocs_journeys.cli.sources import Stamp, stamp_of
from mkdocs_journeys.edit.canonical import canonical
from mkdocs_journeys.edit.map_files import likely_thing, map_files, thing_of
from mkdocs_journeys.edit.same import allows_the_same, says_the_same
from mkdocs_journeys.load.collector import no_search_for_circles
from mkdocs_journeys.load.files import bytes_of, shut_folders
from mkdocs_journeys.load.folder import limits_in
from mkdocs_journeys.load.limits import LIMITS, Limits
from mkdocs_journeys.load.source import Source
from mkdocs_journeys.load.yaml_text import read
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.problems import Problem

STDIN = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Formatted:
    """A map as it is and as it becomes, the same where it stays or has ``problems``."""

    mending: Mending
    problems: tuple[Problem, ...] = ()
    stamp: Stamp | None = None

    @property
    def is_other(self) -> bool:
        """Tell whether it becomes anything else than it is."""
        return self.mending.before != self.mending.after


@click.command(short_help="Put ids and titles of maps first, stages last.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--check", "only_check", is_flag=True, help="Name the files that would change.")
@click.option("--diff", is_flag=True, help="Print what would change, and write nothing.")
@click.option(
    "--stdin-name",
    metavar="FILE",
    default="",
    help="Which file of the maps standard input stands for, with - for PATH.",
)
@maps_option
@debug_option
def fmt(paths: tuple[str, ...], only_check: bool, diff: bool, stdin_name: str, maps: str) -> None:
    """Put the keys of maps that have a place there, each with its comments.

    Ids, titles and names come first; stages, steps and readings last. All other keys stay in the
    order in which you wrote them.

    All maps, or the files and folders of PATH; with -, what stands in standard input, written to
    standard output. Lists keep their order, and nothing is said differently. A map that cannot
    be read stays as it is and is told of.

    The exit code is 1 when a map cannot be read, or with --check when one would change.
    """
    if STDIN in paths:
        if len(paths) > 1:
            raise click.UsageError("Standard input, -, stands alone.")
        formatted = [_of_stdin(stdin_name, Path(maps))]
    else:
        formatted = _of_files(paths, Path(maps))
    # Everything is worked out before anything is written.
    left = [] if only_check or diff or STDIN in paths else list(_written(formatted))
    problems = tuple(problem for one in formatted for problem in one.problems)
    others = [one.mending for one in formatted if one.is_other]
    if diff:
        click.echo("".join(as_diff(one) for one in others), nl=False)
    elif only_check:
        click.echo("".join(f"{one.file}\n" for one in others), nl=False)
    elif STDIN in paths:
        sys.stdout.buffer.write(formatted[0].mending.after)
    if problems:
        look = Look.of_terminal()
        report = FORMATS["text"](problems, look)
        click.echo(report, nl=False, err=STDIN in paths, color=look.colour)
    if STDIN not in paths:
        would = "would be " if only_check or diff else ""
        files = counted(len(others) - len(left), "file")
        click.echo(f"{files} of {len(formatted):,} {would}put in order.", err=True)
    _end(left, problems, only_check and bool(others))


def formatted_map(
    file: str, data: bytes, thing: type[Thing] | None, limits: Limits = LIMITS
) -> Formatted:
    """Give what a map becomes; for None, a thing that knows most of its keys is taken.

    A map with findings of reading stays as it is: what YAML dropped would be lost for good. So
    does one that would say or allow anything else in another order.
    """
    reading = read(data, file, limits)
    same = Mending(file=file, new_name=file, before=data, after=data, problems=())
    if reading.problems or reading.root is None:
        return Formatted(mending=same, problems=reading.problems)
    source = Source(file, data, limits)
    after = canonical(source, reading.root, thing or likely_thing(reading.root))
    if after == data:
        return Formatted(mending=same)
    root = read(after, file, limits).root
    if root is None or not says_the_same(reading.root, root):
        # Lines of spaces below a block of text, for one, are a part of it where more follow.
        return Formatted(mending=same)
    if not allows_the_same((source.text, reading.root), (Source(file, after, limits).text, root)):
        # A comment that allowed nothing would come to stand above a key.
        return Formatted(mending=same)
    return Formatted(mending=replace(same, after=after))


@no_search_for_circles()
def _of_files(paths: Iterable[str], maps: Path) -> list[Formatted]:
    """Give what each map becomes; raises click.UsageError for a path that lies elsewhere."""
    if not maps.is_dir():
        raise click.UsageError(
            f"There is no folder `{maps}`. Name the folder of your maps with --maps. "
            "`journeys init` begins one."
        )
    top = os.path.realpath(maps)
    tops: list[str] = []
    for path in paths:
        if not Path(path).exists():
            raise click.UsageError(f"There is no file or folder `{path}`.")
        tops.append(os.path.realpath(path))
        if not is_within(path, (top,)) and not is_within(maps.as_posix(), tops[-1:]):
            raise click.UsageError(
                f"`{path}` does not lie in `{maps}`. Name the folder of your maps with --maps."
            )
    for shut in shut_folders(maps):
        raise PermissionError(EACCES, os.strerror(EACCES), str(shut))
    files, limits = map_files(maps), limits_in(maps, maps.as_posix())
    return [_of_file(file, thing, limits) for file, thing in files if is_within(str(file), tops)]


def _of_file(path: Path, thing: type[Thing], limits: Limits) -> Formatted:
    stamp = stamp_of(os.path.realpath(path))
    one = formatted_map(path.as_posix(), bytes_of(path, limits), thing, limits)
    return replace(one, stamp=stamp)


def _of_stdin(name: str, maps: Path) -> Formatted:
    data = sys.stdin.buffer.read()
    thing = None
    if name:
        path = PurePosixPath(Path(name).as_posix())
        below = path.relative_to(maps.as_posix()) if path.is_relative_to(maps.as_posix()) else None
        thing = thing_of(below) if below else None
        if thing is None:
            raise click.UsageError(f"`{name}` is no place for a map in `{maps}`.")
    return formatted_map(name or "<stdin>", data, thing, limits_in(maps, maps.as_posix()))


def _written(formatted: Iterable[Formatted]) -> Iterator[str]:
    """Write what has changed; give a sentence for each file that was left alone."""
    for one in formatted:
        if one.is_other:
            states = {os.path.realpath(one.mending.file): one.stamp} if one.stamp else {}
            if sentence := write(one.mending, states):
                yield sentence


def _end(left: Iterable[str], problems: Iterable[Problem], would_change: bool) -> None:
    sentences = tuple(left)
    for sentence in sentences:
        click.echo(sentence, err=True)
    if sentences:
        sys.exit(2)
    if would_change or tuple(problems):
        sys.exit(1)
