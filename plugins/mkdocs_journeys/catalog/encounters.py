"""Where in the journeys a touchpoint or a channel is met, and how that feels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import travellers, whose
from mkdocs_journeys.catalog.moves import channels_of
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.registries import Touchpoint
from mkdocs_journeys.model.step import Experience, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """One part of a journey where something is met.

    ``way`` is ``there`` where the customer meets it, ``variant`` where only some do, ``behind``
    where it only works behind the step. ``part`` is the stage itself or one of its steps.
    """

    journey: Journey
    stage: Stage
    part: Experience
    key: Key
    way: Literal["there", "variant", "behind"]


def encounters_with(catalog: Catalog, thing: Key) -> tuple[Encounter, ...]:
    """Give every part of a journey that uses a touchpoint or a channel, in journey order.

    A channel is also used where a part names no channel and has a touchpoint of that channel.
    Empty where nothing uses it.
    """
    users = [use.user for use in catalog.used_by(thing)]
    if thing.kind == "channel":
        of_channel = [use.user for use in catalog.used_by(thing) if use.user.kind == "touchpoint"]
        users += [use.user for touchpoint in of_channel for use in catalog.used_by(touchpoint)]
    keys = catalog.in_order(key for key in users if key.kind in ("stage", "step"))
    found = (_encounter(catalog, key, thing) for key in keys)
    return tuple(encounter for encounter in found if encounter)


def scores_at(catalog: Catalog, journey: Journey, part: Experience) -> tuple[float, ...]:
    """Give the scores at one part: one for each traveller whom a score holds for.

    A score without ``who`` holds for all who travel the map (once where it has no personas); a
    score of somebody else, and a part unseen by the customer, give none. The same rule as for
    the curve (see ``feelings``).
    """
    if part.side != "customer":
        return ()
    lines = travellers(catalog, journey)
    return tuple(
        emotion.score.value
        for emotion in part.emotion
        if emotion.score
        for _, who in whose(catalog, emotion, lines)
        if not who
    )


def mean_emotion_at(catalog: Catalog, encounters: Iterable[Encounter]) -> float | None:
    """Give the mean of all scores where something is met today, from -2 to 2; None without any.

    Formula: the plain mean of ``scores_at`` over the encounters of the customer herself. Future
    and retired maps do not count: nobody feels there today.
    Source: the mean of a rating scale as in customer-satisfaction surveys; every score weighs
    the same, because nothing in a map says how often a step is taken.
    """
    scores = [
        score
        for one in encounters
        if one.way == "there" and one.journey.state == "current" and one.journey.status != "retired"
        for score in scores_at(catalog, one.journey, one.part)
    ]
    return fmean(scores) if scores else None


def _encounter(catalog: Catalog, key: Key, thing: Key) -> Encounter | None:
    journey = catalog.journey_of(key)
    if journey is None:
        return None
    id_ = key.id.partition("/")[2]
    for stage in journey.stages:
        for part in (stage,) if key.kind == "stage" else stage.steps:
            if part.id == id_:
                way = _way(catalog, part, thing)
                return way and Encounter(journey=journey, stage=stage, part=part, key=key, way=way)
    return None


def _way(
    catalog: Catalog, part: Experience, thing: Key
) -> Literal["there", "variant", "behind"] | None:
    refs = channels_of(catalog, part) if thing.kind == "channel" else part.touchpoints
    if any(catalog.meant(ref) == thing for ref in refs):
        return "there"
    if thing in _of_variants(catalog, part, thing.kind):
        return "variant"
    # A step with a channel of its own overrules that of its touchpoint: no encounter with it.
    behind = thing.kind == "touchpoint" and thing in _behind(catalog, part)
    return "behind" if behind else None


def _of_variants(catalog: Catalog, part: Experience, kind: str) -> Iterator[Key | None]:
    for variant in part.variants:
        for ref in variant.touchpoints:
            key = catalog.meant(ref)
            touchpoint = catalog.entry(Touchpoint, key.id) if key else None
            if kind == "touchpoint":
                yield key
            elif touchpoint and not variant.channels:
                yield catalog.meant(touchpoint.channel)
        if kind == "channel":
            yield from (catalog.meant(ref) for ref in variant.channels)


def _behind(catalog: Catalog, part: Experience) -> Iterator[Key | None]:
    blueprint = part.blueprint
    if blueprint:
        for deed in (*blueprint.frontstage, *blueprint.backstage, *blueprint.support):
            yield catalog.meant(deed.who)
