"""Which text became which: the entries of a list on both sides."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from mkdocs_journeys.changes.matching import LIKE_ENOUGH

MOST_PAIRS = 10_000
"""Lists that differ in more than this are not searched for reworded entries."""

MENTION = "\x00"
"""Begins the words of what is known by a mention: it is never merely alike."""


def alike(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Pair texts by their likeness, the best first; the same with the sides exchanged."""
    if len(before) * len(after) > MOST_PAIRS:
        return []
    scored = [
        (-score, abs(one - other), min(one, other), one, other)
        for one, text in enumerate(before)
        for other, there in enumerate(after)
        if (score := _likeness(text, there)) >= LIKE_ENOUGH
    ]
    found: list[tuple[int, int]] = []
    ones: set[int] = set()
    others: set[int] = set()
    for _, _, _, one, other in sorted(scored):
        if one not in ones and other not in others:
            ones.add(one)
            others.add(other)
            found.append((one, other))
    return found


def _likeness(one: str, other: str) -> float:
    """Say how alike two texts are, from 0 to 1; mentions lead to the same thing or they do not."""
    if one.startswith(MENTION) or other.startswith(MENTION):
        return float(one == other)
    return fuzz.ratio(one.casefold(), other.casefold()) / 100
