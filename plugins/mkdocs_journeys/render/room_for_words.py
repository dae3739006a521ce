"""Where words fit beside the faces of a curve, so that none lies on another.

The lines are drawn by percent and grow with the page; words keep their size. So room is looked for
in the narrowest column that a reader may see: a wider one only moves things further apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_journeys.render.box import Box
from mkdocs_journeys.render.words import width, wrap

# All in rem of the page, as in map.css.
TEXT, LINE = 0.6, 0.7
"""The size of words, and how high a line of them is."""
GRAIN = 0.25
"""Words are so many times this wide; their classes in the style sheet count it."""
BROADEST = 6.0

_PER_GRAIN = round(1 / GRAIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Where the words of a point stand, as counts for classes.

    They are ``across`` grains wide, begin ``before`` grains before the point, and stand on ``tier``
    0 (next to it) to 2, ``is_above`` or below. ``lines`` is 1 or 2. ``is_cut``: not all of them can
    be read there. ``is_solo``: there is only room while this person is shown alone.
    """

    across: int
    before: int
    tier: int
    lines: int
    is_above: bool
    is_cut: bool
    is_solo: bool = False


class Spot(NamedTuple):
    """A point that wants words: how far its face reaches, and on which side they belong.

    ``is_bare``: there is no face, the words stand in its place and above.
    """

    x: float
    y: float
    reach: float
    is_up: bool
    is_bare: bool = False


def room_for(text: str, spot: Spot, taken: Sequence[Box], column: Box) -> tuple[Words, Box] | None:
    """Give the best free place for a text, or None where there is none at all."""
    for wide, lines, is_cut in _shapes(text):
        across = -(-int(wide * 100) // int(GRAIN * 100))
        for is_above, tier in _tiers(spot):
            far = spot.reach + tier * LINE
            top = spot.y - far - lines * LINE if is_above else spot.y + far
            if top < column.top or top + lines * LINE > column.bottom:
                continue
            for before in _starts(across, spot.x, column):
                left = spot.x - before * GRAIN
                box = Box(left, top, left + across * GRAIN, top + lines * LINE)
                if not any(map(box.meets, taken)):
                    return Words(
                        across=across,
                        before=before,
                        tier=tier,
                        lines=lines,
                        is_above=is_above,
                        is_cut=is_cut,
                    ), box
    return None


def _shapes(text: str) -> Iterator[tuple[float, int, bool]]:
    """Give widths and numbers of lines to try for a text, and whether it is cut short there."""
    whole = width(text, TEXT) + 0.15
    if whole <= BROADEST:
        yield whole, 1, False
    for wide in (2.5, 3.25, 4.0, 5.0, BROADEST):
        if wide < whole and not wrap(text, (wide - 0.1, wide - 0.1), TEXT).is_shortened:
            yield wide, 2, False
            break
    else:
        yield BROADEST, 2, True
    if whole > 3.5:
        yield 3.5, 2, True


def _tiers(spot: Spot) -> tuple[tuple[bool, int], ...]:
    if spot.is_bare:
        return ((True, 0), (True, 1), (True, 2))
    up, other = spot.is_up, not spot.is_up
    return ((up, 0), (up, 1), (other, 0), (up, 2), (other, 1))


def _starts(across: int, x: float, column: Box) -> Iterator[int]:
    """Give how far before the point words may begin: in the middle first, inside the column."""
    most = min(across, int((x - column.left) * _PER_GRAIN))
    least = max(0, across - int((column.right - x) * _PER_GRAIN))
    if least > most:
        return
    middle = min(max(round(across / 2), least), most)
    yield middle
    for shift in (1, 2, 4, 6):
        for start in (middle - shift, middle + shift):
            if least <= start <= most:
                yield start
