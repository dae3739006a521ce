"""Which quotes a text has, where that is certain to change nothing."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_/][A-Za-z0-9]+)*")

NO_TEXT = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
"""Words that some YAML tools take for something else than text when they stand bare."""


def canonical_quotes(said: str, text: str, *, is_word: bool) -> str:
    """Give a text as it is best written; ``said`` is how it stands there, quotes and all.

    Keys, mentions, ids and choices (``is_word``) need no quotes. Other texts keep theirs, double
    ones where nothing in them would have to be escaped. Several lines stay what they are.
    """
    if said[:1] not in ("'", '"') or said[1:-1].replace("''", "'") != text:
        return said
    if is_word and _WORD.fullmatch(text) and text.casefold() not in NO_TEXT:
        return text
    is_certain = text.isprintable() and not {'"', "\\"} & set(text)
    return f'"{text}"' if said[0] == "'" and is_certain else said
