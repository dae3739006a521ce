"""Why the maps exist: every objective, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.aims import Aim, aim_of
from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import later
from mkdocs_journeys.model.journey import Journey, Objective
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.choices import Choices, by_things, by_words, keys_of, narrowing
from mkdocs_journeys.pages.link import Link, links_to, mentioned
from mkdocs_journeys.pages.measures import with_unit
from mkdocs_journeys.pages.page import Page

STANDINGS = {
    "overdue": later("Overdue"),
    "open": later("Open"),
    "unmeasured": later("Not measured"),
    "reached": later("Reached"),
}
_ORDER = tuple(STANDINGS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveRow:
    """One objective with its metric; ``now`` and ``target`` with their unit, as typed.

    ``standing`` are the words of how it stands.
    """

    objective: Link
    journey: Link
    state: str
    owner: Link | None
    metric: Link | None
    aim: Aim
    standing: str
    now: str
    target: str
    opportunities: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectivesFacts:
    """All objectives: overdue ones first, then those still open by the day they are due."""

    rows: tuple[ObjectiveRow, ...]
    narrowing: tuple[Choices, ...]


def objectives_pages(catalog: Catalog) -> Iterator[Page]:
    """Give the page of all objectives; those of retired maps are left out."""
    rows = [
        _row(catalog, journey, one)
        for journey in catalog.all(Journey)
        if journey.status != "retired"
        for one in journey.objectives
    ]
    rows.sort(key=_order)
    yield Page(
        key=page_key("objectives"),
        title=_("Objectives"),
        template="objectives",
        facts=ObjectivesFacts(
            rows=tuple(rows),
            narrowing=narrowing(
                by_words(
                    "standing",
                    _("Standing"),
                    (row.aim.standing for row in rows),
                    order=_ORDER,
                    titles={word: _(said) for word, said in STANDINGS.items()},
                ),
                by_things(
                    catalog,
                    "journey",
                    _("Journey"),
                    (keys_of([row.journey]) for row in rows),
                    everything=_("All journeys"),
                ),
                by_things(catalog, "owner", _("Owner"), (keys_of([row.owner]) for row in rows)),
            ),
        ),
        above=HOME,
        lede=_("Why each map exists, and how it stands."),
        is_listed=bool(rows),
    )


def _order(row: ObjectiveRow) -> tuple[int, str]:
    due = row.aim.objective.due
    return _ORDER.index(row.aim.standing), due.last.isoformat() if due else "9999"


def _row(catalog: Catalog, journey: Journey, objective: Objective) -> ObjectiveRow:
    aim = aim_of(catalog, objective)
    key = inner_key("objective", journey, objective.id) if objective.id else None
    unit = aim.metric.unit if aim.metric else None
    target = objective.target or ""
    if not target and aim.metric and aim.metric.target:
        target = aim.metric.target.value.text
    return ObjectiveRow(
        objective=Link(text=objective.title, to=key or journey.key),
        journey=Link(text=journey.title, to=journey.key),
        state=journey.state,
        owner=mentioned(catalog, journey.owner) if journey.owner else None,
        metric=mentioned(catalog, objective.metric) if objective.metric else None,
        aim=aim,
        standing=_(STANDINGS[aim.standing]),
        now=with_unit(aim.trend.newest.value.text, unit) if aim.trend else "",
        target=with_unit(target, unit),
        opportunities=links_to(catalog, catalog.related(key, "opportunity")) if key else (),
    )
