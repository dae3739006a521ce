"""A journey that is too large to be published."""

from __future__ import annotations

from mkdocs_journeys.rules.extent import ExtentRule


class JourneyTooLarge(ExtentRule):
    """Finds journeys of more than 500 steps, or of more than 5,000 ways between them.

    A strict build refuses it; a plain one publishes it, its flow perhaps in words only. A stage
    without steps counts as one step. Drafts and retired maps are looked at too.

    ## Why it matters to the customer
    A map that nobody can read or draw tells nothing of her, and holds up all the others.

    ## Example
    ```yaml
    # maps/handbook.yml
    rules: {journey-too-large: {most: 3}}
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
    `most: 800` in handbook.yml sets another number of steps, and ten times as many ways:
    `rules: {journey-too-large: {most: 800}}`.
    """

    name = "journey-too-large"
    group = "structure"
    level = "error"
    most = 500
    ways_for_a_step = 10
