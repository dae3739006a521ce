"""A file whose name is not the id in it."""

from __future__ import annotations

from mkdocs_journeys.rules.rule import Rule


class FileNameDiffers(Rule):
    """Finds files whose name is not the id that stands in them, or ends in `.yml.txt`.

    ## Why it matters to the customer
    Whoever wants to mend her journey looks for the file by the address of its page, and opens
    the wrong one or none.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    id: first-order
    title: I order
    stages: []
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages: []
    ```
    Or rename the file to `first-order.yml`.
    """

    name = "file-name-differs"
    group = "reading"
    level = "warning"
