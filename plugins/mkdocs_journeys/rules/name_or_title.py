"""A name where a title belongs, or the other way round."""

from __future__ import annotations

from mkdocs_journeys.rules.rule import Rule


class NameOrTitle(Rule):
    """Finds `name` where `title` belongs, and `title` where `name` does; both are understood.

    Those who act, personas and stakeholders, have a name. All else has a title.

    ## Why it matters to the customer
    It does not reach her. One word in one place keeps the maps easy to search and to review.

    ## Example
    ```yaml
    # maps/personas/bea.yml
    title: Busy Bea
    ```

    ## Write instead
    ```yaml
    # maps/personas/bea.yml
    name: Busy Bea
    ```
    """

    name = "name-or-title"
    group = "links"
    level = "info"
