"""A mention of a thing of another kind."""

from __future__ import annotations

from mkdocs_journeys.rules.rule import Rule


class WrongKindMention(Rule):
    """Finds mentions of a thing that exists, but is of another kind than the field needs.

    ## Why it matters to the customer
    The link is not made, so what the field is there to say about her is missing from both pages.

    ## Example
    ```yaml
    # maps/channels.yml
    - {id: phone, title: Phone}
    ```
    ```yaml
    # maps/personas/bea.yml
    name: Busy Bea
    segment: phone
    ```

    ## Write instead
    ```yaml
    # maps/personas/bea.yml
    name: Busy Bea
    channels: [phone]
    ```
    """

    name = "wrong-kind-mention"
    group = "links"
    level = "error"
