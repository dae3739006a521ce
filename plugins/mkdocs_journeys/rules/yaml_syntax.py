"""A file that cannot be read as YAML."""

from __future__ import annotations

from mkdocs_journeys.rules.rule import Rule


class YamlSyntax(Rule):
    """Finds files that cannot be read: broken YAML, a merge conflict, a wrong encoding, a limit.

    Maps are plain YAML: lists, keys with values, and text. Anchors, aliases, tags, directives and
    several documents in one file are refused too, each with a sentence that says what to write.

    ## Why it matters to the customer
    Nothing of this file reaches a reader: her whole journey is missing from the handbook until
    the line is mended. All other maps are published, and mentions of this one still count.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: "I order
    stages: []
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: "I order"
    stages: []
    ```
    """

    name = "yaml-syntax"
    group = "reading"
    level = "error"
