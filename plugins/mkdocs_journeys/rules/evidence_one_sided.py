"""A map that knows only why, or only how much."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import is_current
from mkdocs_journeys.model.evidence import Evidence
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.walk import everything
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

SAYS = {
    True: ("why and not how much", "Add what was counted, for example a survey or an analysis"),
    False: ("how much and not why", "Add what was heard or seen, for example interviews"),
}


class EvidenceOneSided(Rule):
    """Finds maps whose evidence is only qualitative or only quantitative.

    Qualitative are interviews, focus groups, open answers, support logs, chats, posts, reviews,
    observations, what staff tell and workshops; all other kinds are quantitative. Looks at all
    that a map mentions anywhere. Left alone are maps with a source that is not in the registry,
    because its kind is unknown, maps without evidence, drafts, retired and future maps.

    ## Why it matters to the customer
    Interviews tell what it is like for her and not for how many it is so; figures tell how many
    and not what would help. Only both together are worth building on.

    ## Example
    ```yaml
    # maps/evidence.yml
    - {id: interviews, title: Interviews, kind: interview}
    - {id: orders, title: All orders, kind: crm}
    ```
    ```yaml
    # maps/journeys/order.yml
    title: I order
    evidence: [interviews]
    stages: []
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    evidence: [interviews, orders]
    stages: []
    ```
    """

    name = "evidence-one-sided"
    group = "evidence"
    level = "info"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at all evidence that each map mentions."""
        sides: dict[Key, set[bool]] = defaultdict(set)
        for source in catalog.all(Evidence):
            for use in catalog.used_by(source.key):
                sides[use.home].add(source.is_qualitative)
        with_labels = {
            problem.place.file for problem in catalog.problems if problem.rule == "not-in-registry"
        }
        for journey in catalog.all(Journey):
            found = sides.get(journey.key, ())
            if len(found) != 1 or not is_current(journey):
                continue
            if journey.spot.file not in with_labels or not _has_labels(catalog, journey):
                (is_qualitative,) = found
                says, mend = SAYS[is_qualitative]
                yield self.problem(
                    journey.spot.of("id", "title", "name"),
                    f"All evidence of “{journey.called}” says {says}.",
                    f"{mend}.",
                )


def _has_labels(catalog: Catalog, journey: Journey) -> bool:
    """Tell whether a map names a source that the registry does not know."""
    return any(
        catalog.meant(ref) is None for thing in everything(journey) for ref in thing.evidence
    )
