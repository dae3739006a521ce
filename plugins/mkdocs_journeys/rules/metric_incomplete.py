"""A metric that nobody else could work out again."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.metric import Metric
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class MetricIncomplete(Rule):
    """Finds metrics that do not say what is counted, which way is better, how, or from where.

    A metric needs a `unit`, a `direction`, a `source`, and either a `formula` or the question
    that was asked (`scale: {question: …}`). A target is not needed: some things are only watched.

    ## Why it matters to the customer
    A figure without its unit and its formula proves whatever one likes. Two teams then improve
    two different things by the same name, and her experience is neither of them.

    ## Example
    ```yaml
    # maps/metrics/chase-calls.yml
    title: Chase calls
    unit: calls per order
    source: CRM
    ```

    ## Write instead
    ```yaml
    # maps/metrics/chase-calls.yml
    title: Chase calls
    unit: calls per order
    direction: down
    formula: Calls between order and visit with no other reason, divided by orders
    source: CRM
    ```
    """

    name = "metric-incomplete"
    group = "measures"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every metric; one finding names all that it lacks."""
        for metric in catalog.all(Metric):
            lacks = [f"`{field}`" for field in _missing(metric)]
            if lacks:
                *first, last = lacks
                joined = f"{', '.join(first)} and {last}" if first else last
                yield self.problem(
                    metric.spot.of("id", "title"),
                    f"“{metric.called}” does not say its {joined}.",
                    f"Add {_example(_missing(metric)[0])}.",
                )


def _missing(metric: Metric) -> tuple[str, ...]:
    asked = metric.scale.question if metric.scale else None
    said = {
        "unit": metric.unit,
        "direction": metric.direction,
        "formula": metric.formula or asked,
        "source": metric.source,
    }
    return tuple(field for field, value in said.items() if not value)


def _example(field: str) -> str:
    return {
        "unit": "what is counted, for example `unit: calls per 100 orders`",
        "direction": "which way is better: `direction: up` or `direction: down`",
        "formula": "how it is worked out, for example `formula: Mean of all answers`",
        "source": "where the figures come from, for example `source: CRM`",
    }[field]
