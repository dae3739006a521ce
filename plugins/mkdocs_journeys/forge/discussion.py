"""One comment of ours in the discussion of a pull request: found again, and edited in place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from mkdocs_journeys.forge.asking import NoAnswerError

Outcome = Literal["written", "edited", "as it was"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment as the forge keeps it; ``address`` is where people see it, empty if unknown."""

    id: int
    text: str
    address: str = ""


class Discussion(Protocol):
    """What is said about one pull request. Each method may raise what `Api.ask` raises."""

    @property
    def most(self) -> int:
        """Give how many characters a comment may have here."""

    @property
    def title(self) -> str:
        """Give how people here call the pull request: ``#7``."""

    def own(self) -> list[Comment]:
        """Give the comments that we wrote ourselves, the oldest first."""

    def write(self, text: str) -> Comment:
        """Write a new comment."""

    def edit(self, comment: Comment, text: str) -> None:
        """Put another text into a comment."""

    def take_away(self, comment: Comment) -> None:
        """Delete a comment."""


def put_up(discussion: Discussion, text: str) -> tuple[Outcome, Comment]:
    """Make a text the one comment of ours that begins with the same line.

    A comment of somebody else with that line is left alone. Where two of ours have come about,
    because two jobs ran at once, the older one stays.
    """
    ours = _ours(discussion, text)
    if not ours:
        try:
            return "written", discussion.write(text)
        except NoAnswerError:
            # It may stand there all the same; a second one would never be edited again.
            ours = _ours(discussion, text)
            if not ours:
                return "written", discussion.write(text)
    first, *more = ours
    for one in more:
        discussion.take_away(one)
    if _as_kept(first.text) == _as_kept(text):
        return "as it was", first
    discussion.edit(first, text)
    return "edited", first


def _ours(discussion: Discussion, text: str) -> list[Comment]:
    mark = _first_line(text)
    return [one for one in discussion.own() if _first_line(one.text) == mark]


def _first_line(text: str) -> str:
    return _as_kept(text).partition("\n")[0].rstrip()


def _as_kept(text: str) -> str:
    """Give a text without what forges change when they keep it."""
    return text.replace("\r\n", "\n").strip()
