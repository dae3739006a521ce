"""The files that findings stand in: their lines, and columns as other programs count them."""

from __future__ import annotations

import codecs
from pathlib import Path, PurePosixPath

from mkdocs_journeys.load.files import YAML
from mkdocs_journeys.load.lines import Lines
from mkdocs_journeys.load.source import MARKDOWN
from mkdocs_journeys.problems import Span


class SourceText:
    """The text of one file; a byte that is no UTF-8 is one character of it, a lone surrogate.

    Our own columns count code points, and a byte-order mark does not count. Knows nothing of
    findings.
    """

    def __init__(self, data: bytes) -> None:
        """Take a file as it lies on the disk."""
        self._mark = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
        self._text = data[self._mark :].decode("utf-8", "surrogateescape")
        self._lines = Lines(self._text)

    def line(self, number: int) -> str:
        """Give one line without its break; an empty text when there is no such line."""
        return self._lines.line(number)

    def piece(self, span: Span) -> str:
        """Give what stands in a stretch, line breaks as they are."""
        start = self._lines.index(span.line, span.column)
        return self._text[start : self._lines.index(span.end_line, span.end_column)]

    def utf_16_column(self, line: int, column: int) -> int:
        """Give a column of ours in UTF-16 code units: an emoji counts two."""
        before = self.line(line)[: column - 1]
        return len(before.encode("utf-16-le", "surrogatepass")) // 2 + 1

    def utf_8_position(self, line: int, column: int) -> tuple[int, int]:
        r"""Give a line and column of ours as line and column in bytes.

        As programs count that read bytes: a line ends at ``\n`` and nowhere else, and a
        byte-order mark is part of the first one.
        """
        before = self._text[: self._lines.index(line, column)]
        start = before.rfind("\n") + 1
        mark = self._mark if start == 0 else 0
        length = len(before[start:].encode("utf-8", "surrogateescape"))
        return before.count("\n") + 1, mark + length + 1


def has_columns(file: str) -> bool:
    """Tell whether columns of findings in a file count characters: in a CSV they count cells."""
    return PurePosixPath(file).suffix in (*YAML, *MARKDOWN)


class SourceTexts:
    """The files of one report, each read once and only when its lines are asked for."""

    def __init__(self) -> None:
        """Begin with no file read."""
        self._read: dict[str, SourceText | None] = {}

    def of(self, file: str) -> SourceText | None:
        """Give a file as findings name it; None where there is none or its columns are cells."""
        if not has_columns(file):
            return None
        if file not in self._read:
            try:
                self._read[file] = SourceText(Path(file).read_bytes())
            except OSError:
                self._read[file] = None
        return self._read[file]
