"""Where we listen to customers, and where nobody does although it decides."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.gathered import Found, moments
from mkdocs_journeys.catalog.overview import current_journeys
from mkdocs_journeys.model.registries import Touchpoint
from mkdocs_journeys.model.step import Listening, MomentOfTruth


def unheard_moments(catalog: Catalog) -> tuple[Found[MomentOfTruth], ...]:
    """Give the moments of truth of current maps at which nobody listens, the worst handled first.

    We listen at a moment where its step, its stage, or a touchpoint of either says `listening`,
    and not `none`. Source: the customer listening strategy, by which every touchpoint where
    trust is decided has a listening post.
    """
    found = moments(current_journeys(catalog))
    return tuple(one for one in found if not any(map(is_heard, _posts(catalog, one))))


def is_heard(post: Listening) -> bool:
    """Tell whether somebody listens at a post; one may be declared to say that nobody does."""
    return post.kind != "none"


def _posts(catalog: Catalog, found: Found[MomentOfTruth]) -> Iterator[Listening]:
    for part in (found.part, found.stage):
        if part.listening:
            yield part.listening
        for ref in part.touchpoints:
            key = catalog.meant(ref)
            touchpoint = catalog.entry(Touchpoint, key.id) if key else None
            if touchpoint and touchpoint.listening:
                yield touchpoint.listening
