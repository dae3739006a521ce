"""What stands in the fields of handbooks that are made at random."""

from __future__ import annotations

import re
from base64 import b64decode
from typing import Any

from hypothesis import strategies as st

from mkdocs_journeys.load.decode import FORBIDDEN
from mkdocs_journeys.model.emotion import Score
from mkdocs_journeys.model.handbook import Colour
from mkdocs_journeys.model.values import Day, Frequency, Number, Period, Severity

PICTURE = "journeys/images/dot.png"
"""The one picture of every such handbook, below maps/."""

# One grey pixel.
DOT = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
)

HARMLESS = "Plain words"
HOSTILE = (
    "<script>window.__x=1</script>",
    "</title></svg><img src=x onerror=window.__x=1>",
    "' onmouseover='window.__x=1",
    '" onload="window.__x=1',
    "]]><script>window.__x=1</script><!--",
    "&lt;b&gt; &amp;amp; &#x41;",
    "<iframe srcdoc=x></iframe><form action=//evil.test><style>*{}</style>",
    "[x](javascript:window.__x=1)",
    "![p](https://evil.test/t.png)",
    "x {: onclick=\"window.__x=1\" style='x' }",
    "<https://evil.test> | a | b |",
    "# not a heading",
    "*[HTML]: abbr",
    "**bold** _and_ `code`",
    "{{ 7*7 }}{% raw %}{# x #}",
    'x"]; evil [label="',
    "{a|b} \\N \\l ends with \\",
    "javascript:window.__x=1",
    "=cmd|' /C calc'!A0",
    "שלום עולם \u202etxt.exe\u202c",
    "日本語テスト",
    "👩🏽‍👩🏽‍👧🏽 🏳️‍🌈 🇳🇱",
    "Z̷a̴l̵g̶o̷ e\u0301 \u200b",
    "½ ² ™ © İstanbul ı ß ﬀ",
    "no",
    "1.10",
    "~",
    "- a: b # c",
    "%3 100% %s {} {0}",
)
"""Texts that are markup, code or trouble somewhere; in a map each is just what somebody said."""

UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\U000e0000-\U000e007f]")

# Zero-width and directional marks stay: people type them.
_ANY = st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp"]).filter(
    lambda character: not FORBIDDEN.match(character)
)
TEXTS = st.sampled_from(HOSTILE) | st.text(_ANY, min_size=1, max_size=30).filter(str.strip)

VALUES: dict[Any, tuple[str, ...]] = {
    Day: ("2026-11-21", "2026-08", "2024-02-29", "0001-01-01", "9999-12-31", "9999-12"),
    Period: ("3 months", "P3M", "2 weeks", "10 days", "1 year", "9999 years", "P999Y9999M"),
    Number: ("0", "-1", "1.5", "+3", "-0.0", "999999999999999", "-999999999999999.5"),
    Severity: ("low", "critical", "1", "4", "7/10"),
    Frequency: ("rare", "always", "2", "10/10"),
    Score: ("-2", "-1.5", "-0", "0", "0.4", "1", "2"),
    Colour: ("#463BB8",),
}
"""What stands in fields that are read: usual things, and the ends of what is allowed."""

ADDRESSES = ("https://research.example/study?a=1&b=2", "javascript:window.__x=1", "//evil.test")
