"""How often a customer is passed on: between channels, and between owners."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.fields import ID_PATTERN, Ref
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.registries import Channel, Family, Touchpoint
from mkdocs_journeys.model.step import Experience, Stage, Step, Variant


def channels_of(catalog: Catalog, part: Experience | Variant) -> tuple[Ref, ...]:
    """Give the channels of a step, stage or variant: its own, else those of its touchpoints."""
    if part.channels:
        return part.channels
    found = []
    for ref in part.touchpoints:
        key = catalog.meant(ref)
        touchpoint = catalog.entry(Touchpoint, key.id) if key else None
        if touchpoint and touchpoint.channel:
            found.append(touchpoint.channel)
    return tuple(found)


def first_channel(catalog: Catalog, part: Experience) -> tuple[str, Family | Literal[""], str]:
    """Give title, family and icon of a part's first channel; empty words where there is none."""
    for ref in channels_of(catalog, part):
        key = catalog.meant(ref)
        channel = catalog.entry(Channel, key.id) if key else None
        if channel is None:
            return ref.text, "", ""
        return channel.called, channel.family or "", _icon_of(channel)
    return "", "", ""


class RegisteredChannel(NamedTuple):
    """A channel of the registry; ``family`` and ``icon`` are empty where it has none."""

    id: str
    title: str
    family: Family | Literal[""]
    icon: str


def registered_channels(catalog: Catalog, part: Experience) -> Iterator[RegisteredChannel]:
    """Give those of a part's channels that the registry has, in the author's order."""
    for ref in channels_of(catalog, part):
        key = catalog.meant(ref)
        if key and (channel := catalog.entry(Channel, key.id)):
            yield RegisteredChannel(key.id, channel.called, channel.family or "", _icon_of(channel))


def _icon_of(channel: Channel) -> str:
    """Give the name of a channel's icon, or nothing where what is written cannot be one."""
    return channel.icon if channel.icon and re.fullmatch(ID_PATTERN, channel.icon) else ""


def channel_switches(catalog: Catalog, journey: Journey) -> int:
    """Count the neighbouring steps, in the customer's sight, that share no channel.

    Steps without a channel are passed over: nobody knows whether they are a switch.
    """
    return len(switches(catalog, journey))


def switches(
    catalog: Catalog, journey: Journey
) -> tuple[tuple[tuple[Ref, ...], tuple[Ref, ...]], ...]:
    """Give the channels on both sides of each channel switch, in journey order."""
    used = [
        channels
        for step in journey.all_steps
        if step.side == "customer" and (channels := channels_of(catalog, step))
    ]
    return tuple(
        (before, after)
        for before, after in pairwise(used)
        if not {catalog.identity(ref) for ref in before} & {catalog.identity(ref) for ref in after}
    )


def owner_of(journey: Journey, stage: Stage, step: Step) -> Ref | None:
    """Give who answers for a step: its own owner, else that of its stage, else the journey's."""
    return step.owner or stage.owner or journey.owner


def hand_offs(catalog: Catalog, journey: Journey) -> tuple[tuple[Step, Step], ...]:
    """Give the neighbouring steps that different owners answer for, in journey order."""
    owned = [
        (step, catalog.identity(owner))
        for stage in journey.stages
        for step in stage.steps
        if (owner := owner_of(journey, stage, step))
    ]
    pairs = pairwise(owned)
    return tuple((before, after) for (before, one), (after, other) in pairs if one != other)
