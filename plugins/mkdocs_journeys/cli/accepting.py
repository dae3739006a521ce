"""Which changes somebody has accepted in maps/accepted.yml, and which of its lines say nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.model.handbook import Accepted
from mkdocs_journeys.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Changes nobody has spoken of yet, those accepted, and findings about the lines themselves."""

    changes: tuple[Change, ...]
    accepted: tuple[tuple[Change, Accepted], ...]
    problems: tuple[Problem, ...]

    def only(self, changes: tuple[Change, ...]) -> Judged:
        """Give the same with some of the changes."""
        return replace(self, changes=changes)


def judged(changes: Iterable[Change], lines: Sequence[Accepted], today: date) -> Judged:
    """Take out the changes that a line names which still holds; ``today`` it holds still.

    Lines that have run out and lines that name no change are findings of level warning.
    """
    holding = {one.fingerprint: one for one in lines if not _is_over(one, today)}
    left, accepted = [], []
    for change in changes:
        line = holding.get(change.fingerprint)
        if line is None:
            left.append(change)
        else:
            accepted.append((change, line))
    used = {line.fingerprint for _, line in accepted}
    problems = (_said(line, today) for line in lines if line.fingerprint not in used)
    return Judged(changes=tuple(left), accepted=tuple(accepted), problems=tuple(problems))


def _is_over(line: Accepted, today: date) -> bool:
    return line.until is not None and line.until.last < today


def _said(line: Accepted, today: date) -> Problem:
    if line.until and _is_over(line, today):
        what = f"`{line.fingerprint}` was accepted until {line.until.last.isoformat()}."
        mend = "Say until when it is fine now, or delete the line."
    else:
        what = f"No change is called `{line.fingerprint}`."
        mend = "Delete the line: what it accepted is merged, or has become another change."
    return Problem(
        place=line.spot.of("fingerprint"), rule="accepted", what=what, mend=mend, level="warning"
    )
