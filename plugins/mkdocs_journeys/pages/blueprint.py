"""What happens behind a part of a journey: the lanes of its service blueprint."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.blueprint import Blueprint
from mkdocs_journeys.model.step import Experience
from mkdocs_journeys.pages.lanes import LANES
from mkdocs_journeys.pages.link import Link, mentioned
from mkdocs_journeys.pages.map_facts import Lane


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
