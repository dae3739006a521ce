"""Pieces of a map inside our own sentences: shortened, or in quotes as YAML wants them."""

from __future__ import annotations

from mkdocs_journeys.problems import Span

Refusal = tuple[Span, str, str]
"""Where something stands that cannot be read, what is wrong, and how to mend it."""

_SHOWN = 40


def in_quotes(text: str) -> str:
    """Put a text in quotes as YAML wants them."""
    text = " ".join(text.split())
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'


def shown(text: str) -> str:
    """Shorten a text for a message and keep it on one line."""
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
