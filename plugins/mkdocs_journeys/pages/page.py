"""A page before anybody has written it: what it tells, where it lives, how it is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.link import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """What a search shall lead to: a title, the words it is found by, and where on the page."""

    title: str
    words: str
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one page tells.

    ``facts`` is a dataclass of the page's own type; the template of the same name shows it.
    ``above`` is the page that it hangs under in the navigation. ``source`` is the YAML that it
    tells of, as authors see it, or None for a page that gathers from many. ``hides`` names the
    sidebars that the page does without: it shows the way itself, or needs the width. ``finds``
    are the search entries beside the page's own, which is made of ``title`` and ``words``.
    ``compared`` leads to what changed of it, in a preview that is compared with a base.
    """

    key: Key
    title: str
    template: str
    facts: Any
    above: Key | None
    source: str | None = None
    lede: str = ""
    words: str = ""
    finds: tuple[Find, ...] = ()
    hides: tuple[Literal["navigation", "toc"], ...] = ()
    is_listed: bool = True
    compared: Link | None = None
