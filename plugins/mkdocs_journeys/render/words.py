"""Words inside drawings: cleaned, measured without a font, and broken into lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from wcwidth import iter_graphemes, wcswidth

LONGEST_DRAWN = 120
"""How many characters (as a reader counts them) a drawing shows before it ends in an ellipsis."""

_MOST_CODE_POINTS = 12 * LONGEST_DRAWN
"""A bound on the work for one text: a thousand accents on one letter still count as one."""

_ELLIPSIS = "…"

# Widths in em at weight 500, measured in Noto Sans and rounded up: it is the widest of the system
# fonts our style sheets name. A word that is narrower than we think leaves a little room, no more.
_EMS = {
    char: ems
    for ems, chars in (
        (0.28, " '’,.:;!ijlJ`"),
        (0.36, "()[]{}/\\-“”‘ft‐"),
        (0.38, "I–"),
        (0.44, '"r_'),
        (0.48, "?csz"),
        (0.56, "*|EFLSkvxy"),
        (0.59, "$+<=>^~£€0123456789TXYZae"),
        (0.63, "KPRVbdghnopqu"),
        (0.66, "#ABC"),
        (0.78, "&DGHNOQU"),
        (0.81, "w"),
        (0.95, "%@MWm…—"),
    )
    for char in chars
}
_EM_LETTER, _EM_JOINED, _EM_CAPITAL, _EM_WIDE, _EM_EMOJI = 0.68, 0.56, 0.78, 1.0, 1.3
_BOLD = 1.06
"""How much wider a line is at weight 600."""

_SPACES = re.compile("[ \t\n\r\f\v\x85\u2028\u2029]+")
# A line may not begin with the first of these, nor end with the second (JIS X 4051, simplified).
_NEVER_FIRST = frozenset(
    "、。，．・：；！？）］｝」』】〉》〕”’ー々ゝヽぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥"
)
_NEVER_LAST = frozenset("（［｛「『【〈《〔“‘")
_BREAK_AFTER = frozenset("-/‐–—\u200b")


class Wrapped(NamedTuple):
    """Lines as they are drawn, and whether something had to be left out.

    A line keeps the space it ends with, so that joining the lines gives the text again.
    """

    lines: tuple[str, ...]
    is_shortened: bool


def clean(text: str) -> str:
    """Give the text in one line, without characters that XML or HTML forbids.

    Runs of spaces and line breaks become one space. No-break spaces, joiners and marks of
    direction stay: they belong to the words.
    """
    plain = _SPACES.sub(" ", text)
    if plain.isascii() and plain.isprintable():
        return plain.strip(" ")
    return "".join(char for char in plain if _is_allowed(char)).strip(" ")


def _is_allowed(char: str) -> bool:
    code = ord(char)
    is_noncharacter = 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
    return unicodedata.category(char) not in ("Cc", "Cs") and not is_noncharacter


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is when drawn at a font size, in points, estimated and rather too wide."""
    ems = sum(map(_ems, _clusters(text)))
    return ems * size * (_BOLD if bold else 1.0)


def _clusters(text: str) -> Iterable[str]:
    """What a reader takes for one character each; quick for what needs no tables."""
    return text if text.isascii() else iter_graphemes(text)


def _ems(cluster: str) -> float:
    first = cluster[0]
    known = _EMS.get(first)
    if known is not None:
        return known
    columns = wcswidth(cluster)
    if columns <= 0:
        return 0.0
    if columns >= 2:
        return _EM_EMOJI if unicodedata.category(first) == "So" else _EM_WIDE
    if unicodedata.bidirectional(first) == "AL":
        return _EM_JOINED
    return _EM_CAPITAL if first.isupper() or not first.isalpha() else _EM_LETTER


@lru_cache(maxsize=4096)  # A title is drawn in several diagrams, across and down.
def wrap(text: str, rooms: tuple[float, ...], size: float, *, bold: bool = False) -> Wrapped:
    """Break a cleaned text into at most ``len(rooms)`` lines, each narrower than its room.

    Breaks between words, between East Asian characters, and inside a word only where it is
    longer than a line; never inside what a reader takes for one character. What does not fit, or
    comes after ``LONGEST_DRAWN`` characters, becomes an ellipsis.
    """
    rooms_in_ems = tuple(room / (size * (_BOLD if bold else 1.0)) for room in rooms)
    shown = tuple(islice(_clusters(text[:_MOST_CODE_POINTS]), LONGEST_DRAWN))
    lines: list[str] = []
    start = 0
    for room in rooms_in_ems:
        if start >= len(shown):
            break
        end = _end_of_line(shown, start, room)
        lines.append("".join(shown[start:end]))
        start = end
    if sum(map(len, lines)) == len(text):
        return Wrapped(tuple(lines), False)
    lines[-1] = _with_ellipsis(lines[-1], rooms_in_ems[len(lines) - 1])
    return Wrapped(tuple(lines), True)


def _end_of_line(clusters: tuple[str, ...], start: int, room: float) -> int:
    """Where the next line begins; always behind ``start``, so that every word ends up somewhere."""
    used = 0.0
    last_break = start
    for index in range(start, len(clusters)):
        cluster = clusters[index]
        if index > start and _may_break(clusters[index - 1], cluster):
            last_break = index
        used += _ems(cluster)
        # A space may hang over the edge: nobody sees it.
        if used > room and cluster != " ":
            return last_break if last_break > start else max(index, start + 1)
    return len(clusters)


def _may_break(before: str, after: str) -> bool:
    if after == " ":
        return False
    if before == " ":
        return True
    if after[0] in _NEVER_FIRST or before[0] in _NEVER_LAST:
        return False
    if before[-1] in _BREAK_AFTER:
        # "-17 %" and "9-5" stay whole.
        return not after[0].isdigit()
    return _is_east_asian(before) or _is_east_asian(after)


def _is_east_asian(cluster: str) -> bool:
    # Korean is written with spaces and breaks there.
    return (
        not cluster.isascii()
        and unicodedata.east_asian_width(cluster[0]) in "WF"
        and not "가" <= cluster[0] <= "힣"
    )


def _with_ellipsis(line: str, room: float) -> str:
    clusters = tuple(_up_to(line.rstrip(" "), room - _EMS[_ELLIPSIS]))
    return "".join(clusters).rstrip(" ,;:.") + _ELLIPSIS


def _up_to(line: str, room: float) -> Iterator[str]:
    used = 0.0
    for cluster in _clusters(line):
        used += _ems(cluster)
        if used > room:
            return
        yield cluster


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left (Arabic, Hebrew …)."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False
