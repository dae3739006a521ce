"""Words that show when a mouse rests on something, and stay words in the theme's hands."""

from __future__ import annotations

import re

_TIP = re.compile(r' title="[^"]*&(?:lt|amp);[^"]*"')
_SIGN = re.compile("&(?:lt|amp);")

APART = "\u2060"
"""Joins two words and shows as nothing."""


def as_words(html: str) -> str:
    """Give HTML in which no `title` would be markup if somebody took it for some.

    Material (9.8.1) with `content.tooltips` writes what stands in a `title` into the page as
    HTML. Behind an invisible sign neither `<` nor `&` begins anything there, and a browser's own
    tip shows the same words. Text that only looks like an attribute stays as it is.
    """
    return _TIP.sub(lambda tip: _apart(html, tip), html)


def _apart(html: str, tip: re.Match[str]) -> str:
    is_in_tag = html.rfind("<", 0, tip.start()) > html.rfind(">", 0, tip.start())
    return _SIGN.sub(rf"\g<0>{APART}", tip[0]) if is_in_tag else tip[0]
