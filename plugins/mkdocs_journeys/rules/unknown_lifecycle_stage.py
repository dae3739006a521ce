"""A stage of life that handbook.yml does not have."""

from __future__ import annotations

from mkdocs_journeys.rules.rule import Rule


class UnknownLifecycleStage(Rule):
    """Finds stages whose `lifecycle:` is none of those in handbook.yml.

    Where handbook.yml names none, any word will do. A slip of the pen, and what looks like an id,
    is an unknown-mention.

    ## Why it matters to the customer
    The lifecycle is her whole life with us. A stage that stands nowhere in it is missing where
    people look what a new customer goes through, or one who leaves.

    ## Example
    ```yaml
    # maps/handbook.yml
    lifecycle: [choose, join, use]
    ```
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: delivery, title: It comes, lifecycle: Onboarding}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: delivery, title: It comes, lifecycle: join}
    ```
    Or add it to `lifecycle:` in handbook.yml.
    """

    name = "unknown-lifecycle-stage"
    group = "structure"
    level = "warning"
    needs_settings = True
