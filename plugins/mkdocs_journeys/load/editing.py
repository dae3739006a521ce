"""Edits put into a file: all other bytes stay what they are."""

from __future__ import annotations

import codecs
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from mkdocs_journeys.load.source import Source
from mkdocs_journeys.load.yaml_text import read
from mkdocs_journeys.problems import Edit, Place, Problem

Change = tuple[int, int, str]
"""Where a stretch of text begins and ends, by index, and what stands there instead."""


def edited(source: Source, edits: Iterable[Edit]) -> bytes:
    """Give the bytes of a file with edits that do not overlap; its byte-order mark stays."""
    text = source.text
    changes = (_change(source, edit) for edit in edits)
    mark = codecs.BOM_UTF8 if source.data.startswith(codecs.BOM_UTF8) else b""
    return mark + changed(text, changes, 0, len(text)).encode("utf-8")


def changed(text: str, changes: Iterable[Change], start: int, end: int) -> str:
    """Give the stretch of a text from ``start`` up to ``end`` with changes inside of it."""
    pieces, at = [], start
    for begin, stop, instead in sorted(changes):
        pieces += [text[at:begin], instead]
        at = stop
    return "".join([*pieces, text[at:end]])


def together(source: Source, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give the findings of one file whose edits can be made at once.

    All edits of a finding or none are made. Of two that overlap the longer one is, because the
    shorter mends a part of the same mistake; the other has its turn in the next round.
    """
    taken: list[Change] = []
    chosen: list[Problem] = []
    for problem in sorted(
        (one for one in problems if one.fixes), key=lambda one: _order(source, one)
    ):
        changes = [_change(source, edit) for edit in problem.fixes]
        if all(_has_room(change, taken) for change in changes):
            chosen.append(problem)
            taken = sorted({*taken, *changes})
    return tuple(sorted(chosen, key=lambda one: one.place))


def edits_of(problems: Iterable[Problem]) -> tuple[Edit, ...]:
    """Give the edits of some findings, each once, in the order of the file."""
    return tuple(sorted({edit for problem in problems for edit in problem.fixes}))


def still_reads(source: Source, data: bytes) -> bool:
    """Tell whether an edited map reads at least as well as before; a page of text always does."""
    if not source.is_yaml:
        return True
    before, after = (read(each, source.file, source.limits) for each in (source.data, data))
    return (before.root is None or after.root is not None) and _broken(after.problems) <= _broken(
        before.problems
    )


def _broken(problems: Iterable[Problem]) -> int:
    return sum(problem.rule in ("yaml-syntax", "duplicate-key") for problem in problems)


def _order(source: Source, problem: Problem) -> tuple[int, Place, tuple[Edit, ...]]:
    changes = [_change(source, edit) for edit in problem.fixes]
    return -max(end - start for start, end, _ in changes), problem.place, problem.fixes


def _change(source: Source, edit: Edit) -> Change:
    return (*source.indexes(edit.place.span), edit.text)


def _has_room(change: Change, taken: Sequence[Change]) -> bool:
    """Tell whether a change touches nothing that another one changes; the same one may."""
    at = bisect_left(taken, change)
    near = taken[max(0, at - 1) : at + 1]
    return change in near or not any(_overlap(change, other) for other in near)


def _overlap(one: Change, other: Change) -> bool:
    first, second = sorted((one, other))
    if first[0] == second[0]:
        # A text may be put in directly in front of another that is changed, but of two texts
        # put in at one place nobody knows which comes first.
        return first[1] > first[0] or second[1] == second[0]
    return second[0] < first[1]
