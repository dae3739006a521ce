"""A colour of the company's that cannot be read."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.contrast import TEXT
from mkdocs_journeys.palette import ground_ratio, readable
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class ContrastTooLow(Rule):
    """Finds colours of the palette that are too faint to read on the light pages.

    Text needs a contrast of 4.5 to 1 against its ground (WCAG 2.2, 1.4.3). For the dark pages a
    lighter shade is found by itself, and text in the bar at the top is black or white, whichever
    can be read.

    ## Why it matters to the customer
    A handbook that part of the company cannot read does not speak for her.

    ## Example
    ```yaml
    # maps/handbook.yml
    title: Our customers
    palette: {accent: "#FFD500"}
    ```

    ## Write instead
    ```yaml
    # maps/handbook.yml
    title: Our customers
    palette: {accent: "#7A6600"}
    ```
    Until then the pages show the nearest shade that can be read.
    """

    name = "contrast-too-low"
    group = "words-and-privacy"
    level = "error"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every colour in handbook.yml."""
        palette = catalog.settings.palette
        for use, colour in (palette.wanted if palette else {}).items():
            shade = readable(use, colour)
            if palette and shade != colour.upper():
                ratio = ground_ratio(colour)
                yield self.problem(
                    palette.spot.of(use),
                    f"`{colour}` is too faint to read: {ratio:.1f} to 1 on white, at least {TEXT} "
                    "to 1 on every ground it meets.",
                    f'Write `"{shade}"`, the nearest shade that can be read.',
                )
