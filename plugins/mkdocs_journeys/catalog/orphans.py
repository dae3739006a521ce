"""Things that nobody mentions."""

from __future__ import annotations

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.evidence import Evidence, Insight
from mkdocs_journeys.model.improvement import Opportunity
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.kinds import INNER_KINDS
from mkdocs_journeys.model.metric import Metric
from mkdocs_journeys.model.persona import Segment
from mkdocs_journeys.model.registries import Channel, Stakeholder, Touchpoint
from mkdocs_journeys.model.walk import mentions

# The rest stands for itself: a journey and an initiative are read for their own sake, a term is
# found by its word in the text, and personas have a rule of their own.
REGISTRIES: tuple[type[Entry], ...] = (
    Segment,
    Channel,
    Touchpoint,
    Stakeholder,
    Metric,
    Evidence,
    Insight,
    Opportunity,
)

LINKS_OF_ITS_OWN = (*INNER_KINDS, "journey", "persona", "insight")
"""What a thing may mention to take part in a journey: a link may be written at either end."""


def orphans(catalog: Catalog) -> tuple[Entry, ...]:
    """Give the entries of registries that take part in nothing, in the order of the handbook.

    A mention anywhere in the maps will do, in the settings too, and one that the thing itself
    makes of a journey or of what lives in one. Left out is what a file that cannot be read may
    mention, or a mention with a slip in it: mending that comes first.
    """
    wanted = {use.target for use in catalog.uses if use.home != use.target}
    wanted |= {
        use.home
        for use in catalog.uses
        if use.target.kind in LINKS_OF_ITS_OWN and use.target != use.home
    }
    wanted |= {
        key for _, ref in mentions(catalog.settings) if (key := catalog.meant(ref)) is not None
    }
    return tuple(
        entry
        for kind in REGISTRIES
        for entry in catalog.all(kind)
        if entry.key not in wanted and not is_in_unreadable(catalog, entry.key)
    )


def is_in_unreadable(catalog: Catalog, key: Key) -> bool:
    """Tell whether this id stands as a word in a file that cannot be read, or with a slip in it.

    In both cases the mention is told of already, and mending it mends what follows from it.
    """
    slips = (one.fixes for one in catalog.problems if one.rule == "unknown-mention")
    return any(key.id in lost.words for lost in catalog.loaded.lost) or any(
        fix.text == key.id for fixes in slips for fix in fixes
    )
