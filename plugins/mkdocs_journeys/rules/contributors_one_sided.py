"""A map that one department made by itself."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import maps_in_force
from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.registries import Stakeholder
from mkdocs_journeys.problems import Place, Problem
from mkdocs_journeys.rules.rule import Rule


class ContributorsOneSided(Rule):
    """Finds journeys whose contributors are all of one department.

    Counted are `contributors`, the participants of the workshop and the owner. Somebody belongs
    to the team that they report to, and a team to the department above it, where `reports_to`
    leads to one. Systems do not count. A map that names no contributors is not looked at,
    nor are drafts and retired maps.

    ## Why it matters to the customer
    She passes through sales, delivery, billing and service in one journey. Those who see one
    part of it draw the others from memory, and the breaks between them are not on the map.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    owner: online-sales
    contributors: [online-sales]
    stages: []
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    owner: online-sales
    contributors: [online-sales, field-service, billing]
    stages: []
    ```
    """

    name = "contributors-one-sided"
    group = "governance"
    level = "info"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at the maps in force; silent where who contributes stands in an unreadable file."""
        for journey in maps_in_force(catalog):
            people = _people(journey)
            if not people:
                continue
            sides = {
                side
                for ref in (*people, *((journey.owner,) if journey.owner else ()))
                if (side := _side_of(catalog, ref))
            }
            if len(sides) == 1:
                yield self.problem(
                    _place(journey),
                    f"Everybody who made “{journey.title}” is of {sides.pop()}.",
                    "Show it to the other teams that she meets on this way, and name them in "
                    "`contributors`.",
                )


def _place(journey: Journey) -> Place:
    if journey.method and not journey.contributors:
        return journey.method.spot.of("participants")
    return journey.spot.of("contributors")


def _people(journey: Journey) -> tuple[Ref, ...]:
    return (*journey.contributors, *(journey.method.participants if journey.method else ()))


def _side_of(catalog: Catalog, ref: Ref) -> str:
    """Give the department, else the team, that somebody belongs to; nothing for a system."""
    found = _stakeholder(catalog, ref)
    if found is None:
        key = catalog.meant(ref)
        return catalog.title(key) if key else ref.text
    if found.kind == "system":
        return ""
    team = found
    seen = {found.key}
    while found.kind != "department" and found.reports_to:
        above = _stakeholder(catalog, found.reports_to)
        if above is None or above.key in seen:
            break
        seen.add(above.key)
        if team.kind == "person":
            team = above
        found = above
    return found.called if found.kind == "department" else team.called


def _stakeholder(catalog: Catalog, ref: Ref) -> Stakeholder | None:
    key = catalog.meant(ref)
    return catalog.entry(Stakeholder, key.id) if key else None
