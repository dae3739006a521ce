"""Addresses that authors give: which of them may become links out of the handbook."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\u00a0\u2028\u2029\ufeff]")
"""Blanks and control characters, which browsers leave out before they read an address."""


def outward(address: str | None) -> str:
    """Give an address that may be linked to, or nothing for one that is shown as text.

    Only http and https with a host may: anything else can run a script, or opens something on
    the reader's own machine.
    """
    given = (address or "").strip()
    if not given or _UNSEEN.search(given):
        return ""
    try:
        parts = urlsplit(given)
        has_host = bool(parts.hostname)
    except ValueError:
        # A bracket that no IPv6 address closes; browsers refuse it too.
        return ""
    return given if has_host and parts.scheme in ("http", "https") else ""
