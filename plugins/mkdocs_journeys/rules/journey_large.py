"""A journey that has become very large."""

from __future__ import annotations

from mkdocs_journeys.rules.extent import ExtentRule


class JourneyLarge(ExtentRule):
    """Finds journeys of more than 200 steps, or of more than 1,000 ways between them.

    A stage without steps counts as one step. Drafts and retired maps are looked at too.

    ## Why it matters to the customer
    Nobody reads her way through two hundred steps. What hurts her most stands somewhere in them.

    ## Example
    ```yaml
    # maps/handbook.yml
    rules: {journey-large: {most: 3}}
    ```
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: choose, title: I choose, steps: [I look, I compare, I ask, I decide]}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: choose, title: I choose, steps: [I look, I compare, I decide]}
    ```

    ## Options
    `most: 300` in handbook.yml sets another number of steps, and five times as many ways:
    `rules: {journey-large: {most: 300}}`.
    """

    name = "journey-large"
    group = "structure"
    level = "warning"
    most = 200
    ways_for_a_step = 5
