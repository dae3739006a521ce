"""The course of a journey: the ways that were written, and the places that nobody comes to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.mapped import OnMap, parts_that_say
from mkdocs_journeys.catalog.once import worked_out_once
from mkdocs_journeys.catalog.ways import places
from mkdocs_journeys.model.fields import Ref, Thing
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.step import Experience, Stage


class Lead(NamedTuple):
    """A way that an author wrote, from one place to another; places are counted from 0.

    ``to`` is None where it leads out of this map, or where nobody knows what is meant.
    """

    at: int
    to: int | None
    ref: Ref
    is_loop: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The places of a journey, and the ways between them that were written.

    ``passed_over`` are the places that the one before does not lead to by itself.
    """

    journey: Journey
    places: tuple[Experience, ...]
    leads: tuple[Lead, ...]
    passed_over: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreached:
    """A place that nobody comes to, with the place before it and where that leads instead.

    ``instead`` is empty where the journey ends before it.
    """

    part: Experience
    before: Experience
    instead: tuple[Experience, ...]


def courses(catalog: Catalog) -> Iterator[Course]:
    """Give the course of each map on which a way was written, in the order of files.

    A journey without any goes straight on from each place to the next. Retired maps are left out.
    """
    for written in parts_that_say(catalog, "next"):
        if written.journey.status != "retired":
            yield _course(catalog, written)


@worked_out_once
def _course(catalog: Catalog, written: OnMap) -> Course:
    """Give where a journey leads.

    What a stage with steps says of its ways is said of its last step. Without a way, or with an
    exit or an end alone, a place leads to the next one. Where a way leads to another map, or
    nobody knows where, it may go on there too.
    """
    found = places(written.journey)
    numbers = _numbers(found)
    leads = []
    ends = set()
    for stage, part in written.parts:
        at = numbers[id(stage.steps[-1] if part is stage and stage.steps else part)]
        if not part.next and part is found[at]:
            ends.add(at)
        for one in part.next or ():
            for ref in (one.to, *one.all) if one.to else one.all:
                leads.append(Lead(at, _number(catalog, numbers, ref), ref, one.loop))
    decided = {lead.at for lead in leads if lead.to is not None}
    decided -= {lead.at for lead in leads if lead.to is None}
    decided -= {at for at in decided if found[at].next is None}
    return Course(
        journey=written.journey,
        places=found,
        leads=tuple(leads),
        passed_over=frozenset(at + 1 for at in ends | decided if at + 1 < len(found)),
    )


def _numbers(found: Sequence[Experience]) -> Mapping[int, int]:
    """Give the number of each place, counted from 0, by its identity."""
    return {id(part): number for number, part in enumerate(found)}


def _number(catalog: Catalog, numbers: Mapping[int, int], ref: Ref) -> int | None:
    """Give the number of what is meant; a stage with steps means its first."""
    key = catalog.meant(ref)
    thing = catalog.known[key].thing if key else None
    return numbers.get(id(_place(thing)))


def _place(thing: Thing | None) -> Thing | None:
    return thing.steps[0] if isinstance(thing, Stage) and thing.steps else thing


def ways_back(course: Course) -> tuple[Lead, ...]:
    """Give the written ways to where the customer is or has been, in the order of the map."""
    return tuple(lead for lead in course.leads if lead.to is not None and lead.to <= lead.at)


def unreached(catalog: Catalog, course: Course) -> tuple[Unreached, ...]:
    """Give the places that nobody comes to from where the journey may begin, in its order.

    Of places that lead to each other only the first. A journey begins at its first place. In its
    first stage, what is only for some or has other actors may be another beginning. What happens
    on the company's side may begin at any time, and a way from another map may lead to any place.
    """
    # Where an earlier place leads to each of them, all are reached: so it is in nearly every map.
    if course.passed_over <= {lead.to for lead in course.leads if lead.to and lead.to > lead.at}:
        return ()
    onward = _onward(catalog, course)
    reached: set[int] = set()
    _follow(onward, _beginnings(catalog, course), reached)
    _follow(onward, _entered_from_elsewhere(catalog, course), reached)
    lost = [number for number in range(len(onward)) if number not in reached]
    entered = {to for number in lost for to in onward[number]}
    firsts = []
    for number in sorted(lost, key=lambda number: (number in entered, number)):
        if number not in reached:
            firsts.append(number)
            _follow(onward, (number,), reached)
    ways: dict[int, dict[int, Experience]] = defaultdict(dict)
    for lead in course.leads:
        if lead.to is not None:
            ways[lead.at][lead.to] = course.places[lead.to]
    return tuple(
        Unreached(
            part=course.places[number],
            before=course.places[number - 1],
            instead=tuple(ways[number - 1].values()),
        )
        for number in sorted(firsts)
    )


def _onward(catalog: Catalog, course: Course) -> Sequence[Sequence[int]]:
    """Give the numbers of the places that may follow each place.

    What happens alongside a place follows it, both ways round.
    """
    onward: list[list[int]] = [[] for _ in course.places]
    for lead in course.leads:
        if lead.to is not None:
            onward[lead.at].append(lead.to)
    for number in range(1, len(onward)):
        if number not in course.passed_over:
            onward[number - 1].append(number)
    for one, other in _alongside(catalog, course):
        onward[one].append(other)
        onward[other].append(one)
    return onward


def _alongside(catalog: Catalog, course: Course) -> Iterator[tuple[int, int]]:
    numbers = _numbers(course.places)
    for stage in course.journey.stages:
        for part in (stage, *stage.steps):
            for ref in part.alongside:
                other = _number(catalog, numbers, ref)
                if other is not None:
                    yield numbers[id(_place(part))], other


def _beginnings(catalog: Catalog, course: Course) -> Iterator[int]:
    number = 0
    for stage in course.journey.stages:
        for part in stage.steps or (stage,):
            is_first_stage = stage is course.journey.stages[0]
            if (
                number == 0
                or "company" in (part.side, stage.side)
                or (is_first_stage and _may_begin(catalog, course.places[0], part))
            ):
                yield number
            number += 1


def _may_begin(catalog: Catalog, first: Experience, part: Experience) -> bool:
    if part.only_for:
        return True
    here = {catalog.identity(ref) for ref in part.actors}
    there = {catalog.identity(ref) for ref in first.actors}
    return bool(here and there and not here & there)


def _entered_from_elsewhere(catalog: Catalog, course: Course) -> Iterator[int]:
    numbers = _numbers(course.places)
    for stage in course.journey.stages:
        for kind, part in (("stage", stage), *(("step", step) for step in stage.steps)):
            uses = catalog.used_by(inner_key(kind, course.journey, part.id))
            if any(use.field in ("to", "all") and use.home != course.journey.key for use in uses):
                yield numbers[id(_place(part))]


def _follow(onward: Sequence[Sequence[int]], begin: Iterable[int], reached: set[int]) -> None:
    """Add to what is reached all that can be reached from where it begins."""
    waiting = list(begin)
    while waiting:
        number = waiting.pop()
        if number not in reached:
            reached.add(number)
            waiting.extend(onward[number])
