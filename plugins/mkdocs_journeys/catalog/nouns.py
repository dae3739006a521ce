"""The words for what a mention leads to, joined for messages."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.model.kinds import KINDS

NOUNS = {kind.key_kind: kind.noun for kind in KINDS} | {
    "stage": "stage",
    "step": "step",
    "pain-point": "pain point",
    "objective": "objective",
    "hypothesis": "hypothesis",
    "lifecycle": "lifecycle stage",
}
"""What messages call each kind in mentions."""


def either(nouns: Iterable[str]) -> str:
    """Join nouns for a message: ``persona, stakeholder or segment``."""
    *first, last = nouns
    return f"{', '.join(first)} or {last}" if first else last


def an(noun: str) -> str:
    """Put the right article before a noun: ``an initiative``; evidence has none."""
    if noun == "evidence":
        return noun
    return f"{'an' if noun[0] in 'aeio' else 'a'} {noun}"
