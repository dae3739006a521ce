"""Texts of maps in Markdown: words, and nothing that is live.

A forge looks for mentions, issues, addresses and emoji in the finished text, where neither a
backslash nor an entity helps (https://github.com/github/cmark-gfm/issues/181). An empty HTML
comment parts the sign from what follows; unlike a space of no width it is not copied along.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

from wcwidth import iter_graphemes

from mkdocs_journeys.printable import printable
from mkdocs_journeys.problems import code_spans

APART = "<!-- -->"
"""Stands where two signs together would mean something to a forge; nobody sees it."""

# No text has this sign any more when it stands for APART.
_HERE = "\0"
_WRITTEN = str.maketrans(
    {_HERE: APART} | {sign: f"&#{ord(sign)};" for sign in "\\`*_[]<>|&~$^{}#@!="}
)
_SIGNS = r"(?<=[@#:!%$&~^\[{*+])(?=\S)|(?<=\bGH)(?=-\d)"
# Some also take `//shop.example` and `shop.example` for addresses; files of ours end otherwise.
_ADDRESSES = r"(?<=/)(?=/)|(?<=\bwww)(?=\.)|(?<=[^\s.]\.)(?!ya?ml\b)(?=[^\W\d_]{2})"
_PARTED = re.compile(f"{_SIGNS}|{_ADDRESSES}", re.IGNORECASE)
# GitHub links commits by seven digits of their hash.
_HASH = re.compile(r"[0-9a-f]{6}(?=[0-9a-f])", re.IGNORECASE)


def inert(text: str) -> str:
    """Give a text in one line, for the middle of a line of Markdown."""
    plain = _PARTED.sub(_HERE, printable(" ".join(text.split())))
    return _HASH.sub(rf"\g<0>{_HERE}", plain).translate(_WRITTEN)


def inert_sentence(text: str) -> str:
    """Give a sentence of our own about things of a map; what stands between backticks is code."""
    return "".join(
        f"<code>{_with_its_spaces(piece)}</code>" if is_code else _with_its_spaces(piece)
        for piece, is_code in code_spans(text)
    )


def inert_within(text: str, room: int, written: Callable[[str], str] = inert) -> str:
    """Give a text of at most so many characters as they are written; what is cut ends in ``…``."""
    # An escaped text is never shorter, so that no text is looked at beyond its room.
    if len(text) <= room and len(whole := written(text)) <= room:
        return whole
    letters = list(iter_graphemes(text[: room + 1]))
    fits, too_many = 0, len(letters) + 1
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        if len(written("".join(letters[:middle]))) < room:
            fits = middle
        else:
            too_many = middle
    return written("".join(letters[:fits])).rstrip() + "…" if room > 0 else ""


def beginning(text: str, letters: int) -> str:
    """Give a text of at most so many letters, as a reader counts them; the last may be ``…``."""
    if len(text) <= letters:
        return text
    found = list(islice(iter_graphemes(text), letters + 1))
    return text if len(found) <= letters else "".join(found[: letters - 1]).rstrip() + "…"


def _with_its_spaces(piece: str) -> str:
    before, after = (
        " " if spaced else "" for spaced in (piece[:1].isspace(), piece[-1:].isspace())
    )
    return f"{before}{inert(piece)}{after}"
