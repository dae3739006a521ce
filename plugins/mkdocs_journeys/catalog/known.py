"""What exists: every thing with a name, and the names that things had before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mkdocs_journeys.load.loaded import Loaded
from mkdocs_journeys.model.entry import Entry, in_words
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.problems import Place, Problem


class Known(NamedTuple):
    """One thing with a name.

    ``thing`` is None where its file cannot be read. ``home`` is the entry that it lives in.
    ``named`` is false for a stage or step that is only called by its position: such a name may
    change, so nobody may mention it. ``order`` counts from 0 through the handbook.
    """

    key: Key
    title: str
    thing: Thing | None
    home: Key
    order: int
    place: Place
    named: bool = True


Named = tuple[Key, str, Thing | None, Key]
"""Key, title, thing and home of something that has a name."""


def all_known(loaded: Loaded, named: Iterable[Named]) -> dict[Key, Known]:
    """Give everything with a name; of two things with one name, the first."""
    known: dict[Key, Known] = {}
    for key, title, thing, home in named:
        if key in known:
            continue
        if thing is None:
            known[key] = Known(key, title, None, home, len(known), _place(loaded, key))
            continue
        spot = thing.spot
        place = spot.of("id", "title", "name")
        # The one stage of a journey that has only steps stands where the journey does, id and all.
        is_own = key is home or key.kind != "stage" or place != known[home].place
        is_named = key is home or key.kind == "lifecycle" or ("id" in spot.fields and is_own)
        known[key] = Known(key, title, thing, home, len(known), place, is_named)
    return known


def former_names(
    named: Iterable[Named], known: dict[Key, Known]
) -> tuple[dict[Key, Key], list[Problem]]:
    """Give the names that things had before, each with the name they have now.

    Reports duplicate-id for an old name that something else bears or bore.
    """
    former: dict[Key, Key] = {}
    problems = []
    for key, _, thing, home in named:
        for number, old in enumerate(getattr(thing, "formerly", ())):
            inner = key != home and key.kind != "lifecycle"
            old_key = Key(key.kind, f"{home.id}/{old}" if inner else old)
            owner = known[old_key].place if old_key in known else None
            if owner is None and old_key in former and former[old_key] != key:
                owner = known[former[old_key]].place
            if owner is None:
                former[old_key] = key
                continue
            problems.append(
                Problem(
                    place=thing.spot.of(f"formerly.{number}", "formerly") if thing else Place(""),
                    rule="duplicate-id",
                    what=f"`{old}` is said to be an old id here, and stands at {owner} too.",
                    mend="An old id is never used again: old links would lead astray.",
                    also=(owner,),
                )
            )
    return former, problems


def all_named(loaded: Loaded) -> Iterator[Named]:
    """Give everything that has a name, in order; the home of what has a page is its own key."""
    for stage_of_life in loaded.settings.lifecycle:
        key = Key("lifecycle", stage_of_life.id)
        yield key, stage_of_life.called, stage_of_life, key
    for entry in loaded.entries:
        key = entry.key
        yield key, entry.called, entry, key
        if isinstance(entry, Journey):
            yield from _inside(entry, key)
    for lost in loaded.unreadable:
        yield lost.key, in_words(lost.key.id), None, lost.key


def _inside(journey: Journey, home: Key) -> Iterator[Named]:
    for kind, things in (("objective", journey.objectives), ("hypothesis", journey.hypotheses)):
        for thing in things:
            if thing.id:
                yield inner_key(kind, journey, thing.id), thing.title, thing, home
    for stage in journey.stages:
        yield inner_key("stage", journey, stage.id), stage.title, stage, home
        for part in (stage, *stage.steps):
            if part is not stage:
                yield inner_key("step", journey, part.id), part.title, part, home
            for pain in part.pain_points:
                if pain.id:
                    yield inner_key("pain-point", journey, pain.id), pain.title, pain, home


def inner_key(kind: str, journey: Entry, id_: str) -> Key:
    """Name a thing that lives in a journey."""
    return Key(kind, f"{journey.id}/{id_}")


def _place(loaded: Loaded, key: Key) -> Place:
    return next((Place(lost.file) for lost in loaded.unreadable if lost.key == key), Place(""))
