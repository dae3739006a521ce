"""A label that is nobody's id or title."""

from __future__ import annotations

from mkdocs_journeys.rules.rule import Rule


class NotInRegistry(Rule):
    """Finds plain labels where a mention could stand: they are shown as text and lead nowhere.

    ## Why it matters to the customer
    What is only a label has no page: nobody sees in how many other journeys she meets the same
    channel, team or touchpoint, so it is mended once and not everywhere.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: choose
        title: I choose
        channel: Leaflet in the letterbox
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: choose
        title: I choose
        channel: leaflet
    ```
    ```yaml
    # maps/channels.yml
    - {id: leaflet, title: Leaflet in the letterbox, family: physical}
    ```
    """

    name = "not-in-registry"
    group = "links"
    level = "info"
