"""What is wrong with a map, and exactly where: values, never exceptions."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of text in a named file.

    The file is written as the author typed it, relative to the repository, with ``/``.
    """

    file: str
    span: Span = START

    def __str__(self) -> str:
        """Give ``file:line:column``, which terminals and editors make clickable."""
        return f"{self.file}:{self.span.line}:{self.span.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong in what an author wrote, and how to mend it.

    ``what`` is one sentence that names the thing by its title and says the value seen.
    ``mend`` is one sentence in the imperative, with an example where it helps.
    """

    place: Place
    rule: str
    what: str
    mend: str = ""
    level: Level = "error"


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
