"""What would mend a part of a journey: its opportunities, and those of its pain points."""

from __future__ import annotations

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.gathered import Found, parts_of
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.step import Experience


def opportunities_at(
    catalog: Catalog, journey: Journey, key: Key, part: Experience
) -> tuple[Key, ...]:
    """Give the opportunities that a part or one of its pain points names or is named by.

    In the order of the handbook, once each; empty where nobody has an answer.
    """
    found = set(catalog.related(key, "opportunity"))
    for pain in part.pain_points:
        found.update(opportunities_for(catalog, journey, pain))
    return catalog.in_order(found)


def opportunities_for(catalog: Catalog, journey: Journey, pain: PainPoint) -> tuple[Key, ...]:
    """Give the opportunities that a pain point names or is named by.

    In the order of the handbook, once each; empty where nobody has an answer.
    """
    found = {meant for ref in pain.opportunities if (meant := catalog.meant(ref))}
    if pain.id:
        found.update(catalog.related(inner_key("pain-point", journey, pain.id), "opportunity"))
    return catalog.in_order(found)


def found_pain_point(catalog: Catalog, key: Key) -> Found[PainPoint] | None:
    """Give a pain point of a journey with where it stands, or None where it cannot be read."""
    journey = catalog.journey_of(key)
    id_ = key.id.partition("/")[2]
    if journey is None:
        return None
    for stage, part in parts_of(journey):
        for pain in part.pain_points:
            if pain.id == id_:
                return Found(thing=pain, journey=journey, stage=stage, part=part)
    return None
