"""A comment in its parts, before anybody knows which of them there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.cli.diff_formats.pictures import LEGEND, Picture
from mkdocs_journeys.cli.diff_formats.report import Report, tally
from mkdocs_journeys.cli.diff_formats.rows import HEAD
from mkdocs_journeys.cli.formats.inert import inert_within

MOST = 60_000
"""Characters of a comment. GitHub takes 65,536, and whoever posts it may add a line or two."""

_TITLE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """All parts in their order, each Markdown, empty where there is nothing to say.

    ``main`` are the breaking and significant changes, ``rows`` what the table shows of them.
    ``left_out`` are what there was no room for, each in a few words.
    """

    report: Report
    top: str
    main: tuple[Change, ...]
    rows: tuple[str, ...]
    affects: str
    pictures: tuple[Picture, ...]
    minor: str
    editorial: str
    accepted: str
    how: str
    left_out: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Give the whole comment, with its line end."""
        parts = (
            self.top,
            table(self.rows) if self.rows else "",
            self.affects,
            LEGEND if any(one.flow or one.curve for one in self.pictures) else "",
            *(_drawn(one, self.report) for one in self.pictures),
            self.minor,
            self.editorial,
            self.accepted,
            self.how,
            self._what_is_missing,
        )
        return "\n\n".join(part for part in parts if part) + "\n"

    @property
    def _what_is_missing(self) -> str:
        if not self.left_out:
            return ""
        link = self.report.around.full_report
        where = f"[the full report]({link})" if link else "the output of `journeys diff`"
        return (
            f"A comment has room for {MOST:,} characters. Left out: {', '.join(self.left_out)}. "
            f"All of it is in {where}."
        )


def table(rows: Sequence[str], head: str = HEAD) -> str:
    """Give rows below their headings."""
    return "\n".join((head, *rows))


def folded(summary: str, inside: str) -> str:
    """Fold a part away; ``summary`` holds no text of maps."""
    return f"<details><summary>{summary}</summary>\n\n{inside}\n\n</details>"


def _drawn(one: Picture, report: Report) -> str:
    if not one.flow and not one.curve:
        return ""
    title = inert_within(report.title(one.key), _TITLE)
    heading = f"#### Map: {title}\n\n{tally(one.changes)}"
    return "\n\n".join(part for part in (heading, one.flow, one.curve) if part)
