"""`journeys check --fix`: what can be mended without asking, written into the maps."""

from __future__ import annotations

import difflib
import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs_journeys.cli.checking import Asked, Shown
from mkdocs_journeys.cli.formats.words import counted
from mkdocs_journeys.cli.sources import Sources, Stamp, stamp_of, stamps
from mkdocs_journeys.cli.writing import write_whole
from mkdocs_journeys.load.editing import edited, edits_of, still_reads, together
from mkdocs_journeys.load.source import Source
from mkdocs_journeys.problems import Problem

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending:
    """What one file becomes.

    ``before`` and ``after`` are its bytes, the same where only its name changes; ``new_name`` is
    the path that it gets, the old one where it keeps it. ``problems`` are those that it mends.
    """

    file: str
    new_name: str
    before: bytes
    after: bytes
    problems: tuple[Problem, ...]


ROUNDS = 10
"""So often maps are checked again: what one edit brings to light the next one mends."""


def mend_all(look: Callable[[], Shown], asked: Asked) -> tuple[Shown, str]:
    """Mend what can be mended, and give what is left, with lines that say what was done.

    ``look`` checks the handbook and gives findings in full. A file that somebody else changes
    meanwhile is left alone.
    """
    folders = [Path(asked.maps), Path(asked.docs or Path(asked.maps).parent / "docs")]
    mended, files = 0, set[str]()
    left: list[str] = []
    for _ in range(ROUNDS):
        before = stamps(folders)
        shown = look()
        if shown.checked.pages not in folders:
            # Only handbook.yml knew where they are: look again, with their state known before.
            folders.append(shown.checked.pages)
            continue
        changes = [(one, write(one, before)) for one in mendings(shown.problems, shown.sources)]
        left = [sentence for _, sentence in changes if sentence]
        done = [one for one, sentence in changes if not sentence]
        mended += sum(len(one.problems) for one in done)
        files |= {one.file for one in done}
        if not done:
            break
    else:
        shown = look()
    said = f"Mended {counted(mended, 'finding')} in {counted(len(files), 'file')}."
    return shown, "".join(f"{line}\n" for line in (*left, said))


def mendings(problems: Iterable[Problem], sources: Sources) -> Iterator[Mending]:
    """Give what each file becomes whose findings can be mended, in the order of files.

    The findings are those in full. Of edits that overlap only some are made: check again and
    come back for the rest.
    """
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.fixes or problem.file_name:
            by_file[problem.place.file].append(problem)
    claimed: set[str] = set()
    for file, found in sorted(by_file.items()):
        source = sources.of(file)
        mended, data = _text(source, found) if source else ((), b"")
        named = [problem for problem in found if problem.file_name][:1]
        new_name = str(Path(file).with_name(named[0].file_name).as_posix()) if named else file
        if named and (new_name in claimed or os.path.lexists(new_name)):
            named, new_name = [], file
        if mended or named:
            claimed.add(new_name)
            yield Mending(
                file=file,
                new_name=new_name,
                before=source.data if source else b"",
                after=data,
                problems=tuple(dict.fromkeys((*mended, *named))),
            )


def write(mending: Mending, before: Mapping[str, Stamp]) -> str | None:
    """Write what a file becomes; give a sentence where it is left alone, else None.

    ``before`` is the state of all files before they were checked.
    """
    path = os.path.realpath(mending.file)
    if Path(path).is_file() and stamp_of(path) != before.get(path):
        return f"{mending.file} has changed meanwhile and was left alone."
    if mending.new_name != mending.file and os.path.lexists(mending.new_name):
        return f"{mending.new_name} is there already: {mending.file} was left alone."
    try:
        if mending.after != mending.before:
            write_whole(Path(path), mending.after)
        if mending.new_name != mending.file:
            Path(mending.file).rename(mending.new_name)
    except OSError as error:
        return f"{mending.file} cannot be written: {error.strerror}."
    return None


def as_diff(mending: Mending) -> str:
    """Give what a file becomes as a unified diff, which `git apply` takes.

    A folder that gets another name is a line of its own, which that leaves out.
    """
    if Path(mending.file).is_dir():
        return f"{mending.file}/ becomes {mending.new_name}/\n"
    old, new = f"a/{mending.file}", f"b/{mending.new_name}"
    lines = [f"diff --git {old} {new}\n"]
    if mending.new_name != mending.file:
        lines += [f"rename from {mending.file}\n", f"rename to {mending.new_name}\n"]
    before, after = _lines(mending.before), _lines(mending.after)
    for line in difflib.unified_diff(before, after, old, new):
        whole = line.endswith("\n")
        lines.append(line if whole else f"{line}\n\\ No newline at end of file\n")
    return "".join(lines)


def _text(source: Source, found: Iterable[Problem]) -> tuple[tuple[Problem, ...], bytes]:
    """Give the findings that edits mend and the bytes with them; none where they break the map.

    What is wrong with allowances comes first: one with a slip in it may allow another finding.
    """
    found = tuple(found)
    of_allowances = tuple(one for one in found if one.rule.startswith("allowance-") and one.fixes)
    mended = together(source, of_allowances or found)
    data = edited(source, edits_of(mended))
    return (mended, data) if still_reads(source, data) else ((), source.data)


def _lines(data: bytes) -> list[str]:
    # Not str.splitlines: it also breaks where no editor and no patch does.
    return _LINE.findall(data.decode("utf-8"))
