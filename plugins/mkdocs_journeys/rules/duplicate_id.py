"""An id that two things claim."""

from __future__ import annotations

from mkdocs_journeys.rules.rule import Rule


class DuplicateId(Rule):
    """Finds ids that two things claim, and old ids that somebody else bears or bore.

    An id is unique within its kind. Personas and stakeholders share one list of names, because
    both act. Within a journey, stages, steps, pain points, objectives and hypotheses share one.

    ## Why it matters to the customer
    A mention of this id could mean either of them, so a reader may land at somebody else's
    step, and one of the two pages has no address at all.

    ## Example
    ```yaml
    # maps/channels.yml
    - {id: web, title: Website}
    - {id: web, title: Web chat}
    ```

    ## Write instead
    ```yaml
    # maps/channels.yml
    - {id: web, title: Website}
    - {id: web-chat, title: Web chat}
    ```
    """

    name = "duplicate-id"
    group = "reading"
    level = "error"
