"""A value that does not fit its field."""

from __future__ import annotations

from mkdocs_journeys.rules.rule import Rule


class WrongShape(Rule):
    """Finds values that do not fit: a missing field, a wrong type, a range or choice not met.

    Text fields take whatever is typed. Numbers, dates, periods and choices must be readable,
    and what a map must have (a journey its `title`) must stand there.

    ## Why it matters to the customer
    A value that is guessed would say something about her that nobody meant, so the thing it
    stands in is not published until it is mended.

    ## Example
    ```yaml
    # maps/stakeholders/billing.yml
    name: Billing
    influence: 7
    ```

    ## Write instead
    ```yaml
    # maps/stakeholders/billing.yml
    name: Billing
    influence: 4
    ```
    """

    name = "wrong-shape"
    group = "reading"
    level = "error"
