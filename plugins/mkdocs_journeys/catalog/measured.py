"""What journeys say of a metric: values and targets as typed, and what figure stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import maps_in_force
from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.metric import Metric
from mkdocs_journeys.problems import Place

_FIGURE = re.compile(
    r"\s*(?P<number>[+−-]?\d{1,15}(?:\.\d{1,15})?)\s*"
    r"(?:(?P<percent>%)|(?:/|of|out of)\s*(?P<most>\d{1,4})\b)?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure in a text. ``most`` is the end of the scale that the text names, else None."""

    value: float
    most: float | None
    is_percent: bool

    @property
    def names_a_scale(self) -> bool:
        """Tell whether the text says on which scale it is: ``84%`` or ``4.2/5``."""
        return self.is_percent or self.most is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A value or a target that a journey gives for a metric of the registry, as typed."""

    metric: Metric
    noun: Literal["value", "target"]
    text: str
    place: Place


def figure(text: str | None) -> Figure | None:
    """Read a text that is nothing but a figure: ``83``, ``84%``, ``4.2/5``, ``4.2 of 5``.

    None for any other text: *half of today's* is for people.
    """
    found = _FIGURE.fullmatch(text or "")
    if found is None:
        return None
    return Figure(
        value=float(found["number"].replace("−", "-")),
        most=float(found["most"]) if found["most"] else None,
        is_percent=found["percent"] is not None,
    )


def measured(catalog: Catalog) -> Iterable[Measured]:
    """Give every value and target that maps in force give for a metric, in their order.

    Those of steps and stages, and the targets of objectives; none for a metric that is only a
    label.
    """
    for journey in maps_in_force(catalog):
        for metric, noun, text, place in _said(catalog, journey):
            if text:
                yield Measured(metric=metric, noun=noun, text=text, place=place)


def _said(
    catalog: Catalog, journey: Journey
) -> Iterable[tuple[Metric, Literal["value", "target"], str | None, Place]]:
    for objective in journey.objectives:
        if metric := _metric(catalog, objective.metric):
            yield metric, "target", objective.target, objective.spot.of("target")
    for stage in journey.stages:
        for part in (stage, *stage.steps):
            for use in part.metrics:
                if (use.value or use.target) and (metric := _metric(catalog, use.metric)):
                    yield metric, "value", use.value, use.spot.of("value")
                    yield metric, "target", use.target, use.spot.of("target")


def _metric(catalog: Catalog, ref: Ref | None) -> Metric | None:
    key = catalog.meant(ref)
    return catalog.entry(Metric, key.id) if key else None
