"""What is wrong with a map, and exactly where: values, never exceptions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Literal, NamedTuple

Level = Literal["error", "warning", "info"]
"""How bad a problem is. ``error``: something is lost or broken until it is mended."""


class Span(NamedTuple):
    """A stretch of text in one file.

    Lines and columns count from 1, columns in code points; the end is exclusive, so that an
    empty stretch has ``end_column == column``.
    """

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)
"""Where a problem of a whole file stands."""


class Place(NamedTuple):
    """A stretch of text in a named file.

    The file is written as the author typed it, relative to the repository, with ``/``.
    """

    file: str
    span: Span = START

    def __str__(self) -> str:
        """Give ``file:line:column``, which terminals and editors make clickable."""
        return f"{self.file}:{self.span.line}:{self.span.column}"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """What shall stand at a place instead of what stands there now, quotes and all.

    At an empty place the text is put in; an empty text takes away what is there.
    """

    place: Place
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong in what an author wrote, and how to mend it.

    ``what`` is one sentence that names the thing by its title and says the value seen.
    ``mend`` is one sentence in the imperative, with an example where it helps.

    ``fixes`` are the edits that mend it and keep what is meant, all in its own file; none where
    that takes a person. ``file_name`` is the name that mends it when the file gets it, empty for
    all others. ``about`` says which thing and which field, by ids and never by line:
    ``journeys/order/pay/channel``; empty until somebody asks (``rules/in_full.py``).
    ``also`` are the other places that ``what`` speaks of. ``is_private``: what stands at its place
    is nobody's business, and no report shows that line.
    """

    place: Place
    rule: str
    what: str
    mend: str = ""
    level: Level = "error"
    fixes: tuple[Edit, ...] = ()
    file_name: str = ""
    about: str = ""
    also: tuple[Place, ...] = ()
    is_private: bool = False

    @property
    def fingerprint(self) -> str:
        """Give 16 hex digits that stay when lines move, files move or messages are reworded.

        Made of the rule and of what it is about, else its file: several findings of one rule
        about the same field share it.
        """
        said = f"{self.rule}\n{self.about or self.place.file}"
        return hashlib.sha256(said.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def code_spans(text: str) -> Iterator[tuple[str, bool]]:
    """Give a message piece by piece, and of each whether it stands between backticks.

    Empty pieces are left out, and what they parted is one piece. Where a backtick has no partner,
    all is one piece of plain text.
    """
    pieces = text.split("`")
    if len(pieces) % 2 == 0:
        yield text, False
        return
    said = ((piece, number % 2 == 1) for number, piece in enumerate(pieces) if piece)
    for is_code, together in groupby(said, key=itemgetter(1)):
        yield "".join(piece for piece, _ in together), is_code


class Spot:
    """Where one thing stands: its whole stretch, and that of each field its author wrote.

    Compared with nothing: two things with the same values are equal wherever they stand.
    """

    __slots__ = ("fields", "file", "whole")

    def __init__(self, file: str, whole: Span = START, fields: dict[str, Span] | None = None):
        """Take the file, the stretch of the thing, and the stretch of each field's value."""
        self.file = file
        self.whole = whole
        self.fields = fields or {}

    @property
    def place(self) -> Place:
        """Give the place of the whole thing."""
        return Place(self.file, self.whole)

    def has(self, field: str) -> bool:
        """Tell whether the author wrote this field (rather than leaving it to its default)."""
        return field in self.fields

    def of(self, *fields: str) -> Place:
        """Give the place of the first of these fields that was written, else of the thing."""
        for field in fields:
            if span := self.fields.get(field):
                return Place(self.file, span)
        return self.place

    def __eq__(self, other: object) -> bool:
        """Say yes to any other spot: where a thing stands is not part of what it says."""
        return isinstance(other, Spot)

    def __hash__(self) -> int:
        """Agree with ``==``."""
        return 0

    def __repr__(self) -> str:
        """Give the place, for people who debug."""
        return f"Spot({self.place})"
