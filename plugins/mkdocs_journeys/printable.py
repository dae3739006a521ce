"""Words of maps for a terminal or a log: shown as they are, and never obeyed."""

from __future__ import annotations

import unicodedata

# Not those that write a word from right to left, nor what joins emoji and letters.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# No XML may hold them, and no program shows them.
_NO_CHARACTERS = frozenset("\ufffe\uffff")


def printable(text: str) -> str:
    r"""Replace what would steer a terminal or break a line: ``\x1b`` for an escape character.

    So is what turns the direction of all that follows, what no character may be, and ``##[``,
    which GitHub still takes for a command anywhere in a line of its log.
    """
    text = text.replace("##[", "\\x23#[")
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        sign.encode("unicode_escape", "surrogatepass").decode("ascii") if _steers(sign) else sign
        for sign in text
    )


def _steers(sign: str) -> bool:
    return (
        unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")
        or sign in _TURNING
        or sign in _NO_CHARACTERS
    )
