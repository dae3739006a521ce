"""A key that no field has."""

from __future__ import annotations

from mkdocs_journeys.rules.rule import Rule


class UnknownKey(Rule):
    """Finds keys that no field has, and files and folders that hold no known kind.

    Nothing that was typed is dropped silently: a key is a field, another word for one, or a
    finding.

    ## Why it matters to the customer
    What stands under a misspelt key is shown nowhere: somebody wrote down how she feels, and no
    reader sees it.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: choose
        title: I choose
        chanel: web
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: choose
        title: I choose
        channel: web
        rows:
          What competitors do: Same-day delivery
    ```
    Rows of a team's own stand below `rows:`.
    """

    name = "unknown-key"
    group = "reading"
    level = "error"
