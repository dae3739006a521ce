"""What happens behind a part of a journey: the lanes of its service blueprint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.ways import numbers_of
from mkdocs_journeys.model.blueprint import Blueprint
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import Experience
from mkdocs_journeys.pages.lanes import LANES
from mkdocs_journeys.pages.link import Link, mentioned
from mkdocs_journeys.pages.map_facts import Lane

ALWAYS = ("physical-evidence", "frontstage", "backstage", "support")
"""The lanes that every service blueprint has, empty ones too: a hole is worth seeing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlueprintColumn:
    """One step, or a whole stage: then ``step`` and ``number`` are empty.

    ``cells`` go with the lanes of the blueprint. ``is_unseen``: it is on the company's side.
    """

    step: str
    number: str
    title: str
    to: Key
    is_unseen: bool
    cells: tuple[tuple[Link, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlueprintStage:
    """A stage with its columns; the first is the stage itself where it says something."""

    number: str
    title: str
    to: Key
    columns: tuple[BlueprintColumn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlueprintFacts:
    """The service blueprint of a journey; what customers do stands between the first two lanes."""

    title: str
    lanes: tuple[Lane, ...]
    stages: tuple[BlueprintStage, ...]


def service_blueprint(catalog: Catalog, journey: Journey) -> BlueprintFacts | None:
    """Give the service blueprint of a whole journey, or None where no part of it has one."""
    parts = (part for stage in journey.stages for part in (stage, *stage.steps))
    found = {part.id: dict(_by_name(catalog, part)) for part in parts if part.blueprint}
    filled = {name for cells in found.values() for name in cells}
    if not filled:
        return None
    known = [lane for lane in LANES if lane.group == "blueprint"]
    lanes = tuple(lane for lane in known if lane.name in ALWAYS or lane.name in filled)
    numbers = numbers_of(journey)

    def column(part: Experience, number: str, kind: str) -> BlueprintColumn:
        cells = found.get(part.id, {})
        return BlueprintColumn(
            step=part.id if kind == "step" else "",
            number=number,
            title=part.title,
            to=inner_key(kind, journey, part.id),
            is_unseen=part.side == "company",
            cells=tuple(cells.get(lane.name, ()) for lane in lanes),
        )

    return BlueprintFacts(
        title=journey.title,
        lanes=lanes,
        stages=tuple(
            BlueprintStage(
                number=str(number),
                title=stage.title,
                to=inner_key("stage", journey, stage.id),
                columns=(
                    *((column(stage, "", "stage"),) if stage.blueprint or not stage.steps else ()),
                    *(column(step, str(numbers[step.id]), "step") for step in stage.steps),
                ),
            )
            for number, stage in enumerate(journey.stages, 1)
        ),
    )


def blueprint_of(catalog: Catalog, part: Experience) -> tuple[tuple[Lane, tuple[Link, ...]], ...]:
    """Give the lanes of a part's service blueprint that have something, each with its entries.

    An entry is who delivers it, with what they do as the note; what somebody wrote as plain text
    stands alone. A fail point leads to its pain point and has its mitigation as the note. Empty
    without a blueprint.
    """
    if part.blueprint is None:
        return ()
    found = (
        (lane, tuple(_entries(catalog, part.blueprint, lane)))
        for lane in LANES
        if lane.group == "blueprint"
    )
    return tuple((lane, entries) for lane, entries in found if entries)


def _by_name(catalog: Catalog, part: Experience) -> Iterator[tuple[str, tuple[Link, ...]]]:
    for lane, entries in blueprint_of(catalog, part):
        yield lane.name, entries


def _entries(catalog: Catalog, blueprint: Blueprint, lane: Lane) -> Iterator[Link]:
    if lane.name == "fail-points":
        for point in blueprint.fail_points:
            yield Link(
                text=point.title, to=catalog.meant(point.pain_point), note=point.mitigation or ""
            )
    elif lane.name == "physical-evidence":
        for text in blueprint.physical_evidence:
            yield Link(text=text)
    else:
        for deed in getattr(blueprint, lane.name):
            if deed.who is None:
                yield Link(text=deed.does or "")
            else:
                who = mentioned(catalog, deed.who)
                yield Link(text=who.text, to=who.to, note=deed.does or "")
