"""Bytes from disk to text that is safe to parse, or the problems that stand in the way."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice

from mkdocs_journeys.load.limits import Limits
from mkdocs_journeys.load.lines import Lines, after_comments
from mkdocs_journeys.problems import START, Place, Problem, Span

RULE = "yaml-syntax"

# Control characters break HTML, XML and terminals. U+2028, U+2029 and U+0085 end a line for
# YAML 1.1 but not for an editor, so every place behind them would be wrong.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)

_FINE = bytes((*b"\t\n\r", *range(0x20, 0x7F)))

_CONFLICT = re.compile(r"^[ \t]*(<{7}|>{7})(?=[ \r\n]|\Z)", re.MULTILINE)

# UTF-32 first: its little-endian mark starts with that of UTF-16.
_OTHER_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SAVE_AS_UTF_8 = "Save the file as UTF-8 (in most editors: Save as, Encoding, UTF-8)."


def decode(data: bytes, file: str, limits: Limits) -> tuple[str, tuple[Problem, ...]]:
    """Give the text of a file without a byte-order mark, and what forbids parsing it.

    Reports size, encoding, unresolved merge conflicts, invisible characters and directives.
    When there is any problem the text is not to be parsed.
    """
    if len(data) > limits.file_bytes:
        what = f"The file has {len(data):,} bytes; at most {limits.file_bytes:,} are read."
        return "", (_problem(file, START, what, "Split it into several maps."),)
    wrong = _wrong_encoding(data, file)
    if wrong is not None:
        return "", (wrong,)
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        return "", (_invalid_byte(data.removeprefix(codecs.BOM_UTF8), error.start, file),)
    scans = (_conflicts, _invisible_characters, _directives)
    # One scan after the other: conflict markers make noise of all that follows.
    found = next((problems for scan in scans if (problems := cut(scan(text, file), limits))), ())
    return text, found


def cut(problems: Iterable[Problem], limits: Limits) -> tuple[Problem, ...]:
    """Keep the first problems of a file up to the limit; the last one says that more follow."""
    found = list(islice(problems, limits.findings + 1))
    if len(found) > limits.findings:
        what = f"The file has more than {limits.findings} problems; it was not read further."
        mend = "Mend the ones above, then check again."
        found[-1] = Problem(place=found[-1].place, rule=RULE, what=what, mend=mend)
    return tuple(found)


def invisible(character: str) -> str:
    """Name a character that cannot be seen, such as ``U+2028 (line separator)``."""
    name = unicodedata.name(character, "control character").lower()
    if character == "\ufeff":
        name = "byte-order mark"
    if "\ud800" <= character <= "\udfff":
        name = "half of a character"
    return f"U+{ord(character):04X} ({name})"


def visible(text: str) -> str:
    """Give a text with the name of each character in it that takes no room, for a message."""
    hidden = {one for one in text if unicodedata.category(one) == "Cf"}
    for one in sorted(hidden):
        text = text.replace(one, f"[{invisible(one)}]")
    return text


def _wrong_encoding(data: bytes, file: str) -> Problem | None:
    for mark, name in _OTHER_ENCODINGS:
        if data.startswith(mark):
            return _problem(file, START, f"The file is saved as {name}.", _SAVE_AS_UTF_8)
    # ASCII saved as UTF-16 or UTF-32 without a mark: a zero byte among the first four.
    if b"\0" in data[:4]:
        what = "The file starts with a zero byte: it is saved as UTF-16, or it is no text."
        return _problem(file, START, what, _SAVE_AS_UTF_8)
    return None


def _invalid_byte(data: bytes, start: int, file: str) -> Problem:
    before = data[:start].decode("utf-8")
    line, column = Lines(before).position(len(before))
    what = f"Byte 0x{data[start]:02X} is not valid in a UTF-8 text."
    return _problem(file, Span(line, column, line, column + 1), what, _SAVE_AS_UTF_8)


def _conflicts(text: str, file: str) -> Iterator[Problem]:
    """Tell of each conflict once, from its first marker to its last.

    A line of ``=======`` outside of a conflict is an underlined heading in Markdown.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    lines = Lines(text)
    opened: int | None = None
    for marker in _CONFLICT.finditer(text):
        kind = marker.group(1)[0]
        if kind == "<" or (kind == ">" and opened is None):
            start = marker.start(1)
            if opened is not None:
                yield _conflict(lines, file, opened, opened)
            opened = start
        if kind == ">" and opened is not None:
            yield _conflict(lines, file, opened, marker.start(1))
            opened = None
    if opened is not None:
        yield _conflict(lines, file, opened, opened)


def _conflict(lines: Lines, file: str, first: int, last: int) -> Problem:
    span = lines.span(first, lines.end_of_line(last))
    what = "An unresolved merge conflict stands here."
    if span.end_line > span.line:
        what = f"Lines {span.line} to {span.end_line} are an unresolved merge conflict."
    mend = "Keep the words that are right and delete the lines of `<<<<<<<`, `=======`, `>>>>>>>`."
    return _problem(file, span, what, mend)


def _invisible_characters(text: str, file: str) -> Iterator[Problem]:
    # Nearly every file is plain ASCII, and that is told eight times sooner than by a pattern.
    if (text.isascii() and not text.encode().translate(None, _FINE)) or not FORBIDDEN.search(text):
        return
    lines = Lines(text)
    for found in FORBIDDEN.finditer(text):
        what = f"An invisible character stands here: {invisible(found.group())}."
        yield _problem(file, lines.span(*found.span()), what, "Delete it.")


def _directives(text: str, file: str) -> Iterator[Problem]:
    """Tell of the directives above the first content; elsewhere ``%`` is a syntax error.

    The parsers must not see them: libyaml compares each with all before it.
    """
    start = after_comments(text, 0)
    if not text.startswith("%", start):
        return
    lines = Lines(text)
    while text.startswith("%", start) and lines.position(start)[1] == 1:
        end = lines.end_of_line(start)
        what = f"`{text[start:end][:40].rstrip()}` is a YAML directive; a map has none."
        mend = "Delete the line; text that starts with `%` needs quotes."
        yield _problem(file, lines.span(start, end), what, mend)
        start = after_comments(text, end)


def _problem(file: str, span: Span, what: str, mend: str) -> Problem:
    return Problem(place=Place(file, span), rule=RULE, what=what, mend=mend)
