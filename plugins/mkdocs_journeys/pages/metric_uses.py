"""Where a metric is used: the places that show it, and the work that shall change it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.improvement import Initiative
from mkdocs_journeys.model.journey import Journey, Objective
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.metric import Metric
from mkdocs_journeys.model.step import Experience, Stage
from mkdocs_journeys.model.values import Day
from mkdocs_journeys.pages.link import Link, link_to
from mkdocs_journeys.pages.measures import with_unit


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredAt:
    """A part of a journey, or an objective, that uses the metric; texts as typed, with unit.

    ``state`` is that of the journey, ``moments`` are the moments of truth there, each with how it
    is handled.
    """

    at: Link
    state: str
    value: str
    target: str
    date: Day | None
    moments: tuple[tuple[Link, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedChange:
    """What an initiative expects of the metric."""

    initiative: Link
    status: str
    change: str
    due: Day | None


def measured_at(catalog: Catalog, metric: Metric) -> Iterator[MeasuredAt]:
    """Give the parts of journeys that show the metric, and the objectives that it decides."""
    users = dict.fromkeys(use.user for use in catalog.used_by(metric.key))
    for key in catalog.in_order(users):
        home = catalog.known[key].home
        link = link_to(catalog, key, note=catalog.title(home) if home != key else "")
        thing = catalog.known[key].thing
        journey = catalog.entry(Journey, home.id) if home.kind == "journey" else None
        if isinstance(thing, Experience) and journey:
            for use in thing.metrics:
                if catalog.meant(use.metric) == metric.key:
                    yield MeasuredAt(
                        at=link,
                        state=journey.state,
                        value=with_unit(use.value or "", metric.unit),
                        target=with_unit(use.target or "", metric.unit),
                        date=use.date,
                        moments=_moments(journey, thing),
                    )
        elif key.kind == "journey":
            yield from _objectives(catalog, metric, key)


def _moments(journey: Journey, part: Experience) -> tuple[tuple[Link, str], ...]:
    """Give the moments of truth of a step, or of a stage with its steps, in their order."""
    parts = (part, *part.steps) if isinstance(part, Stage) else (part,)
    return tuple(
        (
            Link(
                text=one.moment_of_truth.question or one.title,
                to=inner_key("stage" if isinstance(one, Stage) else "step", journey, one.id),
            ),
            one.moment_of_truth.handling or "unrated",
        )
        for one in parts
        if one.moment_of_truth
    )


def _objectives(catalog: Catalog, metric: Metric, key: Key) -> Iterator[MeasuredAt]:
    journey = catalog.journey_of(key)
    objectives: tuple[Objective, ...] = journey.objectives if journey else ()
    for one in objectives:
        if journey and catalog.meant(one.metric) == metric.key:
            at = Key("objective", f"{journey.id}/{one.id}") if one.id else journey.key
            yield MeasuredAt(
                at=Link(
                    text=one.title,
                    to=at,
                    note=_("objective of %(journey)s") % {"journey": journey.title},
                ),
                state=journey.state,
                value="",
                target=with_unit(one.target or "", metric.unit),
                date=one.due,
            )


def expected_of(catalog: Catalog, metric: Metric) -> Iterator[ExpectedChange]:
    """Give what initiatives say that they will change of it."""
    for key in catalog.related(metric.key, "initiative"):
        initiative = catalog.entry(Initiative, key.id)
        for one in initiative.expects if initiative else ():
            if initiative and catalog.meant(one.metric) == metric.key:
                yield ExpectedChange(
                    initiative=link_to(catalog, key),
                    status=initiative.status,
                    change=one.change or "",
                    due=one.due,
                )
