"""How much of a journey has to be laid out and drawn."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journeys.catalog.ways import places
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.step import Experience
from mkdocs_journeys.problems import Place


def beyond(journey: Journey, steps: int, ways: int) -> Iterator[tuple[Place, str]]:
    """Say where a journey has more than so many steps or ways between them; nothing where not.

    A stage without steps counts as one. Too many steps are told at the first that is too many.
    """
    parts = places(journey)
    if len(parts) > steps:
        what = f"“{journey.title}” goes through {len(parts):,} steps, more than {steps:,}."
        yield parts[steps].spot.of("id", "title"), what
    count = _ways_written(parts)
    if count > ways:
        what = f"“{journey.title}” has {count:,} ways from step to step, more than {ways:,}."
        yield journey.spot.of("id", "title"), what


def _ways_written(parts: tuple[Experience, ...]) -> int:
    """Count the ways from step to step as they are written; whom they name is not asked.

    Where no other step is named, it goes to the one behind it: that is one way too, but for the
    last step, and for one whose ``next`` is an empty list.
    """
    count, last = 0, len(parts) - 1
    for number, part in enumerate(parts):
        named = sum((one.to is not None) + len(one.all) for one in part.next or ())
        count += named or (number < last and part.next != ())
    return count
