"""One difference between two handbooks, told in the words of the field."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, get_args

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.problems import Place

ChangeLevel = Literal["breaking", "significant", "minor", "editorial"]
"""How much a change matters to others, a published policy.

*breaking*: something outside this file that relied on the old map stops being true or reachable.
*significant*: it changes what the company claims about the experience, or has promised to do
about it. *minor*: readers can see it. *editorial*: wording only.
"""
CHANGE_LEVELS: tuple[ChangeLevel, ...] = get_args(ChangeLevel)
"""The levels, the one that matters most first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference between a base and a head.

    ``key`` names the thing as it is called in head, else as it was in base; ``home`` is the entry
    that it lives in. ``path`` leads to it by ids, never by positions: the entry, then the stage,
    step or pain point, then fields; what has no id goes by its title. ``before`` and ``after``
    are plain text as readers see it, empty where there is nothing. ``base`` and ``head`` are the
    very token on each side, or that of the thing which lacks it; None on a side where the thing
    itself is not. ``impact`` names who else uses the thing, on either side, in order of kind and
    id. ``where`` are the titles from the entry to the thing, ``what`` is a sentence without its
    stop.
    """

    name: str
    level: ChangeLevel
    key: Key
    home: Key
    path: tuple[str, ...]
    where: tuple[str, ...]
    what: str
    before: str = ""
    after: str = ""
    base: Place | None = None
    head: Place | None = None
    impact: tuple[Key, ...] = ()

    def explain(self) -> str:
        """Say it in one line: where in the handbook, and what is different there."""
        stop = "" if self.what.rstrip("”").endswith((".", "…")) else "."
        return f"{self.where[0]}: {self.what}{stop}"

    @property
    def fingerprint(self) -> str:
        """Give twelve letters and digits by which the very same change is known again.

        Made of what changed from what to what; not of places, our sentences or levels.
        """
        told = (self.name, self.key.kind, *self.path, self.before, self.after)
        return sha256("\x1f".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:12]
