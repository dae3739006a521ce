"""A small picture of how a journey felt before and feels now."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.history.release import Felt, FeltThen
from mkdocs_journeys.render.curve import monotone

WIDTH, HEIGHT, _SIDE = 240, 76, 10
_LEVEL = 15
_SAMPLES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class MiniCurves:
    """Points of two polylines in a box of ``WIDTH`` by ``HEIGHT``, and marks where they differ.

    ``then`` are the middles of circles, ``now`` those of diamonds.
    """

    before: str
    after: str
    then: tuple[tuple[float, float], ...]
    now: tuple[tuple[float, float], ...]
    width: int = WIDTH
    height: int = HEIGHT


def mini_curves(felt: FeltThen) -> MiniCurves:
    """Lay both curves out; each needs two scores or more."""
    return MiniCurves(
        before=_line(felt.before),
        after=_line(felt.after),
        then=_marks(felt.before),
        now=_marks(felt.after),
    )


def _line(points: tuple[Felt, ...]) -> str:
    knots = {_x(point.way): _y(point.score) for point in points if point.score is not None}
    xs = sorted(knots)
    height = monotone(xs, [knots[x] for x in xs])
    along = (xs[0] + (xs[-1] - xs[0]) * step / _SAMPLES for step in range(_SAMPLES + 1))
    return " ".join(f"{x:.1f},{height(x):.1f}" for x in along)


def _marks(points: tuple[Felt, ...]) -> tuple[tuple[float, float], ...]:
    return tuple(
        (_x(point.way), _y(point.score))
        for point in points
        if point.is_moved and point.score is not None
    )


def _x(way: float) -> float:
    return round(_SIDE + way * (WIDTH - 2 * _SIDE), 1)


def _y(score: float) -> float:
    return round(HEIGHT / 2 - score * _LEVEL, 1)
