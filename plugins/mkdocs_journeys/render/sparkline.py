"""A curve as one line of text, for hosts that draw nothing."""

from __future__ import annotations

from collections.abc import Iterable

BARS = "▁▂▃▄▅▆▇█"
NO_SCORE, NOT_THERE = "·", "×"


def sparkline(scores: Iterable[tuple[float | None, bool]]) -> str:
    """Give a bar for each score from -2 to 2, lowest for -2.

    With each comes whether there is anything to score: a part without a score is ``·``, and one
    that is not there at all is ``×``.
    """
    return "".join(_bar(score, is_there) for score, is_there in scores)


def _bar(score: float | None, is_there: bool) -> str:
    if score is None:
        return NO_SCORE if is_there else NOT_THERE
    share = (min(2.0, max(-2.0, score)) + 2) / 4
    return BARS[round(share * (len(BARS) - 1))]
