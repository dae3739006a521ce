"""An address that is none, or one that no page may lead to."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.dead_link import targets_of, wrong_with_address
from mkdocs_journeys.rules.rule import Rule


class NotAnAddress(Rule):
    """Finds address fields (`url`, `tracker`) that hold no address of the web or of a mailbox.

    What begins with another scheme, such as `javascript:` or `file:`, is never published as a
    link, and neither is a path. Links in prose are looked at by dead-link, which is milder: there
    the words stay.

    ## Why it matters to the customer
    Whoever follows the link to the study about her trusts it as a part of the handbook. It must
    lead where it says, and nowhere else.

    ## Example
    ```yaml
    # maps/touchpoints.yml
    - {id: shop, title: Web shop, url: "javascript:order()"}
    ```

    ## Write instead
    ```yaml
    # maps/touchpoints.yml
    - {id: shop, title: Web shop, url: "https://shop.example/order"}
    ```
    """

    name = "not-an-address"
    group = "links"
    level = "error"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at the address fields of every entry and of the settings."""
        for target, place, is_address in targets_of(catalog):
            if is_address and (wrong := wrong_with_address(target)):
                yield self.problem(place, *wrong)
