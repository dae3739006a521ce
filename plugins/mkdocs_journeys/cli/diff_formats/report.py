"""All that a report of changes is made from, whatever its format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_journeys.changes.change import CHANGE_LEVELS, Change, ChangeLevel
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.cli.accepting import Judged
from mkdocs_journeys.cli.permalinks import Permalinks
from mkdocs_journeys.cli.two_sides import Side
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What belongs to a review beside the changes; only some formats tell of it.

    ``preview``, ``full_report`` and ``manual`` are addresses, empty where there is none. ``base``
    and ``head`` say where lines are seen, None where nobody knows. ``findings`` are those of
    `journeys check` on head.
    """

    preview: str = ""
    full_report: str = ""
    manual: str = ""
    base: Permalinks | None = None
    head: Permalinks | None = None
    findings: tuple[Problem, ...] = ()


NOTHING_AROUND = Around()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What changed between two sides.

    ``judged`` holds only changes that were asked for: those of ``level``, and all that matter more.
    """

    base: Side
    head: Side
    comparison: Comparison
    judged: Judged
    level: ChangeLevel = "editorial"
    around: Around = NOTHING_AROUND

    @property
    def changes(self) -> tuple[Change, ...]:
        """Give the changes that nobody has accepted."""
        return self.judged.changes

    def title(self, key: Key) -> str:
        """Give what a thing is called in head, else what it was called in base."""
        for side in (self.head, self.base):
            if key in side.catalog.known:
                return side.catalog.title(key)
        return key.id

    def affected(self, change: Change) -> tuple[str, ...]:
        """Give the titles of all who use what changed, each once."""
        return tuple(dict.fromkeys(self.title(key) for key in change.impact))


def tally(changes: Iterable[Change]) -> str:
    """Say how many changes there are of each level, what matters most first; empty for none."""
    counts = Counter(change.level for change in changes)
    return ", ".join(f"{counts[level]} {level}" for level in CHANGE_LEVELS if counts[level])
