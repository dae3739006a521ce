"""A figure in a text, and nobody knows where it comes from."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.told_figures import told_figures
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class ClaimUnsourcedNumber(Rule):
    """Finds shares (*72%*, *1 in 3*, *9 out of 10*) and studies (*a study shows*) without evidence.

    Looks at what a team claims: summaries, reasons, the reach and the words of pain points, rates
    of ways onwards, traits and shares of personas and segments, insights. Evidence at the step or
    its stage will do, and so will a metric there; for what stands at the top of a map, a persona,
    a segment or an insight, its own evidence. The customer's own words, goals, targets, prices
    and hypotheses are no claims. Drafts, retired and future maps are left alone.

    ## Why it matters to the customer
    A figure is believed because it is one. One that nobody can look up decides who of our
    customers counts, and it may be five years old or made up.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: wait
        title: I wait
        pain_points: [{title: No update, reach: 68% of installs}]
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: wait
        title: I wait
        pain_points: [{title: No update, reach: 68% of installs, evidence: [crm-2026-09]}]
    ```
    ```yaml
    # maps/evidence/crm-2026-09.yml
    title: All orders from January to September
    kind: crm
    ```
    """

    name = "claim-unsourced-number"
    group = "evidence"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at maps, personas, segments and insights."""
        for told in told_figures(catalog, catalog.loaded):
            if not told.sources and not told.is_measured:
                yield self.problem(
                    told.place,
                    f"“{told.about}” says “{told.shown}”, and nothing shows where that comes from.",
                    "Name its source, for example `evidence: [crm-2026-09]`, or say it without "
                    "the figure.",
                )
