"""A mention by an id that a thing had before."""

from __future__ import annotations

from mkdocs_journeys.rules.rule import Rule


class MentionByOldId(Rule):
    """Finds mentions by an id that stands in `formerly:`; they still lead to the right thing.

    ## Why it matters to the customer
    Old names linger: one day the old word is used for something new, and her journey then leads
    to a place that was never meant.

    ## Example
    ```yaml
    # maps/channels.yml
    - {id: live-chat, title: Live chat, formerly: [chat]}
    ```
    ```yaml
    # maps/touchpoints.yml
    - {id: help-window, title: Help window, channel: chat}
    ```

    ## Write instead
    ```yaml
    # maps/touchpoints.yml
    - {id: help-window, title: Help window, channel: live-chat}
    ```
    """

    name = "mention-by-old-id"
    group = "links"
    level = "warning"
