"""The swimlane of a journey: which channel every step is on, and how often it changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import travellers
from mkdocs_journeys.catalog.moves import channel_switches
from mkdocs_journeys.diagrams.stops import Stop, Stretch, stops_of, stretches_of
from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.registries import Channel, Family

FAMILY_ORDER = ("digital", "human", "physical", "outside", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One row. ``family`` and ``icon`` are empty for a channel that is in no registry.

    ``kind`` tells a channel from the two rows of steps that have none in the customer's sight;
    those have no title.
    """

    kind: Literal["channel", "unseen", "unknown"]
    title: str = ""
    family: Family | Literal[""] = ""
    icon: str = ""
    to: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Swimlane:
    """Rows from top to bottom, stages and stops from start to end.

    ``rows`` gives for each stop where it stands (counted from 0): its own row first, then those
    of its further channels. ``who`` is the name of the only traveller, or empty.
    """

    title: str
    who: str
    lanes: tuple[Lane, ...]
    stretches: tuple[Stretch, ...]
    stops: tuple[Stop, ...]
    rows: tuple[tuple[int, ...], ...]
    switches: int


def swimlane_of(catalog: Catalog, journey: Journey) -> Swimlane | None:
    """Give the swimlane of a journey, or None where no step in sight names a channel.

    Channels stand in the order of their families, and in each as they are first met.
    """
    stops = stops_of(catalog, journey)
    met: dict[str, Ref] = {}
    for stop in stops:
        for ref, _ in () if stop.is_unseen else stop.channels:
            met.setdefault(catalog.identity(ref), ref)
    if not met:
        return None
    channels = {identity: _channel(catalog, ref) for identity, ref in met.items()}
    order = sorted(channels, key=lambda identity: FAMILY_ORDER.index(channels[identity].family))
    places = {identity: row for row, identity in enumerate(order)}
    lanes = [channels[identity] for identity in order]
    rows: list[tuple[int, ...]] = []
    for kind, of_stop in _rest(catalog, stops, places):
        if kind and Lane(kind=kind) not in lanes:
            lanes.append(Lane(kind=kind))
        rows.append(of_stop if kind is None else (lanes.index(Lane(kind=kind)),))
    who = travellers(catalog, journey)
    return Swimlane(
        title=journey.title,
        who=catalog.title(who[0]) if len(who) == 1 else "",
        lanes=tuple(lanes),
        stretches=stretches_of(journey),
        stops=stops,
        rows=tuple(rows),
        switches=channel_switches(catalog, journey),
    )


def _rest(
    catalog: Catalog, stops: tuple[Stop, ...], places: dict[str, int]
) -> Iterator[tuple[Literal["unseen", "unknown"] | None, tuple[int, ...]]]:
    """Give for each stop the rows of its channels, or which of the two other rows it needs."""
    for stop in stops:
        if stop.is_unseen:
            yield "unseen", ()
        elif not stop.channels:
            yield "unknown", ()
        else:
            found = (places[catalog.identity(ref)] for ref, _ in stop.channels)
            yield None, tuple(dict.fromkeys(found))


def _channel(catalog: Catalog, ref: Ref) -> Lane:
    key = catalog.meant(ref)
    channel = catalog.entry(Channel, key.id) if key else None
    if channel is None:
        return Lane(kind="channel", title=ref.text, to=key)
    return Lane(
        kind="channel",
        title=channel.called,
        family=channel.family or "",
        icon=channel.icon or "",
        to=key,
    )
