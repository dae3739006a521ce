"""Channels: the ways in which customers and the company meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.encounters import encounters_with, mean_emotion_at
from mkdocs_journeys.catalog.evidence_level import evidence_level
from mkdocs_journeys.catalog.moves import switches
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import later
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.model.registries import Channel
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.answers import AnswerFacts
from mkdocs_journeys.pages.choices import Choices, by_words, narrowing
from mkdocs_journeys.pages.encounters import EncounterFacts, encounter_facts, pain_points_of
from mkdocs_journeys.pages.link import Link, link_to, links_to
from mkdocs_journeys.pages.page import Later, Page
from mkdocs_journeys.pages.standing import StandingFacts, standing_of
from mkdocs_journeys.pages.used_by import UsedByGroup, used_by

FAMILIES = {
    "digital": later("Digital"),
    "human": later("Person to person"),
    "physical": later("Physical"),
    "outside": later("Outside our control"),
}
USES = {
    "prefers": later("Prefer it"),
    "likes": later("Like it"),
    "uses": later("Use it"),
    "reluctant": later("Use it reluctantly"),
    "avoids": later("Avoid it"),
}
ONLINE = {True: "yes", False: "no", None: ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """How often customers change between this channel and another, counted over all maps."""

    other: Link
    comes_from: int
    goes_to: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelPageFacts:
    """All that the page of a channel tells.

    ``exchanges`` are other channels, the most frequent first. ``liked`` pairs how personas take
    to it, keenest first and in words, with those who do. ``family`` is in words.
    """

    channel: Channel
    family: str
    standing: StandingFacts
    mean: float | None
    encounters: tuple[EncounterFacts, ...]
    answers: tuple[AnswerFacts, ...]
    exchanges: tuple[Exchange, ...]
    liked: tuple[tuple[str, tuple[Link, ...]], ...]
    touchpoints: tuple[Link, ...]
    used_by: tuple[UsedByGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelRow:
    """One channel in the list: parts of journeys that use it, switches in and out.

    ``family`` is in words; ``online`` is ``yes``, ``no`` or empty.
    """

    channel: Channel
    family: str
    online: str
    parts: int
    touchpoints: int
    switches_in: int
    switches_out: int
    mean: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelsFacts:
    """All channels in the order of their files, and what they can be chosen by."""

    rows: tuple[ChannelRow, ...]
    narrowing: tuple[Choices, ...]


Moves = Callable[[], Counter[tuple[Key, Key]]]
"""Counts the changes from one channel to another; worked out when it is first asked."""


def channel_pages(catalog: Catalog) -> Iterator[Page]:
    """Give the list of channels and the page of each."""
    moves = cache(lambda: _moves(catalog))
    pages = [_channel_page(catalog, channel, moves) for channel in catalog.all(Channel)]
    yield Page(
        key=page_key("channels"),
        title=_("Channels"),
        template="channels",
        facts=Later(_all_facts, catalog, moves),
        above=HOME,
        lede=_(
            "The ways in which customers and we meet, and where they change from one to another."
        ),
        is_listed=bool(pages),
    )
    yield from pages


def _all_facts(catalog: Catalog, moves: Moves) -> ChannelsFacts:
    rows = []
    for channel in catalog.all(Channel):
        encounters = encounters_with(catalog, channel.key)
        rows.append(
            ChannelRow(
                channel=channel,
                family=_(FAMILIES[channel.family]) if channel.family else "",
                online=ONLINE[channel.online],
                parts=len(encounters),
                touchpoints=len(catalog.related(channel.key, "touchpoint")),
                switches_in=sum(n for (_, to), n in moves().items() if to == channel.key),
                switches_out=sum(n for (start, _), n in moves().items() if start == channel.key),
                mean=mean_emotion_at(catalog, encounters),
            )
        )
    return ChannelsFacts(
        rows=tuple(rows),
        narrowing=narrowing(
            by_words(
                "family",
                _("Family"),
                (row.channel.family or "" for row in rows),
                order=FAMILIES,
                titles={word: _(said) for word, said in FAMILIES.items()},
            ),
            by_words(
                "online",
                _("Online"),
                (row.online for row in rows),
                order=("yes", "no"),
                titles={"yes": _("Yes"), "no": _("No")},
            ),
        ),
    )


def _channel_page(catalog: Catalog, channel: Channel, moves: Moves) -> Page:
    return Page(
        key=channel.key,
        title=channel.called,
        template="channel",
        facts=Later(_facts, catalog, channel, moves),
        above=page_key("channels"),
        source=channel.spot.file,
        lede=channel.summary or "",
        words="\n".join(text for text in (channel.code, channel.summary, *channel.tags) if text),
    )


def _facts(catalog: Catalog, channel: Channel, moves: Moves) -> ChannelPageFacts:
    encounters = encounters_with(catalog, channel.key)
    return ChannelPageFacts(
        channel=channel,
        family=_(FAMILIES[channel.family]) if channel.family else _("No family"),
        standing=standing_of(
            catalog,
            channel,
            evidence=evidence_level(catalog, channel.evidence) if channel.evidence else None,
        ),
        mean=mean_emotion_at(catalog, encounters),
        encounters=encounter_facts(catalog, encounters),
        answers=pain_points_of(catalog, encounters),
        exchanges=_exchanges(catalog, channel.key, moves()),
        liked=_liked(catalog, channel.key),
        touchpoints=links_to(catalog, catalog.related(channel.key, "touchpoint")),
        used_by=used_by(catalog, channel.key),
    )


def _moves(catalog: Catalog) -> Counter[tuple[Key, Key]]:
    """Count the switches from each channel to each other, over all maps but retired ones.

    A step with several channels counts for each of them. Channels that are labels only are
    left out: they have no page.
    """
    moves: Counter[tuple[Key, Key]] = Counter()
    for journey in catalog.all(Journey):
        if journey.status == "retired":
            continue
        for before, after in switches(catalog, journey):
            starts = [key for ref in before if (key := catalog.meant(ref))]
            ends = [key for ref in after if (key := catalog.meant(ref))]
            moves.update((start, end) for start in starts for end in ends)
    return moves


def _exchanges(
    catalog: Catalog, channel: Key, moves: Counter[tuple[Key, Key]]
) -> tuple[Exchange, ...]:
    others = catalog.in_order(
        {start for start, end in moves if end == channel}
        | {end for start, end in moves if start == channel}
    )
    found = [
        Exchange(
            other=link_to(catalog, other),
            comes_from=moves[other, channel],
            goes_to=moves[channel, other],
        )
        for other in others
    ]
    return tuple(sorted(found, key=lambda one: -(one.comes_from + one.goes_to)))


def _liked(catalog: Catalog, channel: Key) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    found: dict[str, list[Link]] = {}
    for key in catalog.related(channel, "persona"):
        persona = catalog.entry(Persona, key.id)
        for one in persona.channels if persona else ():
            if catalog.meant(one.channel) == channel:
                found.setdefault(one.use, []).append(link_to(catalog, key))
    return tuple((_(said), tuple(found[use])) for use, said in USES.items() if use in found)
