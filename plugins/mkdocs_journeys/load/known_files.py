"""Files that were read for one side of a comparison, so that the other side need not read them."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.load.allowances import Allowance
from mkdocs_journeys.load.limits import Limits
from mkdocs_journeys.load.loaded import Unreadable
from mkdocs_journeys.load.marked import Marked
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFile:
    """What one file of maps gave. The entries are the very ones: whoever compares sees it."""

    content: bytes
    limits: Limits
    entries: tuple[Entry, ...]
    unreadable: tuple[Unreadable, ...]
    problems: tuple[Problem, ...]
    allowances: tuple[Allowance, ...]
    marked: tuple[Marked, ...]


KnownFiles = dict[str, KnownFile]
"""By the name that authors see. Filled by every reading that it is handed to."""
