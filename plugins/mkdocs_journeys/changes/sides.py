"""A thing on both sides of a comparison, and where it stands on each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from slugify import slugify

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.journey import Hypothesis, Journey, Objective
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.step import Experience, Stage, Step
from mkdocs_journeys.problems import Place

T = TypeVar("T", bound=Thing, covariant=True)
N = TypeVar("N", Stage, Step, PainPoint, Objective, Hypothesis)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Side(Generic[T]):
    """A thing with a name on one side.

    ``home`` is the entry that it lives in, ``parent`` the stage or step around it (None for an
    entry and for what stands directly in one). ``is_named`` is false for what is only called by
    its position or its title. ``number`` counts from 0 through all things of its sort.
    """

    catalog: Catalog
    thing: T
    key: Key
    title: str
    home: Entry
    parent: Side[Experience] | None
    is_named: bool
    number: int

    @property
    def name(self) -> str:
        """Give what leads to it within its entry: its id, else its title as an id would be."""
        own = self.key.id.rpartition("/")[2]
        return own if self.is_named else slugify(self.title) or self.title

    @property
    def path(self) -> tuple[str, ...]:
        """Give the ids that lead to it, never through a stage: a moved step keeps its address."""
        if self.key == self.home.key:
            return (self.home.id,)
        if self.is_named or self.parent is None or not isinstance(self.thing, PainPoint):
            return (self.home.id, self.name)
        return (self.home.id, self.parent.name, self.name)

    @property
    def where(self) -> tuple[str, ...]:
        """Give the titles from the entry to the thing."""
        if self.key == self.home.key:
            return (self.title,)
        around = () if self.parent is None else self.parent.where[1:]
        return (self.home.called, *around, self.title)

    @property
    def place(self) -> Place:
        """Give the place of its id, else of its title."""
        return self.thing.spot.of("id", "title", "name")

    def of(self, *fields: str) -> Place:
        """Give the place of the first of these fields that was written, else of id or title."""
        return self.thing.spot.of(*fields, "id", "title", "name")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Both(Generic[T]):
    """The same thing in base and in head; None on the side where it is not.

    ``by`` says what told that they are the same: its id, an id it had before, or a likeness.
    """

    base: Side[T] | None
    head: Side[T] | None
    by: str = "id"

    @property
    def side(self) -> Side[T]:
        """Give the side of head, else that of base."""
        side = self.head or self.base
        assert side is not None, "a thing that is on neither side is never compared"
        return side

    @property
    def title(self) -> str:
        """Give what it is called, in head if it is there."""
        return self.side.title


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pair(Both[T]):
    """A thing that is on both sides."""

    base: Side[T]
    head: Side[T]


def is_implied(side: Side[Thing]) -> bool:
    """Tell whether it is the one stage of a journey that has only steps: nobody wrote it."""
    return side.thing.spot is side.home.spot and side.thing is not side.home


def entry_side(catalog: Catalog, entry: Entry, number: int) -> Side[Entry]:
    """Give an entry as a side."""
    return Side(
        catalog=catalog,
        thing=entry,
        key=entry.key,
        title=entry.called,
        home=entry,
        parent=None,
        is_named=True,
        number=number,
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Inside:
    """What stands in one journey on one side, each in the order of the map."""

    stages: tuple[Side[Stage], ...]
    steps: tuple[Side[Step], ...]
    pain_points: tuple[Side[PainPoint], ...]
    objectives: tuple[Side[Objective], ...]
    hypotheses: tuple[Side[Hypothesis], ...]

    @property
    def everything(self) -> tuple[Side[Thing], ...]:
        """Give all of it."""
        return (
            *self.stages,
            *self.steps,
            *self.pain_points,
            *self.objectives,
            *self.hypotheses,
        )


def inside(catalog: Catalog, journey: Journey) -> Inside:
    """Give the named things of a journey."""
    stages: list[Side[Stage]] = []
    steps: list[Side[Step]] = []
    pain_points: list[Side[PainPoint]] = []

    def pains(around: Side[Experience]) -> None:
        for pain in around.thing.pain_points:
            number = len(pain_points)
            pain_points.append(_side(catalog, journey, "pain-point", pain, number, around))

    for stage in journey.stages:
        stages.append(_side(catalog, journey, "stage", stage, len(stages), None))
        pains(stages[-1])
        for step in stage.steps:
            steps.append(_side(catalog, journey, "step", step, len(steps), stages[-1]))
            pains(steps[-1])
    return Inside(
        stages=tuple(stages),
        steps=tuple(steps),
        pain_points=tuple(pain_points),
        objectives=tuple(
            _side(catalog, journey, "objective", one, number, None)
            for number, one in enumerate(journey.objectives)
        ),
        hypotheses=tuple(
            _side(catalog, journey, "hypothesis", one, number, None)
            for number, one in enumerate(journey.hypotheses)
        ),
    )


def taken_along(side: Side[Thing]) -> Iterator[Key]:
    """Give the names of what stands in a journey, a stage or a step."""
    if isinstance(side.thing, Journey):
        yield from (one.key for one in inside(side.catalog, side.thing).everything)
    if isinstance(side.thing, Experience) and isinstance(side.home, Journey):
        steps = side.thing.steps if isinstance(side.thing, Stage) else ()
        yield from (inner_key("step", side.home, step.id) for step in steps)
        for part in (side.thing, *steps):
            yield from (
                inner_key("pain-point", side.home, pain.id) for pain in part.pain_points if pain.id
            )


def _side(
    catalog: Catalog,
    journey: Journey,
    kind: str,
    thing: N,
    number: int,
    parent: Side[Experience] | None,
) -> Side[N]:
    # The one stage of a journey that has only steps stands at the journey's own place.
    is_own = thing.spot is not journey.spot
    return Side(
        catalog=catalog,
        thing=thing,
        key=inner_key(kind, journey, thing.id or slugify(thing.title) or thing.title),
        title=thing.title,
        home=journey,
        parent=parent,
        is_named=is_own and bool(thing.id) and thing.spot.has("id"),
        number=number,
    )


def told_apart(was: Side[Any] | None, now: Side[Any] | None) -> tuple[str, str]:
    """Give the titles of two different things of a map, and more where the titles are the same.

    That is what sort of thing each is, else its number, else its id: the first that tells them
    apart. For None there is an empty title.
    """
    if not was or not now or was.title != now.title:
        return was.title if was else "", now.title if now else ""
    if was.thing.noun != now.thing.noun:
        return f"{was.thing.noun} {was.title}", f"{now.thing.noun} {now.title}"
    if was.number != now.number:
        return f"{was.number + 1} {was.title}", f"{now.number + 1} {now.title}"
    return f"{was.title} ({was.name})", f"{now.title} ({now.name})"
