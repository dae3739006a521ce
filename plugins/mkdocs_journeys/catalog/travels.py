"""Who travels which map, and how it feels to one of them."""

from __future__ import annotations

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import Feeling, feelings, felt_parts
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key


def journeys_of(catalog: Catalog, persona: Key) -> tuple[Journey, ...]:
    """Give the maps that a persona travels, in the order of the handbook, retired ones last."""
    uses = catalog.used_by(persona)
    keys = catalog.in_order(
        use.home for use in uses if use.field == "personas" and use.user.kind == "journey"
    )
    found = [journey for key in keys if (journey := catalog.entry(Journey, key.id))]
    return tuple(sorted(found, key=lambda one: one.status == "retired"))


def persona_of(catalog: Catalog, feeling: Feeling) -> Key | None:
    """Give whose feeling it is, also of a persona who has no line on this map; else None."""
    if feeling.persona:
        return feeling.persona
    key = catalog.meant(feeling.emotion.who)
    return key if key and key.kind == "persona" else None


def scores_by_part(catalog: Catalog, journey: Journey, persona: Key) -> dict[str, float]:
    """Give a persona's score at each part of a journey that has one, by the part's id.

    Of several scores at one part (one for each case) the first counts, as in the curve.
    """
    found: dict[str, float] = {}
    for feeling in feelings(catalog, journey):
        if feeling.score is not None and persona_of(catalog, feeling) == persona:
            found.setdefault(feeling.part.id, feeling.score)
    return found


def line_of(catalog: Catalog, journey: Journey, persona: Key) -> tuple[float | None, ...]:
    """Give a persona's scores in journey order, from -2 to 2; None is a part without one.

    Empty where nothing was scored for them. A gap stays a gap, because a curve that fills holes
    invents feelings.
    """
    scored = scores_by_part(catalog, journey, persona)
    if not scored:
        return ()
    parts = (part for stage in journey.stages for part in felt_parts(stage))
    return tuple(scored.get(part.id) for part in parts)
