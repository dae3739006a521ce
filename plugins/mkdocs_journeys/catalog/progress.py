"""How far work has come: of an initiative, and of an opportunity by its initiatives."""

from __future__ import annotations

from typing import Literal

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.effects import effects_of
from mkdocs_journeys.model.improvement import Initiative, Opportunity

Progress = Literal["delivery", "planned", "idea", "done", "closed"]
"""``delivery`` holds all that people work on: prototypes and tests too. ``closed`` is dropped,
solved or dismissed."""

Proof = Literal["nothing", "unread", "cut", "better", "worse", "unchanged", "mixed"]
"""What readings say of an initiative that expects something, ``nothing`` of one that does not."""

_OF_STATUS: dict[str, Progress] = {
    "in-progress": "delivery",
    "testing": "delivery",
    "prototype": "delivery",
    "planned": "planned",
    "idea": "idea",
    "done": "done",
    "dropped": "closed",
}
_OF_OPPORTUNITY: dict[str, Progress] = {
    "open": "idea",
    "in-progress": "delivery",
    "solved": "closed",
    "dismissed": "closed",
}


def progress_of(initiative: Initiative) -> Progress:
    """Give how far an initiative has come."""
    return _OF_STATUS[initiative.status]


def opportunity_progress(catalog: Catalog, opportunity: Opportunity) -> Progress:
    """Give how far an opportunity has come: as far as the initiative that runs or comes next.

    One that is solved or dismissed is closed, whatever its initiatives say; one without
    initiatives (dropped ones do not count) is as far as its own status says.
    """
    own = _OF_OPPORTUNITY[opportunity.status]
    if own == "closed":
        return own
    keys = catalog.related(opportunity.key, "initiative")
    found = {progress_of(one) for key in keys if (one := catalog.entry(Initiative, key.id))}
    order: tuple[Progress, ...] = ("delivery", "planned", "idea", "done")
    return next((one for one in order if one in found), own)


def proof_of(catalog: Catalog, initiative: Initiative) -> Proof:
    """Give what readings say of the changes that an initiative expects.

    ``better`` where every change that was seen is for the better, ``worse`` where every one is
    for the worse, ``unread`` where nothing was read since, ``cut`` where the series breaks in
    between. The changes are those of `effects_of`; one of a metric without a direction says
    neither.
    """
    if not initiative.expects:
        return "nothing"
    effects = effects_of(catalog, initiative)
    if all(one.change is None for one in effects):
        return "cut" if any(one.is_cut for one in effects) else "unread"
    seen = {one.is_better for one in effects if one.is_better is not None}
    if not seen:
        return "unchanged"
    if len(seen) == 2:
        return "mixed"
    return "better" if seen == {True} else "worse"
