"""A mention of something that does not exist."""

from __future__ import annotations

from mkdocs_journeys.rules.rule import Rule


class UnknownMention(Rule):
    """Finds mentions of things that do not exist, in maps and in hand-written pages.

    Pages write `[[persona:bea]]`. A value that nearly equals an id, or looks like one, is taken
    for a slip; anything else is a label where labels are welcome. A thing whose own file cannot
    be read still counts as known.

    ## Why it matters to the customer
    A reader who follows her journey ends nowhere, and the team that should mend it does not
    learn that it is mentioned there.

    ## Example
    ```yaml
    # maps/personas/bea.yml
    name: Busy Bea
    ```
    ```yaml
    # maps/journeys/order.yml
    title: I order
    personas: [baa]
    future_of: ordering
    stages: []
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    personas: [bea]
    stages: []
    ```
    """

    name = "unknown-mention"
    group = "links"
    level = "error"
