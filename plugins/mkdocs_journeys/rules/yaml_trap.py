"""Something that YAML takes for something else."""

from __future__ import annotations

from mkdocs_journeys.rules.rule import Rule


class YamlTrap(Rule):
    """Finds what YAML takes for something else: `no`, a comma in braces, a key without value.

    Text stays as it is typed, so `no`, `010` and `12:30` are fine wherever text is expected.

    ## Why it matters to the customer
    A trap changes what was written without a word: half of a sentence about her is cut off, or
    a consent that was given becomes one that was not.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    quotes:
      - {text: It took ages, really, said_by: Interview 07}
    stages: []
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    quotes:
      - {text: "It took ages, really", said_by: Interview 07}
    stages: []
    ```
    """

    name = "yaml-trap"
    group = "reading"
    level = "warning"
