"""Comments that allow what a rule would find: ``# journeys: allow RULE, RULE – reason``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from yaml.events import ScalarEvent

from mkdocs_journeys.load.lines import Lines
from mkdocs_journeys.load.tree import Mapping, Node, Sequence
from mkdocs_journeys.load.yaml_parser import PARSER
from mkdocs_journeys.problems import Place, Span

MARK = "journeys: allow"
"""What stands in every file with an allowance: most files are looked through no further."""

WHOLE_FILE = (1, 1_000_000_000)
"""The first and last line of any file: none is so long."""

_COMMENT = re.compile(r"(?<![^ \t\r\n])#+[ \t]*journeys: allow(?![\w-])([^\r\n]*)")
_NAME = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
_NAMES = re.compile(rf"[ \t]+{_NAME.pattern}(?:[ \t]*,[ \t]*{_NAME.pattern})*")
_REASON = re.compile(r"[ \t]*(?P<dash>[–—:-])?[ \t]*(?P<text>.*?)[ \t]*\Z")


class Named(NamedTuple):
    """A word in an allowance that shall be the name of a rule."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """One such comment. ``first`` and ``last`` are the lines that it speaks of, both included.

    ``reason`` is empty where none is given. ``without_dash`` is the place of words that stand
    where the reason belongs, but with no dash before them; None where there are none. ``whole``
    is what has to go so that nothing of it is left, its line too where it has one of its own.
    """

    place: Place
    whole: Place
    names: tuple[Named, ...]
    reason: str
    without_dash: Place | None
    first: int
    last: int


def allowances_in(text: str, root: Node, file: str) -> tuple[Allowance, ...]:
    """Give the allowances of a file that can be read, in its order; none in most files.

    Behind a value, one speaks of its own line; alone on a line, of what begins on the next: the
    whole entry of the list or the mapping. Before the first key, it speaks of the whole file.
    What only looks like one inside a text is none. ``text`` has no byte-order mark.
    """
    if MARK not in text:
        return ()
    lines = Lines(text)
    texts = tuple(_texts(text, lines))
    starts = [start for start, _ in texts]
    ends = _ends(root)
    found = []
    for comment in _COMMENT.finditer(text):
        before = bisect_right(starts, comment.start()) - 1
        if before < 0 or comment.start() >= texts[before][1]:
            found.append(_allowance(comment, text, lines, root, ends, file))
    return tuple(found)


def _allowance(
    comment: re.Match[str], text: str, lines: Lines, root: Node, ends: dict[int, int], file: str
) -> Allowance:
    start, end = comment.start(), comment.start() + len(comment[0].rstrip())
    line, column = lines.position(start)
    names, without_dash, reason = _said(comment, lines, file)
    in_front = lines.line(line)[: column - 1]
    if in_front.strip():
        first = last = line
        whole = Span(line, len(in_front.rstrip()) + 1, *lines.position(comment.end()))
    else:
        whole = Span(line, 1, line + 1, 1)
        first, last = WHOLE_FILE if line < root.span.line else _next(line, lines, ends)
    return Allowance(
        place=Place(file, lines.span(start, end)),
        whole=Place(file, whole),
        names=names,
        reason=reason,
        without_dash=without_dash,
        first=first,
        last=last,
    )


def _said(
    comment: re.Match[str], lines: Lines, file: str
) -> tuple[tuple[Named, ...], Place | None, str]:
    """Give the names, the place of words that no dash makes a reason, and the reason."""
    text, begin = comment.string, comment.start(1)
    listed = _NAMES.match(text, begin, comment.end())
    names = tuple(
        Named(one[0], Place(file, lines.span(*one.span())))
        for one in (_NAME.finditer(text, begin, listed.end()) if listed else ())
    )
    behind = listed.end() if listed else begin
    rest = _REASON.match(text[behind : comment.end()])
    assert rest is not None, "every part of it may be empty"
    if rest["dash"] or not rest["text"]:
        return names, None, rest["text"]
    loose = lines.span(behind + rest.start("text"), behind + rest.end("text"))
    return names, Place(file, loose), ""


def _next(line: int, lines: Lines, ends: dict[int, int]) -> tuple[int, int]:
    """Give the lines of what begins below a comment; further comments may stand between."""
    below = line + 1
    while lines.line(below).lstrip().startswith("#"):
        below += 1
    return below, ends.get(below, below)


def _ends(root: Node) -> dict[int, int]:
    """Give the last line of the outermost entry that begins on a line, by that line."""
    ends: dict[int, int] = {}
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            for key, value in node.entries:
                ends.setdefault(key.span.line, max(key.span.end_line, value.span.end_line))
            waiting.extend(value for _, value in reversed(node.entries))
        elif isinstance(node, Sequence):
            for item in node.items:
                ends.setdefault(item.span.line, item.span.end_line)
            waiting.extend(reversed(node.items))
    return ends


def _texts(text: str, lines: Lines) -> Iterator[tuple[int, int]]:
    """Give where texts in quotes and blocks of text begin and end, by index.

    A comment may stand behind the ``|`` of a block. No other text can hold one: `` #`` ends it.
    """
    events: Iterator[Any] = iter(PARSER(text).get_event, None)
    for event in events:
        kind: type = event.__class__
        if kind is ScalarEvent and event.style:
            start, end = event.start_mark.index, event.end_mark.index
            yield (lines.end_of_line(start) if event.style in "|>" else start), end
