"""Touchpoints: what customers meet again and again, and how it does everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.encounters import encounters_with, mean_emotion_at
from mkdocs_journeys.catalog.evidence_level import evidence_level
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import later
from mkdocs_journeys.model.registries import Touchpoint
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.answers import AnswerFacts
from mkdocs_journeys.pages.choices import Choices, by_things, by_words, keys_of, narrowing
from mkdocs_journeys.pages.encounters import EncounterFacts, encounter_facts, pain_points_of
from mkdocs_journeys.pages.link import Link, all_mentioned, mentioned
from mkdocs_journeys.pages.page import Later, Page
from mkdocs_journeys.pages.part import ChannelFacts, channel_of
from mkdocs_journeys.pages.standing import StandingFacts, standing_of
from mkdocs_journeys.pages.used_by import UsedByGroup, used_by

LISTENS = {
    "post-interaction": later("After each contact"),
    "periodic": later("Now and then"),
    "none": later("Not at all"),
}
CONTROLS = {
    "own": later("Ours"),
    "partner": later("A partner’s"),
    "third-party": later("Somebody else’s"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchpointFacts:
    """All that the page of a touchpoint tells; ``mean`` from -2 to 2 is None without scores.

    ``whose`` and ``listens`` say in words who controls it and when we ask there how it was.
    """

    touchpoint: Touchpoint
    standing: StandingFacts
    channel: ChannelFacts | None
    whose: str
    listens: str
    systems: tuple[Link, ...]
    listening_metric: Link | None
    mean: float | None
    encounters: tuple[EncounterFacts, ...]
    answers: tuple[AnswerFacts, ...]
    used_by: tuple[UsedByGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchpointRow:
    """One touchpoint in the list: how many parts of journeys use it, and how it feels there.

    ``whose`` says in words who controls it; empty where nobody wrote it down.
    """

    touchpoint: Touchpoint
    channel: ChannelFacts | None
    whose: str
    owner: Link | None
    parts: int
    pain_points: int
    mean: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchpointsFacts:
    """All touchpoints, lowest mean emotion first, and what they can be chosen by."""

    rows: tuple[TouchpointRow, ...]
    narrowing: tuple[Choices, ...]


def touchpoint_pages(catalog: Catalog) -> Iterator[Page]:
    """Give the list of touchpoints and the page of each."""
    yield touchpoints_page(catalog)
    for touchpoint in catalog.all(Touchpoint):
        yield touchpoint_page(catalog, touchpoint)


def touchpoints_page(catalog: Catalog) -> Page:
    """Give the page that lists all touchpoints."""
    rows = sorted(
        (_row(catalog, one) for one in catalog.all(Touchpoint)),
        key=lambda row: 9.0 if row.mean is None else row.mean,
    )
    return Page(
        key=page_key("touchpoints"),
        title=_("Touchpoints"),
        template="touchpoints",
        facts=TouchpointsFacts(
            rows=tuple(rows),
            narrowing=_narrowing(catalog, rows),
        ),
        above=HOME,
        lede=_("What customers meet, and how they feel when they do. The lowest stand first."),
        is_listed=bool(rows),
    )


def _narrowing(catalog: Catalog, rows: list[TouchpointRow]) -> tuple[Choices, ...]:
    return narrowing(
        by_words(
            "control",
            _("Whose"),
            (row.touchpoint.control or "" for row in rows),
            order=CONTROLS,
            titles={word: _(said) for word, said in CONTROLS.items()},
        ),
        by_things(
            catalog,
            "channel",
            _("Channel"),
            (keys_of([row.channel.link if row.channel else None]) for row in rows),
            everything=_("All channels"),
        ),
        by_things(catalog, "owner", _("Owner"), (keys_of([row.owner]) for row in rows)),
    )


def touchpoint_page(catalog: Catalog, touchpoint: Touchpoint) -> Page:
    """Give the page of a touchpoint."""
    return Page(
        key=touchpoint.key,
        title=touchpoint.called,
        template="touchpoint",
        facts=Later(_facts, catalog, touchpoint),
        above=page_key("touchpoints"),
        source=touchpoint.spot.file,
        lede=touchpoint.summary or "",
        words="\n".join(
            text for text in (touchpoint.code, touchpoint.summary, *touchpoint.tags) if text
        ),
    )


def _facts(catalog: Catalog, touchpoint: Touchpoint) -> TouchpointFacts:
    encounters = encounters_with(catalog, touchpoint.key)
    listening = touchpoint.listening
    return TouchpointFacts(
        touchpoint=touchpoint,
        standing=standing_of(
            catalog,
            touchpoint,
            evidence=evidence_level(catalog, touchpoint.evidence) if touchpoint.evidence else None,
        ),
        channel=channel_of(catalog, touchpoint.channel) if touchpoint.channel else None,
        whose=_(CONTROLS[touchpoint.control]) if touchpoint.control else "",
        listens=_(LISTENS[listening.kind]) if listening else "",
        systems=all_mentioned(catalog, touchpoint.systems),
        listening_metric=(
            mentioned(catalog, listening.metric) if listening and listening.metric else None
        ),
        mean=mean_emotion_at(catalog, encounters),
        encounters=encounter_facts(catalog, encounters),
        answers=pain_points_of(catalog, encounters),
        used_by=used_by(catalog, touchpoint.key),
    )


def _row(catalog: Catalog, touchpoint: Touchpoint) -> TouchpointRow:
    encounters = encounters_with(catalog, touchpoint.key)
    return TouchpointRow(
        touchpoint=touchpoint,
        channel=channel_of(catalog, touchpoint.channel) if touchpoint.channel else None,
        whose=_(CONTROLS[touchpoint.control]) if touchpoint.control else "",
        owner=mentioned(catalog, touchpoint.owner) if touchpoint.owner else None,
        parts=len(encounters),
        pain_points=sum(len(one.part.pain_points) for one in encounters if one.way == "there"),
        mean=mean_emotion_at(catalog, encounters),
    )
