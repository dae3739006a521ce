"""Whether ids are unique and free: within the handbook, and within a journey."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import normalize

from mkdocs_journeys.load.loaded import Unreadable
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.journey import Hypothesis, Journey, Objective
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.step import Experience, Stage
from mkdocs_journeys.problems import Place, Problem

WINDOWS_DEVICES = {"con", "prn", "aux", "nul"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)
}
RESERVED = {"index", "404", "assets", "search", "versions"} | WINDOWS_DEVICES
"""Ids that cannot be addresses: files of the site itself, or names that Windows keeps."""


def repeated(entries: Iterable[Entry], unreadable: Iterable[Unreadable]) -> Iterator[Problem]:
    """Find ids that two files claim; a persona and a stakeholder share their names."""
    first: dict[Key, Place] = {}
    places = [(entry.key, entry.spot.of("id", "title", "name")) for entry in entries]
    places += [(lost.key, Place(lost.file)) for lost in unreadable]
    for key, place in places:
        shared = Key("persona", key.id) if key.kind == "stakeholder" else key
        if shared in first:
            yield _twice(key.id, place, first[shared])
        else:
            first[shared] = place


def twins(files: Iterable[str]) -> Iterator[Problem]:
    """Find files that are one and the same where case or the spelling of accents does not count.

    On macOS and Windows only one of them can be checked out.
    """
    first: dict[str, str] = {}
    for file in sorted(set(files)):
        same = first.setdefault(normalize("NFKC", file).casefold(), file)
        if same != file:
            yield Problem(
                place=Place(file),
                rule="duplicate-id",
                what=f"`{file}` and `{same}` are one file on macOS and Windows.",
                mend="Give one of them another name.",
            )


def repeated_inside(entry: Entry) -> Iterator[Problem]:
    """Find ids that two things of one journey claim, whatever they are."""
    if not isinstance(entry, Journey):
        return
    things = _with_ids(entry)
    # In nearly every journey each id stands once: their places need not be looked for.
    if len({thing.id for thing in things}) == len(things):
        return
    first: dict[str, Place] = {}
    for id_, place in inner_ids(entry):
        if id_ in first:
            yield _twice(id_, place, first[id_])
        else:
            first[id_] = place


def inner_ids(journey: Journey) -> Iterator[tuple[str, Place]]:
    """Give the ids written within a journey, in its order, each with its place."""
    for thing in _with_ids(journey):
        if thing.id:
            yield thing.id, thing.spot.of("id")


def _with_ids(journey: Journey) -> list[Objective | Hypothesis | Experience | PainPoint]:
    """Give the things within a journey whose id was written, in its order."""
    things: list[Objective | Hypothesis | Experience | PainPoint] = []
    things += [*journey.objectives, *journey.hypotheses]
    for stage in journey.stages:
        for part in (stage, *stage.steps):
            things.append(part)
            things += part.pain_points
    return [thing for thing in things if "id" in thing.spot.fields]


def reserved(entry: Entry) -> Iterator[Problem]:
    """Find ids that cannot be addresses."""
    claims: list[Entry | Stage] = [entry]
    if isinstance(entry, Journey):
        claims += entry.stages
    for thing in claims:
        if (id_ := thing.id) in RESERVED:
            yield Problem(
                place=thing.spot.of("id", "title", "name"),
                rule="bad-id",
                what=f"`{id_}` cannot be an id: the site needs this address itself.",
                mend=f"Take another word, for example `{id_}-1`.",
            )


def _twice(id_: str, place: Place, first: Place) -> Problem:
    return Problem(
        place=place,
        rule="duplicate-id",
        what=f"The id `{id_}` is taken: {first} has it already.",
        mend="Give one of them another id.",
        also=(first,),
    )
