"""All stakeholders on one page: who decides, who cares, and who reports to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.power import Branch, reports
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.registries import Stakeholder
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.choices import Choices, by_things, by_words, keys_of, narrowing
from mkdocs_journeys.pages.entries import listed, lost
from mkdocs_journeys.pages.link import Link, mentioned
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.stakeholder import attitude_words, stakeholder_page

RANKS = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class StakeholderRow:
    """One stakeholder in a line; ``attitude`` is empty where power or interest is not known."""

    stakeholder: Stakeholder
    reports_to: Link | None
    attitude: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StakeholdersFacts:
    """All stakeholders, as a map of power, as a tree and as a table.

    ``power`` has a row for each influence from 5 down to 1, with a cell for each interest from 1
    up to 5; it is empty where nobody is placed or where the handbook is for everybody. ``is_open``
    tells that influence and interest may be told. ``tree`` is empty where nobody reports to
    anybody here; it leaves out who has nobody above or below.
    """

    rows: tuple[StakeholderRow, ...]
    is_open: bool
    power: tuple[tuple[int, tuple[tuple[Link, ...], ...]], ...]
    tree: tuple[Branch, ...]
    narrowing: tuple[Choices, ...]
    lost: tuple[Link, ...]


def stakeholder_pages(catalog: Catalog) -> Iterator[Page]:
    """Give the page of all stakeholders and one for each; none in a handbook without them."""
    people, unreadable = listed(catalog, Stakeholder), lost(catalog, Stakeholder)
    if people or unreadable:
        yield Page(
            key=page_key("stakeholders"),
            title=_("Stakeholders"),
            template="stakeholders",
            facts=_facts(catalog, people, unreadable),
            above=HOME,
            lede=_("Who delivers what our customers live through, and who decides on it."),
        )
    for one in people:
        yield stakeholder_page(catalog, one)


def _facts(
    catalog: Catalog, people: tuple[Stakeholder, ...], unreadable: tuple[Link, ...]
) -> StakeholdersFacts:
    is_open = any(one.influence or one.interest for one in people)
    rows = tuple(
        StakeholderRow(
            stakeholder=one,
            reports_to=mentioned(catalog, one.reports_to) if one.reports_to else None,
            attitude=attitude_words(one),
        )
        for one in people
    )
    return StakeholdersFacts(
        rows=rows,
        is_open=is_open,
        power=_power(people) if is_open else (),
        tree=_tree(reports(catalog, people)),
        narrowing=narrowing(
            by_words("kind", _("Kind"), (one.kind or "" for one in people)),
            by_things(
                catalog, "above", _("Reports to"), (keys_of([row.reports_to]) for row in rows)
            ),
        ),
        lost=unreadable,
    )


def _power(
    people: tuple[Stakeholder, ...],
) -> tuple[tuple[int, tuple[tuple[Link, ...], ...]], ...]:
    placed = [one for one in people if one.influence is not None and one.interest is not None]
    if not placed:
        return ()
    return tuple(
        (
            influence,
            tuple(
                tuple(
                    Link(text=one.called, to=one.key)
                    for one in placed
                    if (one.influence, one.interest) == (influence, interest)
                )
                for interest in RANKS
            ),
        )
        for influence in reversed(RANKS)
    )


def _tree(branches: tuple[Branch, ...]) -> tuple[Branch, ...]:
    after = (*(branch.depth for branch in branches[1:]), 0)
    return tuple(
        branch
        for branch, next_depth in zip(branches, after, strict=False)
        if branch.depth or next_depth
    )
