"""Things that nobody mentions."""

from __future__ import annotations

from collections.abc import Iterable

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
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

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


class Orphan(Rule):
    """Finds things in a registry that nobody mentions.

    Looks at segments, channels, touchpoints, stakeholders, metrics, evidence, insights and
    opportunities. A mention anywhere in the maps will do, in `handbook.yml` too. So will one that
    the thing itself makes of a step, a stage, a pain point, a journey or a persona, because a
    link may be written at either end. A mention of itself does not count, nor does one in a
    hand-written page.

    ## Why it matters to the customer
    What nobody mentions belongs to no journey: evidence that supports no claim was collected
    in vain, and a channel that she never meets only makes the lists longer.

    ## Example
    ```yaml
    # maps/channels.yml
    - {id: fax, title: Fax}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: sign, title: I sign and send it back, channel: fax}
    ```
    Or delete what is no longer needed.
    """

    name = "orphan"
    group = "links"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every registry.

        Silent for what a file that cannot be read may mention: mending that file comes first.
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
        for kind in REGISTRIES:
            for entry in catalog.all(kind):
                if entry.key not in wanted and not is_in_unreadable(catalog, entry.key):
                    yield self.problem(
                        entry.spot.of("id", "title", "name"),
                        f"Nobody mentions the {kind.noun} “{entry.called}”.",
                        f"Mention `{entry.id}` where it takes part, or delete it.",
                    )


def is_in_unreadable(catalog: Catalog, key: Key) -> bool:
    """Tell whether this id stands as a word in a file that cannot be read."""
    return any(key.id in lost.words for lost in catalog.loaded.unreadable)
