"""Files that are worth a closer look, told from their bytes: few rules need to read every text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Mark = Literal["placeholder", "private", "linked"]
"""Why: there is a word that holds a place for others, something that may name a person, a link."""

PLACEHOLDERS = ("TODO", "TBD", "TBC", "TBA", "FIXME", "???", "Lorem ipsum", "lorem ipsum")

# Whole files are taken through tables and searched as bytes, because that is a hundred times
# quicker than to look at every text in them: thousands of maps pass by here in every check.
_SMALL_OR_MARKS = bytes(
    byte
    for byte in range(256)
    if not (chr(byte).isascii() and chr(byte) in "_-? \n")
    and not (48 <= byte <= 57 or 65 <= byte <= 90)
)
"""What is left of a file without these is capitals, digits, and what keeps them apart."""
_AS_ONE_SIGN = bytes(
    ord("0") if 48 <= byte <= 57 or 65 <= byte <= 90 or byte == ord("_") else byte
    for byte in range(256)
)
_KEY_LIKE = b"0" * 6
"""So many capitals and digits side by side are a key, or a number with six digits."""

# Digits become 0, those of East Asian widths too (EF BC 90 … 99), and what people write between
# the digits of a number goes: spaces, hyphens, dashes, full stops, brackets, slashes.
_AS_ZEROS = bytes(
    ord("0") if 48 <= byte <= 57 or 0x90 <= byte <= 0x99 else byte for byte in range(256)
)
_BETWEEN_DIGITS = b" -.()/\xc2\xa0\xe2\x80\xaf\xef\xbc"
_LONG_NUMBER = b"0" * 9
"""Shorter ones are dates, prices and order numbers; a phone number with its area is longer."""
_ARABIC = (b"\xd9", b"\xdb")
"""What digits of Arabic and Persian begin with in UTF-8, among all the letters."""
_WIDE_AT = b"\xef\xbc\xa0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A file that is worth a closer look, and its text, so that places in it can be found."""

    file: str
    marks: frozenset[Mark]
    text: str


def marked(data: bytes, file: str) -> Marked | None:
    """Look at the bytes of a file; None where no rule needs to read it closely.

    A mark says no more than *look here*: most files that have one are as they should be.
    """
    capitals = data.translate(None, _SMALL_OR_MARKS)
    marks: set[Mark] = set()
    if _may_hold_a_place(data, capitals):
        marks.add("placeholder")
    if _may_be_private(data, capitals):
        marks.add("private")
    if b"](" in data:
        marks.add("linked")
    if not marks:
        return None
    text = data.decode("utf-8-sig", errors="replace")
    return Marked(file=file, marks=frozenset(marks), text=text)


def _may_hold_a_place(data: bytes, capitals: bytes) -> bool:
    """Look for the placeholders, by a part of each that several share."""
    return (
        b"TODO" in capitals
        or b"TB" in capitals
        or b"FIXME" in capitals
        or b"???" in capitals
        or b"orem ipsum" in data
    )


def _may_be_private(data: bytes, capitals: bytes) -> bool:
    return (
        b"@" in data
        or _LONG_NUMBER in data.translate(_AS_ZEROS, _BETWEEN_DIGITS)
        or _KEY_LIKE in capitals.translate(_AS_ONE_SIGN)
        or b"asswor" in data
        or b"-----BEGIN" in data
        or _ARABIC[0] in data
        or _ARABIC[1] in data
        or _WIDE_AT in data
    )
