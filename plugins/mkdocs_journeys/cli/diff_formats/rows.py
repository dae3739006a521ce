"""Changes as rows of a table in a comment: level, change, where, was and now, source."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath
from urllib.parse import quote

from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.cli.diff_formats.report import Report
from mkdocs_journeys.cli.formats.addresses import change_page
from mkdocs_journeys.cli.formats.inert import (
    beginning,
    inert,
    inert_sentence,
    inert_within,
)
from mkdocs_journeys.model.handbook import Accepted
from mkdocs_journeys.pages.address import address, anchor_of_change, changed_key

HEAD = "| Level | Change | Where | Was → now | Source |\n|---|---|---|---|---|"
HEAD_OF_ACCEPTED = "| Level | Change | Where | Why it is fine | Until |\n|---|---|---|---|---|"
NOTHING = "–"

LEAST_ROOM = 84
"""Characters that the shortest row takes that still says something."""

_WHAT, _WHERE, _VALUE, _FILE = 320, 240, 120, 80
_ESCAPED = 5
"""How much longer a text may get on its way into Markdown before it is cut once more."""

_FRAME = len("|  |  |  |  |  |\n")


def row(change: Change, report: Report) -> str:
    """Give a row that says it in a sentence; values beyond reason are cut."""
    before, after = _cut(change.before, _VALUE), _cut(change.after, _VALUE)
    return _joined(
        _explained(change, report),
        _cut(change.what, _WHAT, inert_sentence),
        _where(change, report),
        f"{before or NOTHING} → {after or NOTHING}" if before or after else NOTHING,
        _source(change, report),
    )


def accepted_row(change: Change, line: Accepted, report: Report) -> str:
    """Give a row that says why a change is fine, and until when where somebody said it."""
    return _joined(
        _explained(change, report),
        _cut(change.what, _WHAT, inert_sentence),
        _where(change, report),
        _cut(line.reason, _WHAT),
        inert(line.until.text) if line.until else NOTHING,
    )


def preview_of(change: Change, preview: str) -> str:
    """Give where a preview shows a change: on the page of what changed, at the change.

    ``preview`` is where the preview begins, an address that can stand in Markdown.
    """
    top = preview.partition("#")[0].partition("?")[0].rstrip("/")
    folder = address(changed_key(change.home)).folder
    return f"{top}/{quote(folder)}/#{anchor_of_change(change.fingerprint)}"


def short_row(change: Change, room: int) -> str:
    """Give a row of at most so many characters with its line end, at least LEAST_ROOM.

    It names the sort of change instead of a sentence, and the source is no link.
    """
    level = _level(change)
    rest = room - _FRAME - len(level) - len(change.name)
    where = rest * 4 // 10
    value = (rest // 4 - len(" → ")) // 2
    before, after = inert_within(change.before, value), inert_within(change.after, value)
    values = f"{before or NOTHING} → {after or NOTHING}" if before or after else NOTHING
    source = _short_source(change, rest - where - max(len(values), 1))
    return _joined(level, change.name, inert_within(change.where[-1], where), values, source)


def more_row(text: str, title: str, room: int) -> str:
    """Give a row that stands for others: how many there are, and of which map."""
    return _joined("", text, inert_within(title, min(room, _WHERE)), "", "")


def _cut(text: str, letters: int, written: Callable[[str], str] = inert) -> str:
    return inert_within(beginning(text, letters), letters * _ESCAPED, written)


def _joined(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _explained(change: Change, report: Report) -> str:
    page = change_page(report.around.manual, change.name)
    return f"[{_level(change)}]({page})" if page else _level(change)


def _level(change: Change) -> str:
    return f"**{change.level}**" if change.level == "breaking" else change.level


def _where(change: Change, report: Report) -> str:
    where = _cut(" / ".join(change.where), _WHERE)
    preview = report.around.preview
    return f"[{where}]({preview_of(change, preview)})" if preview else where


def _source(change: Change, report: Report) -> str:
    """Link the line in head; of what is gone, the line in base."""
    place = change.head or change.base
    assert place is not None, change.name
    links = report.around.head if change.head else report.around.base
    name = _cut(PurePosixPath(place.file).name, _FILE)
    text = f"{name}:{place.span.line}" + ("" if change.head else " in base")
    return f"[{text}]({links.of(place)})" if links else text


def _short_source(change: Change, room: int) -> str:
    place = change.head or change.base
    assert place is not None, change.name
    line = f":{place.span.line}"
    return inert_within(PurePosixPath(place.file).name, max(0, room - len(line))) + line


def named(titles: tuple[str, ...], most: int) -> str:
    """Join titles for a sentence, the first few by name."""
    shown = ", ".join(f"“{_cut(title, _FILE)}”" for title in titles[:most])
    more = len(titles) - most
    return f"{shown} and {more} more" if more > 0 else shown


def in_code(text: str) -> str:
    """Give a name as code, in HTML: a span in backticks has no escapes."""
    return f"<code>{_cut(text, _FILE)}</code>"
