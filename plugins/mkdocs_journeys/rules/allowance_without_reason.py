"""An allowance that does not say why."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.problems import Edit, Place, Problem, Span
from mkdocs_journeys.rules.rule import Rule


class AllowanceWithoutReason(Rule):
    """Finds comments that allow a finding and do not say why.

    The reason stands behind a dash or a colon. `journeys check --fix` puts the dash in where
    only that is missing; the reason itself takes a person.

    ## Why it matters to the customer
    A finding that is allowed is something she meets and nobody mends for now. Next year nobody
    knows whether that was a decision, or only in the way.

    ## Example
    ```yaml
    # maps/channels.yml
    - {id: fax, title: Fax}   # journeys: allow orphan
    ```

    ## Write instead
    ```yaml
    # maps/channels.yml
    - {id: fax, title: Fax}   # journeys: allow orphan – the map of business customers needs it
    ```
    """

    name = "allowance-without-reason"
    group = "governance"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every allowance that names something."""
        for allowance in catalog.loaded.allowances:
            if allowance.names and not allowance.reason:
                named = ", ".join(f"`{one.name}`" for one in allowance.names)
                what = f"This allows {named} and does not say why."
                if loose := allowance.without_dash:
                    edit = Edit(_before(loose), "– ")
                    mend = "Write a dash in front of the reason."
                    yield Problem(place=loose, rule=self.name, what=what, mend=mend, fixes=(edit,))
                else:
                    mend = "Write a dash and the reason behind it, and until when it holds."
                    yield self.problem(allowance.place, what, mend)


def _before(place: Place) -> Place:
    line, column, _, _ = place.span
    return Place(place.file, Span(line, column, line, column))
