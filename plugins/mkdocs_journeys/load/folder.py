"""From a folder of maps to all that it says."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from mkdocs_journeys.load.allowances import MARK, Allowance, allowances_in
from mkdocs_journeys.load.build import build
from mkdocs_journeys.load.collector import no_search_for_circles
from mkdocs_journeys.load.files import (
    bytes_of,
    files_below,
    is_file,
    is_own_file,
    stays_inside,
    text_of,
)
from mkdocs_journeys.load.ids import RESERVED, repeated, repeated_inside, reserved, twins
from mkdocs_journeys.load.known_files import KnownFile, KnownFiles
from mkdocs_journeys.load.limits import Limits, limits_of
from mkdocs_journeys.load.listed import items_of, without_id, written_id
from mkdocs_journeys.load.loaded import Loaded, Unreadable
from mkdocs_journeys.load.marked import Marked, marked
from mkdocs_journeys.load.pictures import check_files
from mkdocs_journeys.load.readings import with_readings
from mkdocs_journeys.load.stray import in_wrong_place, without
from mkdocs_journeys.load.tree import Node, Sequence
from mkdocs_journeys.load.which_files import folders_of_kinds, left_unread
from mkdocs_journeys.load.yaml_text import read
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.fields import ID_PATTERN
from mkdocs_journeys.model.handbook import Accepted, Handbook
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.metric import Metric
from mkdocs_journeys.problems import Place, Problem

_WORD = re.compile(ID_PATTERN)


@no_search_for_circles()
def load(
    folder: Path,
    shown_as: str,
    limits: Limits | None = None,
    *,
    known: KnownFiles | None = None,
) -> Loaded:
    """Read all maps below a folder; a missing folder says nothing and has no problems.

    ``shown_as`` is how the author calls the folder (``maps``): it begins every place. Reports
    all rules of the group *reading*, and missing-file. One bad file never hides another. Without
    ``limits``, those of handbook.yml hold for all files but itself. A file that is ``known`` under
    its name with the same bytes is not read again, its entries are the very same ones; files that
    are read become known.
    """
    loading = _Loading(folder, shown_as, limits or Limits(), known)
    loading.settings()
    loading.limits = limits or limits_of(loading.handbook.limits)
    loading.kinds()
    loading.accepted()
    files = check_files(folder, shown_as, (*loading.entries, loading.handbook))
    problems = (
        *loading.problems,
        *repeated(loading.entries, loading.unreadable),
        *twins(entry.spot.file for entry in loading.entries),
        *(problem for entry in loading.entries for problem in repeated_inside(entry)),
        *(problem for entry in loading.entries for problem in reserved(entry)),
        *files.problems,
    )
    return Loaded(
        folder=shown_as,
        settings=loading.handbook,
        unread_settings=loading.unread_settings,
        entries=tuple(loading.entries),
        unreadable=tuple(loading.unreadable),
        accepted=tuple(loading.changes),
        problems=tuple(sorted(problems, key=lambda problem: (problem.place, problem.rule))),
        pictures=files.pictures,
        marked=tuple(loading.marked),
        allowances=tuple(sorted(loading.allowances, key=lambda allowance: allowance.place)),
    )


def limits_in(folder: Path, shown_as: str) -> Limits:
    """Give the limits that handbook.yml sets for all maps; the usual ones where it sets none."""
    loading = _Loading(folder, shown_as, Limits())
    loading.settings()
    return limits_of(loading.handbook.limits)


@dataclass(slots=True)
class _Loading:
    """What has been read so far."""

    folder: Path
    shown_as: str
    limits: Limits
    known: KnownFiles | None = None
    handbook: Handbook = field(default_factory=Handbook)
    unread_settings: frozenset[str] | None = None
    entries: list[Entry] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    changes: list[Accepted] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    allowances: list[Allowance] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)
    folder_prefix: str = field(init=False)
    """What every path in the folder begins with, and in the next what stands there instead."""
    shown_prefix: str = field(init=False)

    def __post_init__(self) -> None:
        """Work out how a path is shown."""
        self.folder_prefix = os.fspath(self.folder / "x").removesuffix("x")
        self.shown_prefix = str(PurePosixPath(self.shown_as, "x")).removesuffix("x")

    def settings(self) -> None:
        """Read handbook.yml, if there is one."""
        path = self.folder / Handbook.file
        if not is_file(path):
            return
        shown = self._shown(path)
        root = self._read(path, shown)
        if root is None:
            # Empty or not, it is not known what stands there.
            self.unread_settings = self._words(path)
        else:
            value, problems = build(Handbook, root, shown)
            self.problems.extend(problems)
            if value is None:
                # One wrong value is no reason to forget the team, the lifecycle and the rules.
                value, _ = build(Handbook, without(root, problems), shown)
            self.handbook = value or self.handbook

    def accepted(self) -> None:
        """Read accepted.yml, if there is one."""
        path = self.folder / Accepted.file
        shown = self._shown(path)
        root = self._read(path, shown) if is_file(path) else None
        for node in items_of(root) if root is not None else ():
            value, problems = build(Accepted, node, shown)
            self.problems.extend(problems)
            self.changes.extend((value,) if value else ())

    def kinds(self) -> None:
        """Read the folder and the list file of each kind, and say what belongs to none."""
        self.problems.extend(left_unread(self.folder, self._shown))
        found, problems = folders_of_kinds(self.folder, self._shown)
        self.problems.extend(problems)
        for kind, path in found:
            for file in files_below(path):
                try:
                    self._known_or_new(kind, file)
                except Exception as error:
                    error.add_note(f"while reading {self._shown(file)}")
                    raise

    def _known_or_new(self, kind: type[Entry], path: Path) -> None:
        # Of a metric, the readings beside it may be others.
        if self.known is None or kind is Metric or not is_own_file(path):
            self._entry_file(kind, path)
            return
        shown = self._shown(path)
        try:
            content = bytes_of(path, self.limits)
        except OSError:
            self._entry_file(kind, path)
            return
        known = self.known.get(shown)
        if known is None or (known.content, known.limits) != (content, self.limits):
            gathered = (self.entries, self.unreadable, self.problems, self.allowances, self.marked)
            before = [len(each) for each in gathered]
            self._entry_file(kind, path)
            entries, unreadable, problems, allowances, marked_ = before
            self.known[shown] = KnownFile(
                content=content,
                limits=self.limits,
                entries=tuple(self.entries[entries:]),
                unreadable=tuple(self.unreadable[unreadable:]),
                problems=tuple(self.problems[problems:]),
                allowances=tuple(self.allowances[allowances:]),
                marked=tuple(self.marked[marked_:]),
            )
            return
        self.entries += known.entries
        self.unreadable += known.unreadable
        self.problems += known.problems
        self.allowances += known.allowances
        self.marked += known.marked

    def _entry_file(self, kind: type[Entry], path: Path) -> None:
        shown = self._shown(path)
        # Asked once for each file: what is one is no link that leads away, and can be read.
        is_own = is_own_file(path)
        if not is_own and not stays_inside(path, self.folder):
            self._say(
                shown,
                "wrong-shape",
                f"{shown} leads out of {self.shown_as}/.",
                "Put the file itself there instead of a link.",
            )
            key = Key(kind.key_kind, path.stem)
            self.unreadable.append(Unreadable(key=key, file=shown, problems=(self.problems[-1],)))
            return
        before = len(self.problems)
        root = self._read(path, shown, is_own=is_own)
        if root is None or (isinstance(root, Sequence) and not root.items):
            key = Key(kind.key_kind, path.stem)
            self._lost(key, path, tuple(self.problems[before:]))
        elif isinstance(root, Sequence):
            for node in root.items:
                self._entry(kind, node, path, shown)
        else:
            self._entry(kind, root, path, shown, stem=path.stem)

    def _entry(
        self, kind: type[Entry], node: Node, path: Path, shown: str, *, stem: str | None = None
    ) -> None:
        given = {"id": stem} if stem else {}
        value, problems = build(kind, node, shown, given=given)
        if problems and (stray := in_wrong_place(kind, node, shown)):
            value, problems = None, (stray,)
        if value is not None and not value.id:
            # Not declared as required: a file of one thing gives it by its name.
            problems = (*problems, without_id(value))
            value = None
        if isinstance(value, Metric):
            table = path.with_name(f"{value.id}.csv")
            value, more = with_readings(value, table, self._shown(table), self.folder, self.limits)
            problems = (*problems, *more)
        self.problems.extend(problems)
        if value is None:
            key = Key(kind.key_kind, written_id(node) or path.stem)
            if written_id(node) or all(lost.key != key for lost in self.unreadable):
                self._lost(key, path, problems)
            return
        self.entries.append(value)
        if stem and value.spot.has("id") and value.id != stem:
            self.problems.append(
                Problem(
                    place=value.spot.of("id"),
                    rule="file-name-differs",
                    what=f"The file is called `{path.name}`, the {kind.noun} in it `{value.id}`.",
                    mend=f"Rename the file to `{value.id}.yml`, or delete the line `id:`.",
                    file_name="" if value.id in RESERVED else f"{value.id}{path.suffix}",
                )
            )

    def _lost(self, key: Key, path: Path, problems: tuple[Problem, ...]) -> None:
        words = self._words(path)
        self.unreadable.append(
            Unreadable(key=key, file=self._shown(path), problems=problems, words=words)
        )

    def _words(self, path: Path) -> frozenset[str]:
        return frozenset(word[0] for word in _WORD.finditer(text_of(path, self.limits)))

    def _read(self, path: Path, shown: str, *, is_own: bool = False) -> Node | None:
        if not is_own and not is_file(path) and os.path.exists(path):  # noqa: PTH110  # as there
            # A pipe would be waited for without end.
            what, mend = f"{shown} is no file.", "Put a file there, or delete it."
            self._say(shown, "yaml-syntax", what, mend)
            return None
        try:
            data = bytes_of(path, self.limits)
        except OSError as error:
            self._say(
                shown,
                "yaml-syntax",
                f"{shown} cannot be read: {error.strerror}.",
                "Check that the file is there and that you may read it.",
            )
            return None
        reading = read(data, shown, self.limits)
        self.problems.extend(reading.problems)
        if reading.root is not None and (closely := marked(data, shown)):
            self.marked.append(closely)
        if reading.root is not None and MARK.encode() in data:
            self.allowances += allowances_in(data.decode("utf-8-sig"), reading.root, shown)
        return reading.root

    def _say(self, file: str, rule: str, what: str, mend: str) -> None:
        self.problems.append(Problem(place=Place(file), rule=rule, what=what, mend=mend))

    def _shown(self, path: Path) -> str:
        # By text and not by parts: this is asked for every file.
        below = os.fspath(path).removeprefix(self.folder_prefix).replace(os.sep, "/")
        return f"{self.shown_prefix}{below}"
