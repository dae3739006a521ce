"""The emotion curve of one journey on both sides of a comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import felt_parts, mean_emotion, scores_of_parts
from mkdocs_journeys.catalog.ways import numbers_of
from mkdocs_journeys.model.journey import Journey


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePoint:
    """One part of the way, with its score from -2 to 2 on each side.

    None is a part that nobody scored; ``in_base`` and ``in_head`` tell whether it is there at all.
    ``number`` is that of the step in head, empty for a stage and for what is gone.
    """

    number: str
    before: float | None
    after: float | None
    in_base: bool
    in_head: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedCurve:
    """Both curves along one way, in the order of head; what is gone stands where it stood.

    The means are those of the journeys, from -2 to 2, None where nothing was scored.
    """

    points: tuple[CurvePoint, ...]
    mean_before: float | None
    mean_after: float | None

    @property
    def is_same(self) -> bool:
        """Tell whether nothing about it changed."""
        return all(one.before == one.after and one.in_base == one.in_head for one in self.points)


def merged_curve(
    base: tuple[Catalog, Journey] | None,
    head: tuple[Catalog, Journey] | None,
    same: Mapping[str, str],
) -> MergedCurve:
    """Lay one curve over the other; None on the side where the journey is not.

    ``same`` gives for ids of stages and steps in base those in head. A score is the mean of all
    who travel the map.
    """
    before, after = _scores(base), _scores(head)
    before = {_named(id_, same, after): score for id_, score in before.items()}
    numbers = numbers_of(head[1]) if head else {}
    return MergedCurve(
        points=tuple(
            CurvePoint(
                number=str(numbers.get(id_, "")),
                before=before.get(id_),
                after=after.get(id_),
                in_base=id_ in before,
                in_head=id_ in after,
            )
            for id_ in interleaved(list(before), list(after))
        ),
        mean_before=mean_emotion(*base) if base else None,
        mean_after=mean_emotion(*head) if head else None,
    )


def interleaved(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """Give the names of both in the order of ``after``; what is gone follows what it followed."""
    found = list(dict.fromkeys(after))
    there = set(found)
    follows: dict[str, list[str]] = {}
    last = ""
    for name in dict.fromkeys(before):
        if name in there:
            last = name
        else:
            follows.setdefault(last, []).append(name)
    kept = (part for name in found for part in (name, *follows.get(name, ())))
    return (*follows.get("", ()), *kept)


def _named(id_: str, same: Mapping[str, str], after: Mapping[str, float | None]) -> str:
    now = same.get(id_, "")
    return now if now in after else f"-{id_}"


def _scores(side: tuple[Catalog, Journey] | None) -> dict[str, float | None]:
    """Give every part that the curve runs through, in order, with its score if it has one."""
    if side is None:
        return {}
    catalog, journey = side
    felt = scores_of_parts(catalog, journey)
    return {
        part.id: fmean(felt[part.id]) if part.id in felt else None
        for stage in journey.stages
        for part in felt_parts(stage)
    }
