"""Another word for a field."""

from __future__ import annotations

from mkdocs_journeys.rules.rule import Rule


class RenamedKey(Rule):
    """Finds other words for a field, a choice or a folder, which are understood all the same.

    ## Why it matters to the customer
    Two words for one thing make two lists of it in people's heads. Whoever looks for her *pain
    points* does not find her *barriers*.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    state: as-is
    phases:
      - {id: choose, title: I choose}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    state: current
    stages:
      - {id: choose, title: I choose}
    ```
    """

    name = "renamed-key"
    group = "reading"
    level = "warning"
