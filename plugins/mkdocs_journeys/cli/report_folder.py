"""A report that somebody else's job wrote, read as data: what is not plainly ours is not posted.

Whoever opens a pull request decides what its job hands over. It is never run or unpacked, and it
never says where it is to be posted.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import click

from mkdocs_journeys.cli.diff_formats.markdown import MARK

COMMENT = "comment.md"

MOST_BYTES = 512 * 1024
"""More than any forge takes; 60,000 characters are at most 240,000 bytes."""

_LINK = re.compile(r"\]\(https?://[^\s()<>]*\)")
# `journeys diff` writes none of this: a mention, a picture, a command of GitLab, other HTML.
_LIVE = (
    re.compile(r"@"),
    re.compile(r"!\["),
    re.compile(r"^\s*/\w", re.MULTILINE),
    re.compile(r"<(?!/?(?:details|summary|code|br/)>|!-- )(?=[a-z/!?])", re.IGNORECASE),
    re.compile(r"[\0-\x08\x0b-\x1f\x7f]"),
)


def comment_in(folder: Path) -> str:
    """Give the comment of a report; raises click.UsageError where it is not one of ours."""
    path = folder / COMMENT
    text = _text_of(path)
    if text.partition("\n")[0] != MARK:
        raise _not_ours(path, f"It does not begin with the line `{MARK}`.")
    plain = _LINK.sub("", text)
    for live in _LIVE:
        if found := live.search(plain):
            line = plain.count("\n", 0, found.start()) + 1
            raise _not_ours(path, f"`journeys diff` never writes {found[0]!a}, as in line {line}.")
    return text


def with_links(text: str, links: dict[str, str]) -> str:
    """Add links at the end of the line that says what was compared; those that it has stay.

    ``links`` are addresses, ready for Markdown, by what they are called; empty ones are left out.
    """
    more = [f"[{name}]({to})" for name, to in links.items() if to and f"[{name}](" not in text]
    if not more:
        return text
    lines = text.split("\n")
    at = next(
        number
        for number, line in enumerate((*lines, "."))
        if line and line != MARK and not line.startswith("#")
    )
    if at == len(lines):
        return f"{text.rstrip()}\n{' · '.join(more)}\n"
    lines[at] = " · ".join((lines[at], *more))
    return "\n".join(lines)


def _text_of(path: Path) -> str:
    try:
        # A link in there could lead to what only this job may read; a pipe has no end.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | _NO_WAITING)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise _not_ours(path, "It is no file.")
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise click.UsageError(
            f"There is no `{path.as_posix()}`. Name the folder that `journeys diff --report` wrote."
        ) from None
    except OSError as error:
        raise _not_ours(path, f"It cannot be read: {error.strerror}.") from None
    if len(data) > MOST_BYTES:
        raise _not_ours(path, f"It has more than {MOST_BYTES:,} bytes.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_ours(path, f"Byte {error.start + 1:,} is no UTF-8.") from None


_NO_WAITING: int = getattr(os, "O_NONBLOCK", 0)


def _not_ours(path: Path, why: str) -> click.UsageError:
    return click.UsageError(
        f"`{path.as_posix()}` was not written by `journeys diff --report`, and is not posted. {why}"
    )
