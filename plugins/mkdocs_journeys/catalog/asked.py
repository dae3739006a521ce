"""What customers answered when they were asked, on the scale of the emotion curve."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.gathered import parts_of
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.readings import leading_series
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.metric import Metric, Reading
from mkdocs_journeys.model.numbers import read_number
from mkdocs_journeys.model.values import Day

SATISFACTION = ("csat", "satisf", "zufrieden")
"""Words in the title of a metric that customers are asked for, whatever the question was."""
NET = -100.0
"""The lower end of a net score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What customers said at one place.

    ``value`` is in the metric's unit, ``score`` the same from -2 (worst) to 2. ``date`` is as
    typed, empty where nobody wrote one.
    """

    metric: Metric
    value: float
    score: float
    date: str


def answers(catalog: Catalog) -> dict[Key, tuple[Answer, ...]]:
    """Give what customers answered at a stage or step, by its name; in the order of metrics.

    The newest reading at that very place counts, else the value that the map has there, else the
    newest reading of all customers if the metric stands at no other place. Readings of one
    segment, persona or variant do not: they say nothing of the others.
    """
    found: dict[Key, dict[Key, Answer]] = {}
    for metric in catalog.all(Metric):
        if is_asked(metric):
            for place, answer in (
                *_read_at_places(catalog, metric),
                *_typed_at_places(catalog, metric),
                *_read_everywhere(catalog, metric),
            ):
                found.setdefault(place, {}).setdefault(metric.key, answer)
    return {place: tuple(each.values()) for place, each in found.items()}


def is_asked(metric: Metric) -> bool:
    """Tell whether a metric is the answer of customers on a scale with two ends.

    It has a question, or is a satisfaction by its title. Net scores such as NPS are left out:
    their 0 is not neutral, so that they cannot be put beside an emotion. So is a forecast.
    """
    scale = metric.scale
    if not scale or not scale.least or not scale.most or not metric.direction or metric.predicted:
        return False
    title = metric.called.casefold()
    asks = bool(scale.question) or any(word in title for word in SATISFACTION)
    return asks and NET < scale.least.value < scale.most.value


def as_emotion(metric: Metric, value: float) -> float | None:
    """Give a value of an asked metric from -2 (worst) to 2, or None outside of its scale.

    Formula: the ends of the scale are -2 and 2, straight between them; turned round where less
    is better. A CSAT from 1 to 5 is so its value minus 3.
    Source: the project's vocabulary (*Emotion -2…+2 = CSAT-5 minus 3*).
    """
    scale = metric.scale
    if scale is None or scale.least is None or scale.most is None:
        return None
    least, most = scale.least.value, scale.most.value
    if not least <= value <= most:
        return None
    score = (value - least) / (most - least) * 4 - 2
    return score if metric.direction == "up" else -score


def _read_at_places(catalog: Catalog, metric: Metric) -> Iterator[tuple[Key, Answer]]:
    newest: dict[Key, Reading] = {}
    for reading in metric.readings:
        place = catalog.meant(reading.at)
        if place is None or reading.segment or reading.persona or reading.variant:
            continue
        if place not in newest or newest[place].date < reading.date:
            newest[place] = reading
    for place, reading in newest.items():
        yield from _answer(metric, place, reading.value.value, reading.date.text)


def _typed_at_places(catalog: Catalog, metric: Metric) -> Iterator[tuple[Key, Answer]]:
    homes = {use.home for use in catalog.used_by(metric.key) if use.home.kind == "journey"}
    for home in catalog.in_order(homes):
        if journey := catalog.entry(Journey, home.id):
            for stage, part in parts_of(journey):
                kind = "stage" if part is stage else "step"
                for use in part.metrics:
                    if use.value and catalog.meant(use.metric) == metric.key:
                        place = inner_key(kind, journey, part.id)
                        yield from _typed(metric, place, use.value, use.date)


def _typed(metric: Metric, place: Key, text: str, date: Day | None) -> Iterator[tuple[Key, Answer]]:
    try:
        value = read_number(text.removesuffix("%").strip())
    except ValueError:
        # A value in words ("half of last year's") is shown and not compared.
        return
    yield from _answer(metric, place, value, date.text if date else "")


def _read_everywhere(catalog: Catalog, metric: Metric) -> Iterator[tuple[Key, Answer]]:
    series = leading_series(catalog, metric)
    users = {use.user for use in catalog.used_by(metric.key)}
    places = [user for user in users if user.kind in ("stage", "step")]
    if series and series.speaks_for_all and len(places) == 1:
        newest = series.readings[-1]
        yield from _answer(metric, places[0], newest.value.value, newest.date.text)


def _answer(metric: Metric, place: Key, value: float, date: str) -> Iterator[tuple[Key, Answer]]:
    score = as_emotion(metric, value)
    if score is not None:
        yield place, Answer(metric=metric, value=value, score=score, date=date)
