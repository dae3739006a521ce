"""The keys of one mapping put into another order, each with what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_journeys.edit.gaps import blank_lines, indented
from mkdocs_journeys.load.allowances import MARK
from mkdocs_journeys.load.editing import Change, changed

IN_FRONT = re.compile(r" *(?:- +)?")
"""What may stand in front of a first key; any other must stay where it is."""

_BETWEEN_IN_BRACES = re.compile(r"\s*,\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One key with its value, by indexes into the text; changes inside of it are made first.

    ``lead`` is where the lines above it begin that go with it, ``line`` where its own does.
    In braces both are where the key starts.
    """

    lead: int
    line: int
    start: int
    end: int
    rank: int
    changes: tuple[Change, ...]


def in_order(text: str, entries: Sequence[Entry], *, of_a_key: bool) -> list[Change]:
    """Give the change that puts keys in lines into the order of their ranks.

    Only the changes inside of them where they are in order. ``of_a_key`` is false for a file and
    for an entry of a list: what stands above their first key speaks of all of them, so no comment
    that allows a finding comes to stand there.
    """
    wanted = _by_rank(entries)
    if MARK in _lead(text, wanted[0]) and not of_a_key:
        wanted = [entries[0], *(one for one in wanted if one is not entries[0])]
    if wanted == list(entries):
        return _all_changes(entries)
    return [(entries[0].lead, entries[-1].end, "".join(_pieces(text, entries, wanted)))]


def in_order_in_braces(text: str, entries: Sequence[Entry]) -> list[Change]:
    """Give the change that puts keys in braces into the order of their ranks.

    What stands between them, commas and line ends, stays; with a comment there, all does.
    """
    wanted = _by_rank(entries)
    between = [text[one.end : following.start] for one, following in pairwise(entries)]
    if wanted == list(entries) or not all(map(_BETWEEN_IN_BRACES.fullmatch, between)):
        return _all_changes(entries)
    bodies = [_body(text, one) for one in wanted]
    new = "".join(part for pair in zip(bodies, (*between, ""), strict=True) for part in pair)
    return [(entries[0].start, entries[-1].end, new)]


def _by_rank(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda one: one.rank)


def _all_changes(entries: Iterable[Entry]) -> list[Change]:
    return [change for one in entries for change in one.changes]


def _lead(text: str, entry: Entry) -> str:
    return text[entry.lead : entry.line]


def _body(text: str, entry: Entry) -> str:
    return changed(text, entry.changes, entry.start, entry.end)


def _pieces(text: str, entries: Sequence[Entry], wanted: Sequence[Entry]) -> Iterable[str]:
    """Give the lines of a mapping: what leads to each key, its indentation, and the key."""
    old, new = entries[0], wanted[0]
    front = text[old.line : old.start]
    dash, _, behind = front.partition("-")
    indentation = " " * len(front)
    leads = {one.start: blank_lines(_lead(text, one)) for one in entries}
    # Blank lines part a key from the one above it: the first key has none above it.
    blanks = {
        **{start: top for start, (top, _) in leads.items()},
        old.start: leads[new.start][0],
        new.start: leads[old.start][0],
    }
    for one in wanted:
        rest = leads[one.start][1]
        if one is new:
            yield blanks[one.start]
            yield indented(rest, dash) if behind else rest
            yield front
        else:
            yield blanks[one.start] + rest + indentation
        yield _body(text, one)
