"""A key that stands twice."""

from __future__ import annotations

from mkdocs_journeys.rules.rule import Rule


class DuplicateKey(Rule):
    """Finds a key that stands twice in one mapping.

    YAML tools keep the last one and say nothing. Here the first is kept and the second found.

    ## Why it matters to the customer
    One of the two values is lost, often after a merge: half of what we know of her step is gone
    and the map still looks complete.

    ## Example
    ```yaml
    # maps/personas/bea.yml
    name: Busy Bea
    role: Nurse on shifts
    role: Mother of two
    ```

    ## Write instead
    ```yaml
    # maps/personas/bea.yml
    name: Busy Bea
    role: Nurse on shifts, mother of two
    ```
    """

    name = "duplicate-key"
    group = "reading"
    level = "error"
