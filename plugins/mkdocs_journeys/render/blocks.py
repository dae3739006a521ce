"""Makes the building blocks of ``templates/parts/`` usable in a Jinja environment."""

from __future__ import annotations

import hashlib
from functools import partial

from jinja2 import Environment

from mkdocs_journeys.pages.map_facts import MapFacts
from mkdocs_journeys.render.curve import Mark, Piece, curve_slices, height_of, sparkline
from mkdocs_journeys.render.feeling import LABELS, feeling, signed
from mkdocs_journeys.render.icons import is_icon_name
from mkdocs_journeys.render.palette import FAMILIES


def add_blocks(environment: Environment, emotion_labels: tuple[str, ...] = LABELS) -> None:
    """Give an environment the functions that the macros in ``templates/parts/`` call.

    ``emotion_labels`` are the handbook's five words from -2 to 2. The environment must have
    autoescape on: the macros escape nothing themselves.
    """
    environment.globals.update(
        avatar_family=avatar_family,
        curve_slices=curve_slices,
        curves_of=curves_of,
        feeling=partial(feeling, labels=emotion_labels),
        height_of=height_of,
        initials=initials,
        is_icon_name=is_icon_name,
        signed=signed,
        sparkline=sparkline,
        whole_percent=whole_percent,
    )


def initials(name: str) -> str:
    """At most two capital letters for an avatar: of the first and of the last word."""
    words = [word for word in name.split() if word[0].isalnum()]
    return "".join(word[0].upper() for word in (words[:1] + words[1:][-1:]))


def avatar_family(thing: str) -> str:
    """The family whose soft fill an avatar has: always the same one for the same id."""
    return FAMILIES[hashlib.sha256(thing.encode()).digest()[0] % len(FAMILIES)]


def whole_percent(share: float) -> int:
    """A share from 0 to 100 as the whole number that has a position class, ``jm-x-…``."""
    return min(100, max(0, round(share)))


def curves_of(facts: MapFacts) -> tuple[tuple[tuple[Piece, ...], ...], ...]:
    """The curve of each traveller of a map, cut into its stages; empty when nobody has one."""
    return tuple(
        curve_slices(
            len(facts.stages),
            (
                Mark(column, whole_percent(point.x), point.score, point.is_assumption)
                for column, stage in enumerate(facts.stages)
                for point in stage.points
                if point.line == line
            ),
        )
        for line in range(max(len(facts.travellers), 1))
    )
