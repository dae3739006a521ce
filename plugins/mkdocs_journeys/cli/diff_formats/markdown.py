"""Changes as one comment at a forge, found again by its first line and edited in place."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journeys.changes.change import CHANGE_LEVELS, Change, ChangeLevel
from mkdocs_journeys.cli.diff_formats.affected import affected
from mkdocs_journeys.cli.diff_formats.comment import MOST, Comment, folded, table
from mkdocs_journeys.cli.diff_formats.pictures import pictures
from mkdocs_journeys.cli.diff_formats.report import Report, tally
from mkdocs_journeys.cli.diff_formats.rows import (
    HEAD,
    HEAD_OF_ACCEPTED,
    accepted_row,
    in_code,
    row,
)
from mkdocs_journeys.cli.diff_formats.shorter import fitted
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.cli.formats.words import counted
from mkdocs_journeys.cli.formats.words import tally as tally_of_findings
from mkdocs_journeys.cli.permalinks import Permalinks
from mkdocs_journeys.cli.two_sides import Side

MARK = "<!-- journeys: review -->"
"""The first line, which nobody sees; whoever posts the comment looks for it."""

MOST_ACCEPTABLE = 10
"""So many fingerprints of breaking changes are written out to be copied."""

HOW = """\
An edit that breaks something on purpose says so in the maps:

- a thing with another id keeps the old one: `formerly: [old-id]`
- a metric that is measured otherwise names the day: `series_break: 2026-11-21`
- a journey that ends has `status: retired` and `retired: 2026-11-21` for 30 days before it goes

Anything else is accepted in review with a line in `accepted.yml`, beside `handbook.yml`. The \
fingerprints of all changes are printed by `journeys diff`."""


def write(report: Report, look: Look) -> str:
    """Give the comment: at most 60,000 characters, and one line where nothing changed."""
    if not report.changes and not report.judged.accepted:
        return f"{MARK}\n{_nothing(report)}\n"
    of = {level: _of(report, level) for level in CHANGE_LEVELS}
    main = (*of["breaking"], *of["significant"])
    comment = Comment(
        report=report,
        top=_top(report),
        main=main,
        rows=tuple(row(change, report) for change in main),
        affects=affected(report),
        pictures=pictures(report, MOST),
        minor=_told("minor", of["minor"], report),
        editorial=_told("editorial", of["editorial"], report),
        accepted=_accepted(report),
        how=_how(of["breaking"]),
    )
    return fitted(comment)


def _of(report: Report, level: ChangeLevel) -> tuple[Change, ...]:
    return tuple(change for change in report.changes if change.level == level)


def _top(report: Report) -> str:
    around = report.around
    links = [
        f"[{name}]({link})"
        for name, link in (("Preview", around.preview), ("Full report", around.full_report))
        if link
    ]
    told = [_against(report), f"Findings: {tally_of_findings(around.findings) or 'none'}", *links]
    accepted = len(report.judged.accepted)
    if accepted:
        told.insert(1, f"{counted(accepted, 'change')} accepted")
    title = tally(report.changes) or "all changes are accepted"
    return f"{MARK}\n### Journeys: {title}\n\n{' · '.join(told)}"


def _nothing(report: Report) -> str:
    # With a level, less may have changed all the same.
    only = "" if report.level == "editorial" else f" that is {report.level} or more"
    told = [f"Nothing changed in the maps{only}: {_against(report)}"]
    if found := tally_of_findings(report.around.findings):
        told.append(f"Findings: {found}")
    return " · ".join(told)


def _against(report: Report) -> str:
    around = report.around
    return f"{_side(report.head, around.head)} against {_side(report.base, around.base)}"


def _side(side: Side, links: Permalinks | None) -> str:
    commit = (side.commit or (links.commit if links else ""))[:10]
    # A side that was asked for by its hash needs no second one.
    at = f" at <code>{commit}</code>" if commit and commit not in side.name else ""
    return in_code(side.name) + at


def _told(level: ChangeLevel, changes: tuple[Change, ...], report: Report) -> str:
    rows = (row(change, report) for change in changes)
    return _fold(counted(len(changes), f"{level} change"), rows, HEAD) if changes else ""


def _accepted(report: Report) -> str:
    accepted = report.judged.accepted
    rows = (accepted_row(change, line, report) for change, line in accepted)
    summary = f"Accepted: {counted(len(accepted), 'change')}"
    return _fold(summary, rows, HEAD_OF_ACCEPTED) if accepted else ""


def _fold(summary: str, rows: Iterator[str], head: str) -> str:
    """Give a table that is folded away; of what could never fit, only as much as might."""
    kept, room = [], MOST
    for one in rows:
        kept.append(one)
        room -= len(one)
        if room < 0:
            break
    return folded(summary, table(kept, head))


def _how(breaking: tuple[Change, ...]) -> str:
    if not breaking:
        return folded("How to accept a change, or mend it", HOW)
    lines = "\n".join(
        f"- fingerprint: {change.fingerprint}   # {change.name}\n  reason: why it is fine"
        for change in breaking[:MOST_ACCEPTABLE]
    )
    return folded("How to accept a change, or mend it", f"{HOW}\n\n```yaml\n{lines}\n```")
