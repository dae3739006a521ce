"""Numbers as people write them, and how to say that something cannot be read."""

from __future__ import annotations

import re

from pydantic_core import PydanticCustomError

_THOUSANDS = re.compile(r"[1-9]\d{0,2}(,\d{3})+")
_NUMBER = re.compile(r"[+-]?(0|[1-9]\d{0,14})(\.\d{1,15})?")


def unreadable(what: str, mend: str) -> PydanticCustomError:
    """Say that a text cannot be read: ``what`` is wrong with it, and how to ``mend`` it."""
    return PydanticCustomError("unreadable", "{what}", {"what": what, "mend": mend})


def read_number(text: str) -> float:
    """Read a whole or decimal number; ``010``, ``1_000``, ``12:30`` and ``.nan`` are refused.

    Those are read differently by different YAML tools, and none of them is what people mean.
    """
    if _NUMBER.fullmatch(text.strip()) is None:
        mend = "Write a plain number, for example `1.5`."
        plain = re.sub("[\u2010-\u2015\u2212]", "-", text.strip())
        if plain != text.strip() and _NUMBER.fullmatch(plain):
            mend = f"Write it with the minus of the keyboard: `{plain}`."
        elif whole := without_commas(text):
            mend = f"Write it without the comma, `{whole}`; decimals have a point."
        elif re.fullmatch(r"[+-]?[\d_]*\d,\d+", text.strip()):
            mend = f"Write a point instead of the comma: `{text.strip().replace(',', '.')}`."
        raise unreadable(f"`{text}` is no number", mend)
    return float(text)


def without_commas(text: str) -> str:
    """Give a number whose thousands are parted by commas without them; empty for any other."""
    return text.strip().replace(",", "") if _THOUSANDS.fullmatch(text.strip()) else ""


def read_whole(text: object) -> int:
    """Read a whole number as typed; whole numbers that are read already pass."""
    if isinstance(text, int):
        return text
    number = read_number(str(text))
    if not number.is_integer():
        raise unreadable(f"`{text}` is no whole number", "Write a whole number.")
    return int(number)
