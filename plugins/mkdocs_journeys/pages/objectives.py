"""Why the maps exist: every objective, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.aims import Aim, aim_of
from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.model.journey import Journey, Objective
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.link import Link, links_to, mentioned
from mkdocs_journeys.pages.measures import with_unit
from mkdocs_journeys.pages.page import Page

STANDINGS = ("overdue", "open", "unmeasured", "reached")


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveRow:
    """One objective with its metric; ``now`` and ``target`` with their unit, as typed."""

    objective: Link
    journey: Link
    state: str
    owner: Link | None
    metric: Link | None
    aim: Aim
    now: str
    target: str
    opportunities: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectivesFacts:
    """All objectives: overdue ones first, then those still open by the day they are due."""

    rows: tuple[ObjectiveRow, ...]
    standings: tuple[str, ...]
    journeys: tuple[Link, ...]


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
        title="Objectives",
        template="objectives",
        facts=ObjectivesFacts(
            rows=tuple(rows),
            standings=tuple(
                word for word in STANDINGS if any(row.aim.standing == word for row in rows)
            ),
            journeys=links_to(
                catalog, catalog.in_order(row.journey.to for row in rows if row.journey.to)
            ),
        ),
        above=HOME,
        lede="Why each map exists, and how it stands.",
        is_listed=bool(rows),
    )


def _order(row: ObjectiveRow) -> tuple[int, str]:
    due = row.aim.objective.due
    return STANDINGS.index(row.aim.standing), due.last.isoformat() if due else "9999"


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
        now=with_unit(aim.trend.newest.value.text, unit) if aim.trend else "",
        target=with_unit(target, unit),
        opportunities=links_to(catalog, catalog.related(key, "opportunity")) if key else (),
    )
