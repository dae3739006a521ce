"""A comment made to fit: what there is no room for is left out in a fixed order, and said so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace

from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.cli.diff_formats.comment import MOST, Comment
from mkdocs_journeys.cli.diff_formats.pictures import Picture
from mkdocs_journeys.cli.diff_formats.report import tally
from mkdocs_journeys.cli.diff_formats.rows import LEAST_ROOM, more_row, short_row
from mkdocs_journeys.cli.formats.words import counted
from mkdocs_journeys.model.key import Key

ROWS_OF_A_MAP = 20

LONGEST_SHORT_ROW = 240

_SENTENCES = 400
"""Room for what is said of all that is left out."""


def fitted(comment: Comment) -> str:
    """Give a comment of at most 60,000 characters.

    First editorial and accepted changes go, then minor ones are counted, then curves and then
    flows, those of the maps that changed least first. Then rows get short, so that up to about 600
    stay; of more, each map keeps its first 20; and if even those are too many, changes are counted
    by map below the breaking ones. The head stays.
    """
    for shorter in STEPS:
        text = comment.text
        if len(text) <= MOST:
            return text
        comment = shorter(comment, len(text) - MOST + _SENTENCES)
    return comment.text


def without_editorial(comment: Comment, excess: int) -> Comment:
    """Leave editorial changes to the count in the head."""
    if not comment.editorial:
        return comment
    return replace(
        comment, editorial="", left_out=(*comment.left_out, "the table of editorial changes")
    )


def without_accepted(comment: Comment, excess: int) -> Comment:
    """Leave accepted changes to the count in the head."""
    if not comment.accepted:
        return comment
    return replace(
        comment, accepted="", left_out=(*comment.left_out, "the table of accepted changes")
    )


def without_minor(comment: Comment, excess: int) -> Comment:
    """Say how many minor changes there are of each sort."""
    minor = [change for change in comment.report.changes if change.level == "minor"]
    if not minor:
        return comment
    counts = Counter(change.name for change in minor)
    told = ", ".join(f"{count} {name}" for name, count in counts.most_common())
    return replace(
        comment,
        minor=f"{counted(len(minor), 'minor change')}: {told}.",
        left_out=(*comment.left_out, "the table of minor changes"),
    )


def without_curves(comment: Comment, excess: int) -> Comment:
    """Leave out curves, of the map that changed least first."""
    pictures = list(comment.pictures)
    count = 0
    for at in reversed(range(len(pictures))):
        if excess <= 0:
            break
        if pictures[at].curve:
            excess -= len(pictures[at].curve)
            pictures[at] = replace(pictures[at], curve="")
            count += 1
    return _with_fewer(comment, pictures, counted(count, "curve") if count else "")


def without_flows(comment: Comment, excess: int) -> Comment:
    """Leave out flows, of the map that changed least first."""
    pictures = list(comment.pictures)
    count = 0
    for at in reversed(range(len(pictures))):
        if excess <= 0:
            break
        if pictures[at].flow:
            excess -= len(pictures[at].flow)
            pictures[at] = replace(pictures[at], flow="")
            count += 1
    return _with_fewer(comment, pictures, counted(count, "flow") if count else "")


def _with_fewer(comment: Comment, pictures: list[Picture], what: str) -> Comment:
    return replace(
        comment,
        pictures=tuple(pictures),
        left_out=(*comment.left_out, *((what,) if what else ())),
    )


def with_short_rows(comment: Comment, excess: int) -> Comment:
    """Say every change in fewer words, where all of them then fit."""
    each = _room(comment) // len(comment.main) if comment.main else 0
    if each < LEAST_ROOM:
        return comment
    return replace(
        comment,
        rows=_short(comment.main, each),
        left_out=(*comment.left_out, "sentences and links of the table"),
    )


def with_some_rows(comment: Comment, excess: int) -> Comment:
    """Show the first rows of each map, and how many more there are."""
    by_map: dict[Key, list[Change]] = defaultdict(list)
    for change in comment.main:
        by_map[change.home].append(change)
    more = {key: len(all_) - ROWS_OF_A_MAP for key, all_ in by_map.items()}
    shown = [change for all_ in by_map.values() for change in all_[:ROWS_OF_A_MAP]]
    each = _room(comment) // (len(shown) + sum(count > 0 for count in more.values()) * 2)
    if each < LEAST_ROOM:
        return comment
    rows: list[str] = []
    for key, all_ in by_map.items():
        rows += _short(all_[:ROWS_OF_A_MAP], each)
        if more[key] > 0:
            rows.append(_more(f"and {more[key]:,} more", comment, key, each * 2))
    missing = sum(count for count in more.values() if count > 0)
    return replace(
        comment,
        rows=tuple(rows),
        left_out=(*comment.left_out, f"{counted(missing, 'row')} of the table"),
    )


def with_counts(comment: Comment, excess: int) -> Comment:
    """Show the breaking changes that there is room for, and count the rest by map."""
    breaking = [change for change in comment.main if change.level == "breaking"]
    room = _room(comment)
    shown = breaking[: room // 2 // LEAST_ROOM]
    rows = list(_short(shown, LEAST_ROOM))
    room -= len(shown) * LEAST_ROOM
    by_map: dict[Key, list[Change]] = defaultdict(list)
    for change in comment.main[len(shown) :]:
        by_map[change.home].append(change)
    each = LEAST_ROOM * 2
    counted_maps = list(by_map)[: max(0, room // each - 1)]
    rows += [_more(tally(by_map[key]), comment, key, each) for key in counted_maps]
    if left := len(by_map) - len(counted_maps):
        rows.append(more_row(f"and changes in {left:,} more maps and other things", "", 0))
    missing = len(comment.main) - len(shown)
    return replace(
        comment,
        rows=tuple(rows),
        left_out=(*comment.left_out, f"{counted(missing, 'row')} of the table"),
    )


STEPS: tuple[Callable[[Comment, int], Comment], ...] = (
    without_editorial,
    without_accepted,
    without_minor,
    without_curves,
    without_flows,
    with_short_rows,
    with_some_rows,
    with_counts,
)


def _room(comment: Comment) -> int:
    """Give the characters that a table may take beside all else."""
    return MOST - len(replace(comment, rows=("",)).text) - _SENTENCES


def _short(changes: Iterable[Change], room: int) -> tuple[str, ...]:
    return tuple(short_row(change, min(room, LONGEST_SHORT_ROW)) for change in changes)


def _more(text: str, comment: Comment, key: Key, room: int) -> str:
    return more_row(text, comment.report.title(key), room - len(text) - len(more_row("", "", 0)))
