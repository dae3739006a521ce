"""Evidence that was gathered too long ago."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog, Use
from mkdocs_journeys.catalog.in_force import is_current
from mkdocs_journeys.model.evidence import Evidence, Insight
from mkdocs_journeys.model.improvement import Opportunity
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.persona import Persona, Segment
from mkdocs_journeys.model.values import Period
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

MAX_AGE = Period("3 years", 36, 0)
LEANING = (Persona, Segment, Insight, Opportunity)
"""Besides maps. What an initiative was decided by is history, and a metric names its source."""


class EvidenceTooOld(Rule):
    """Finds evidence that is older than it may be, and that something still leans on.

    That is a current map that is published or in review, a persona, a segment, an insight or an
    opportunity that is neither solved nor dismissed. Evidence without a date is left alone; of a
    month the last day counts.

    ## Why it matters to the customer
    Prices, forms and people have changed since. What hurt her four years ago may be mended, and
    what hurts her now nobody has asked.

    ## Example
    ```yaml
    # maps/evidence/movers.yml
    title: Interviews with movers
    kind: interview
    date: 2019-03-14
    ```
    ```yaml
    # maps/journeys/move.yml
    title: I move
    evidence: [movers]
    stages: []
    ```

    ## Write instead
    ```yaml
    # maps/evidence/movers.yml
    title: Interviews with movers, asked again
    kind: interview
    date: 2099-03-02
    ```

    ## Options
    How old it may be says `evidence_age` of handbook.yml for each kind; for all other kinds
    `max_age` of this rule, or 3 years:
    `evidence-too-old: {max_age: 18 months}`.
    """

    name = "evidence-too-old"
    group = "evidence"
    level = "warning"
    needs_settings = True

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every piece of evidence that has a date."""
        fallback = self.setting(catalog).max_age or MAX_AGE
        homes: set[Key] | None = None
        for source in catalog.all(Evidence):
            age = catalog.settings.evidence_age.get(source.kind, fallback)
            if source.date is None or age.after(source.date.last) >= catalog.today:
                continue
            homes = homes if homes is not None else _homes(catalog)
            count = sum(_leans(use, homes) for use in catalog.used_by(source.key))
            if count:
                times = "once" if count == 1 else f"{count} times"
                yield self.problem(
                    source.spot.of("date"),
                    f"“{source.called}” is of {source.date.text}, more than {age.text} ago, and is "
                    f"still mentioned {times}.",
                    "Ask again and give the new answers a date of their own, or say in "
                    f"`evidence_age` of handbook.yml how long evidence of kind `{source.kind}` "
                    "holds.",
                )


def _homes(catalog: Catalog) -> set[Key]:
    """Give all that says how it is today."""
    entries = (entry for kind in LEANING for entry in catalog.all(kind))
    closed = {"solved", "dismissed"}
    return {journey.key for journey in catalog.all(Journey) if is_current(journey)} | {
        entry.key for entry in entries if getattr(entry, "status", "") not in closed
    }


def _leans(use: Use, homes: set[Key]) -> bool:
    return use.field == "evidence" and use.home in homes
