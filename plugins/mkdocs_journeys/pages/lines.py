"""A journey as one line on somebody's page: its state, its curve, its moments of truth."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import travellers
from mkdocs_journeys.catalog.gathered import handled
from mkdocs_journeys.catalog.travels import line_of
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.link import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFacts:
    """One journey in a line. ``scores`` are from -2 to 2, None where a step has none.

    ``handled`` pairs how moments of truth are handled with how many are, worst first.
    """

    journey: Link
    state: str
    status: str
    scores: tuple[float | None, ...]
    handled: tuple[tuple[str, int], ...]


def line(catalog: Catalog, journey: Journey, persona: Key | None = None) -> LineFacts:
    """Give a journey in a line, with the curve of a persona or else of its first traveller."""
    people = travellers(catalog, journey)
    who = persona or (people[0] if people else None)
    return LineFacts(
        journey=Link(text=journey.title, to=journey.key),
        state=journey.state,
        status=journey.status,
        scores=line_of(catalog, journey, who) if who else (),
        handled=handled(journey),
    )
