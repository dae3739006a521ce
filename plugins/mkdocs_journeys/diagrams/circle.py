"""A journey as a circle: stages clockwise, feeling as the distance from the middle."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import felt_parts, mean_emotion, scores_of_parts
from mkdocs_journeys.catalog.moves import channel_switches
from mkdocs_journeys.diagrams.stops import Stop, Stretch, stops_of, stretches_of
from mkdocs_journeys.model.journey import Journey


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """Stages and stops in their order; ``mean`` is that of all scores, from -2 to 2.

    ``wholes`` gives for each stage the mean of its own scores where it stands for its steps,
    because none of them was scored; else None.
    """

    title: str
    stretches: tuple[Stretch, ...]
    stops: tuple[Stop, ...]
    wholes: tuple[float | None, ...]
    mean: float
    switches: int


def circle_of(catalog: Catalog, journey: Journey) -> Circle | None:
    """Give the circle of a journey, or None where nothing in it was scored."""
    mean = mean_emotion(catalog, journey)
    if mean is None:
        return None
    felt = scores_of_parts(catalog, journey)
    return Circle(
        title=journey.title,
        stretches=stretches_of(journey),
        stops=stops_of(catalog, journey),
        wholes=tuple(
            fmean(felt[stage.id])
            if stage.steps and felt_parts(stage) == (stage,) and stage.id in felt
            else None
            for stage in journey.stages
        ),
        mean=mean,
        switches=channel_switches(catalog, journey),
    )
