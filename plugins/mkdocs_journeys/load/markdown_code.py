"""Which parts of a Markdown text its readers see as typed: code, comments and raw HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_FENCE = re.compile(r"(?P<before>[ \t>]*)(?P<marks>`{3,}|~{3,})(?P<info>.*)")
# What takes paragraphs indented by four: list items, admonitions, tabs, footnotes, definitions.
_CONTAINER = re.compile(
    r"(?:[-*+]|\d{1,9}[.)]|:)[ \t]+\S|(?:!!!|\?\?\?\+?|===[!+]*)[ \t]|\[\^[^\]]+\]:"
)
_RAW = re.compile(
    r"<!--.*?-->|<(?P<tag>pre|code|script|style|textarea)\b[^>]*>.*?</(?P=tag)\s*>",
    re.DOTALL | re.IGNORECASE,
)
# As Python-Markdown reads it: a backslash in front makes the mark a letter.
_SPAN = re.compile(
    r"(?<!\\)(?:\\\\)*(?P<marks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=marks)(?!`)", re.DOTALL
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fence:
    """One fenced block.

    ``word`` is the first word behind the opening marks. ``inside`` is the text between the
    fences without their indentation, which is ``indent`` characters wide; ``first_line`` is the
    line in the file where it begins, from 1. ``start``, ``opening_end`` and ``end`` are indexes
    into the text.
    """

    word: str
    inside: str
    indent: int
    first_line: int
    start: int
    opening_end: int
    end: int


def outside_code(text: str) -> tuple[str, tuple[Fence, ...]]:
    """Give the text with all code, comments and raw HTML blanked out, and its fenced blocks.

    Blanked out means spaces: every index and line stays what it was. A fence that is never
    closed is text, as the host reads it.
    """
    scan = _Scan(text)
    scan.run()
    blank = list(text)
    for start, end in scan.hidden:
        blank[start:end] = (sign if sign in "\r\n" else " " for sign in text[start:end])
    prose = "".join(blank)
    # Code spans before raw HTML: `<!--` between backticks opens no comment.
    return _RAW.sub(_spaces, _SPAN.sub(_spaces, prose)), tuple(scan.fences)


def _spaces(match: re.Match[str]) -> str:
    return re.sub(r"[^\r\n]", " ", match[0])


@dataclass(slots=True)
class _Scan:
    """A walk down the lines of a page that notes what is code."""

    text: str
    hidden: list[tuple[int, int]] = field(default_factory=list)
    fences: list[Fence] = field(default_factory=list)

    def run(self) -> None:
        """Walk from the first line to the last."""
        lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", self.text)
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line))
        number, bases, after_blank = 0, [0], True
        while number < len(lines):
            line = lines[number]
            if not line.strip(" \t\r\n>"):
                after_blank, number = True, number + 1
                continue
            if (last := self._fence(lines, starts, number)) is not None:
                number, after_blank = last + 1, True
                continue
            if (last := self._comment(lines, starts, number)) is not None:
                number, after_blank = last + 1, False
                continue
            indent = _width(line)
            if after_blank:
                while indent < bases[-1]:
                    bases.pop()
            if after_blank and indent - bases[-1] >= 4:
                self.hidden.append((starts[number], starts[number + 1]))
                number += 1
                continue
            if _CONTAINER.match(line.lstrip(" \t")):
                while len(bases) > 1 and bases[-1] > indent:
                    bases.pop()
                bases.append(bases[-1] + 4)
            after_blank, number = False, number + 1

    def _fence(self, lines: list[str], starts: list[int], number: int) -> int | None:
        """Note the fenced block that opens on a line, and give its last line; None for none."""
        opening = _FENCE.match(lines[number].rstrip("\r\n"))
        if opening is None or (opening["marks"][0] == "`" and "`" in opening["info"]):
            return None
        marks = opening["marks"]
        closing = re.compile(rf"[ \t>]*{re.escape(marks[0])}{{{len(marks)},}}[ \t]*[\r\n]*")
        for last in range(number + 1, len(lines)):
            if closing.fullmatch(lines[last]):
                break
        else:
            return None
        indent = len(opening["before"])
        words = opening["info"].split()
        start = starts[number] + indent
        end = starts[last] + len(lines[last].rstrip("\r\n"))
        self.hidden.append((start, end))
        self.fences.append(
            Fence(
                word=words[0] if words else "",
                inside="".join(line[indent:] or "\n" for line in lines[number + 1 : last]),
                indent=indent,
                first_line=number + 2,
                start=start,
                opening_end=starts[number] + len(lines[number].rstrip("\r\n")),
                end=end,
            )
        )
        return last

    def _comment(self, lines: list[str], starts: list[int], number: int) -> int | None:
        """Note the comment that begins a line, and give its last line; None for none.

        A comment is looked at here so that a fence inside it opens nothing.
        """
        if not lines[number].lstrip(" \t").startswith("<!--"):
            return None
        start = starts[number]
        end = self.text.find("-->", start)
        if end < 0:
            return None
        last = number
        while starts[last + 1] < end + 3:
            last += 1
        self.hidden.append((start, end + 3))
        return last


def _width(line: str) -> int:
    """Give how far a line is indented, in columns; a tab goes on to the next fourth column."""
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip(" "))
