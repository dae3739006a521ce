"""An id that cannot be an address."""

from __future__ import annotations

from mkdocs_journeys.rules.rule import Rule


class BadId(Rule):
    """Finds ids that cannot be addresses: capitals, spaces, underscores, reserved words.

    An id is made of small letters, digits and single hyphens, at most 64 characters. `index`,
    `404`, `assets`, `search`, `versions` and the device names of Windows are taken.

    ## Why it matters to the customer
    Ids become links that people keep and send each other. A link that breaks on another
    computer, or that a chat program cuts off, leads nobody to her journey.

    ## Example
    ```yaml
    # maps/channels.yml
    - {id: Web Shop, title: Web shop}
    ```

    ## Write instead
    ```yaml
    # maps/channels.yml
    - {id: web-shop, title: Web shop}
    ```
    """

    name = "bad-id"
    group = "reading"
    level = "error"
