"""Things that nobody mentions."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.orphans import orphans
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


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
        for entry in orphans(catalog):
            yield self.problem(
                entry.spot.of("id", "title", "name"),
                f"Nobody mentions the {entry.noun} “{entry.called}”.",
                f"Mention `{entry.id}` where it takes part, or delete it.",
            )
