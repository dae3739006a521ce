"""A page before anybody has written it: what it tells, where it lives, how it is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from mkdocs_journeys.language import speaking, spoken
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.link import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """What a search shall lead to: a title, the words it is found by, and where on the page."""

    title: str
    words: str
    anchor: str = ""


class Later:
    """Facts that are worked out when somebody first asks for them, in the language spoken now."""

    def __init__(self, work_out: Callable[..., object], *given: object) -> None:
        """Take what works them out, and what it is given."""
        self._work_out = work_out
        self._given = given
        self._language = spoken()

    def facts(self) -> object:
        """Work them out."""
        with speaking(self._language):
            return self._work_out(*self._given)


class _Facts:
    """The field ``facts``: what it is given, or what that comes to, worked out once."""

    def __get__(self, page: Page | None, of: type | None = None) -> Any:
        if page is None:
            raise AttributeError("a page without facts")  # so the field has no default
        facts = page.__dict__["facts"]
        if isinstance(facts, Later):
            facts = page.__dict__["facts"] = facts.facts()
        return facts

    def __set__(self, page: Page, facts: object) -> None:
        page.__dict__["facts"] = facts


# Without slots, which would leave no room for what is worked out later.
@dataclass(frozen=True, kw_only=True)
class Page:
    """What one page tells.

    ``facts`` is a dataclass of the page's own type; the template of the same name shows it. Given
    as `Later`, it is worked out when the page is written: a handbook that is being edited is read
    again and again, and few of its pages are looked at.
    ``above`` is the page that it hangs under in the navigation. ``source`` is the YAML that it
    tells of, as authors see it, or None for a page that gathers from many. ``hides`` names the
    sidebars that the page does without: it shows the way itself, or needs the width. ``finds``
    are the search entries beside the page's own, which is made of ``title`` and ``words``.
    ``compared`` leads to what changed of it, in a preview that is compared with a base.
    """

    key: Key
    title: str
    template: str
    facts: Any = _Facts()
    above: Key | None
    source: str | None = None
    lede: str = ""
    words: str = ""
    finds: tuple[Find, ...] = ()
    hides: tuple[Literal["navigation", "toc"], ...] = ()
    is_listed: bool = True
    compared: Link | None = None

    @property
    def description(self) -> str:
        """Give what the page is about in a line of at most 200 characters; empty for nothing."""
        return " ".join(self.lede.split())[:200]
