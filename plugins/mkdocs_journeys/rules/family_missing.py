"""A channel whose family nobody has written down."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.registries import Channel
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class FamilyMissing(Rule):
    """Finds channels that do not say whether they are digital, human, physical or outside.

    ## Why it matters to the customer
    Where she is passed from a screen to a person and on to a letter is where she gets lost.
    The map shows that by the shape and colour of each family; a channel without one is grey.

    ## Example
    ```yaml
    # maps/channels.yml
    - {id: phone, title: Phone}
    ```

    ## Write instead
    ```yaml
    # maps/channels.yml
    - {id: phone, title: Phone, family: human}
    ```
    """

    name = "family-missing"
    group = "experience"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every channel of the registry."""
        for channel in catalog.all(Channel):
            if channel.family is None:
                yield self.problem(
                    channel.spot.of("id", "title", "name"),
                    f"The channel “{channel.called}” has no family.",
                    "Write `family: digital`, `human` (from person to person), `physical` or "
                    "`outside` (outside our control).",
                )
