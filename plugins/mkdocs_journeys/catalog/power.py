"""How to work with a stakeholder: power against interest, and who reports to whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.registries import Stakeholder

Attitude = Literal["Manage closely", "Keep satisfied", "Keep informed", "Monitor"]
MIDDLE = 3
"""The middle of the scale from 1 to 5: only what lies above it is high."""

DEEPEST = 8
"""A chain of reports deeper than this is shown as deep as this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One stakeholder in the tree of reports; ``depth`` counts from 0 at the top."""

    stakeholder: Stakeholder
    depth: int


def attitude(stakeholder: Stakeholder) -> Attitude | None:
    """Say how to work with somebody, or None where influence or interest is not given.

    Source: A. L. Mendelow, "Environmental Scanning: The Impact of the Stakeholder Concept",
    Proceedings of the Second International Conference on Information Systems (1981), as the
    power and interest grid.
    """
    influence, interest = stakeholder.influence, stakeholder.interest
    if influence is None or interest is None:
        return None
    if influence > MIDDLE:
        return "Manage closely" if interest > MIDDLE else "Keep satisfied"
    return "Keep informed" if interest > MIDDLE else "Monitor"


def reports(catalog: Catalog, people: Iterable[Stakeholder]) -> tuple[Branch, ...]:
    """Give the tree of who reports to whom, each once, those above before those below.

    Who reports to nobody in the handbook stands at the top. People who report to each other in a
    circle are told from the first of them on.
    """
    everybody = {one.key: one for one in people}
    below: dict[object, list[Stakeholder]] = {}
    for one in everybody.values():
        above = catalog.meant(one.reports_to)
        below.setdefault(above if above in everybody else None, []).append(one)
    found: list[Branch] = []
    seen = set()
    # The circles come last: whoever is reached from a top is in none.
    for top in (*below.get(None, ()), *everybody.values()):
        waiting = [Branch(stakeholder=top, depth=0)]
        while waiting:
            branch = waiting.pop()
            if branch.stakeholder.key in seen:
                continue
            seen.add(branch.stakeholder.key)
            found.append(branch)
            depth = min(branch.depth + 1, DEEPEST)
            waiting += [
                Branch(stakeholder=one, depth=depth)
                for one in reversed(below.get(branch.stakeholder.key, []))
            ]
    return tuple(found)
