"""The stops of a journey: its steps one after another, as swimlane and circle both draw them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import scores_of_parts
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.moves import channels_of
from mkdocs_journeys.catalog.once import worked_out_once
from mkdocs_journeys.catalog.ways import numbers_of
from mkdocs_journeys.diagrams.graph import Handling
from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import Experience


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One step, or a stage without steps: then ``step`` and ``number`` are empty.

    ``stage`` counts from 0. ``score`` is the mean of those who travel the map, from -2 to 2, or
    None where nothing was scored; ``word`` is how it feels as the author says it, or empty.
    ``channels`` are all of the stop, by what they are called. ``is_unseen``: it happens on the
    company's side, where no customer sees it.
    """

    stage: int
    step: str
    number: str
    title: str
    to: Key
    channels: tuple[tuple[Ref, str], ...]
    score: float | None
    word: str
    moment: Handling | None
    is_unseen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stage as neighbouring stops: its number and title, and how many stops it has (from 1)."""

    number: str
    title: str
    to: Key
    stops: int


@worked_out_once
def stops_of(catalog: Catalog, journey: Journey) -> tuple[Stop, ...]:
    """Give every step of a journey in its order, and every stage that has none."""
    return tuple(_stops(catalog, journey))


def stretches_of(journey: Journey) -> tuple[Stretch, ...]:
    """Give the stages of a journey with the number of their stops."""
    return tuple(
        Stretch(
            number=str(number),
            title=stage.title,
            to=inner_key("stage", journey, stage.id),
            stops=len(stage.steps) or 1,
        )
        for number, stage in enumerate(journey.stages, 1)
    )


def _stops(catalog: Catalog, journey: Journey) -> Iterator[Stop]:
    numbers = numbers_of(journey)
    felt = scores_of_parts(catalog, journey)
    for place, stage in enumerate(journey.stages):
        parts: tuple[Experience, ...] = stage.steps or (stage,)
        for part in parts:
            scores = felt.get(part.id, ())
            moment = part.moment_of_truth
            yield Stop(
                stage=place,
                step="" if part is stage else part.id,
                number=str(numbers.get(part.id, "")),
                title=part.title,
                to=inner_key("stage" if part is stage else "step", journey, part.id),
                channels=tuple(
                    (ref, catalog.title(key) if (key := catalog.meant(ref)) else ref.text)
                    for ref in channels_of(catalog, part)
                ),
                score=fmean(scores) if scores else None,
                word=_word(part),
                moment=(moment.handling or "unrated") if moment else None,
                is_unseen=part.side == "company",
            )


def _word(part: Experience) -> str:
    return ", ".join(dict.fromkeys(word for one in part.emotion for word in one.words))
