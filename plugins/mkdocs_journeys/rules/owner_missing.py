"""A map, a persona or a metric that nobody answers for."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import maps_in_force
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.metric import Metric
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.model.registries import Stakeholder
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class OwnerMissing(Rule):
    """Finds journeys, personas and metrics without an owner.

    A journey needs one of its own, even where each of its stages has one: else nobody answers
    for the way as a whole. For personas and metrics the `owner` in `handbook.yml` is enough.
    Drafts and retired maps may be without one. Initiatives have a rule of their own.

    ## Why it matters to the customer
    What belongs to nobody gets better by chance. When her journey breaks between two teams,
    there is no one whose work it is to notice.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages: []
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    owner: online-sales
    stages: []
    ```
    """

    name = "owner-missing"
    group = "governance"
    level = "warning"
    needs_settings = True

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at the maps in force, then at personas and metrics where nobody owns them all."""
        entries: list[Journey | Persona | Metric] = list(maps_in_force(catalog))
        if catalog.settings.owner is None:
            entries += [*catalog.all(Persona), *catalog.all(Metric)]
        for entry in entries:
            if entry.owner is None:
                yield self.problem(
                    entry.spot.of("id", "title", "name"),
                    f"Nobody answers for the {entry.noun} “{entry.called}”.",
                    f"Write the team that does, for example `owner: {_example(catalog)}`.",
                )


def _example(catalog: Catalog) -> str:
    """Give a team of this handbook, else one that many companies have."""
    if catalog.settings.owner:
        return catalog.settings.owner.text
    teams = (one.id for one in catalog.all(Stakeholder) if one.kind in ("team", "department"))
    return next(teams, "customer-care")
