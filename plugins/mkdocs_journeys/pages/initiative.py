"""Initiatives: what teams do, when it is due, and what the metrics say since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.effects import is_overdue
from mkdocs_journeys.catalog.evidence_level import evidence_level
from mkdocs_journeys.catalog.progress import Proof, proof_of
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.improvement import Initiative
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.chain import ChainFacts, ChainInitiative, chain_of, initiatives_of
from mkdocs_journeys.pages.choices import Choices, by_things, keys_of, narrowing
from mkdocs_journeys.pages.link import Link, all_mentioned, links_to, mentioned
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.standing import StandingFacts, standing_of
from mkdocs_journeys.pages.used_by import UsedByGroup, used_by
from mkdocs_journeys.pages.work_lists import work_lists

STATUSES = ("in-progress", "testing", "prototype", "planned", "idea", "done", "dropped")
"""In the order in which a reader asks: what runs, what comes, what was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativePageFacts:
    """All that the page of an initiative tells; ``waits_for_it`` is what depends on it."""

    initiative: Initiative
    standing: StandingFacts
    is_overdue: bool
    opportunities: tuple[Link, ...]
    chain: ChainFacts
    proof: Proof
    decided_by: Link | None
    decision_sources: tuple[Link, ...]
    depends_on: tuple[ChainInitiative, ...]
    waits_for_it: tuple[ChainInitiative, ...]
    used_by: tuple[UsedByGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeRow:
    """One initiative in the list."""

    initiative: Initiative
    owner: Link | None
    is_overdue: bool
    opportunities: tuple[Link, ...]
    depends_on: tuple[Link, ...]
    proof: Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativesFacts:
    """All initiatives by status; within one, those due first stand first."""

    groups: tuple[tuple[str, tuple[InitiativeRow, ...]], ...]
    narrowing: tuple[Choices, ...]
    lists: tuple[Link, ...]


def initiative_pages(catalog: Catalog) -> Iterator[Page]:
    """Give the list of initiatives and the page of each."""
    yield initiatives_page(catalog)
    for initiative in catalog.all(Initiative):
        yield initiative_page(catalog, initiative)


def initiatives_page(catalog: Catalog) -> Page:
    """Give the page that lists all initiatives."""
    rows = [_row(catalog, one) for one in catalog.all(Initiative)]
    rows.sort(key=lambda row: (row.initiative.due is None, _due(row.initiative)))
    groups = [
        (status, tuple(row for row in rows if row.initiative.status == status))
        for status in STATUSES
    ]
    return Page(
        key=page_key("initiatives"),
        title=_("Initiatives"),
        template="initiatives",
        facts=InitiativesFacts(
            groups=tuple((status, group) for status, group in groups if group),
            narrowing=narrowing(
                by_things(catalog, "owner", _("Owner"), (keys_of((row.owner,)) for row in rows))
            ),
            lists=work_lists(catalog),
        ),
        above=HOME,
        lede=_("What we do about it, and by when."),
        is_listed=bool(rows),
    )


def initiative_page(catalog: Catalog, initiative: Initiative) -> Page:
    """Give the page of an initiative."""
    opportunities = catalog.related(initiative.key, "opportunity")
    decision = initiative.decision
    return Page(
        key=initiative.key,
        title=initiative.called,
        template="initiative",
        facts=InitiativePageFacts(
            initiative=initiative,
            standing=standing_of(
                catalog,
                initiative,
                status=initiative.status,
                evidence=evidence_level(catalog, initiative.evidence),
            ),
            is_overdue=is_overdue(catalog, initiative),
            opportunities=(
                *links_to(catalog, opportunities),
                *(
                    Link(text=ref.text)
                    for ref in initiative.opportunities
                    if not catalog.meant(ref)
                ),
            ),
            chain=chain_of(catalog, opportunities, (initiative.key,)),
            proof=proof_of(catalog, initiative),
            decided_by=mentioned(catalog, decision.by) if decision and decision.by else None,
            decision_sources=all_mentioned(catalog, decision.evidence) if decision else (),
            depends_on=initiatives_of(
                catalog, (catalog.meant(ref) for ref in initiative.depends_on)
            ),
            waits_for_it=initiatives_of(catalog, _waiting(catalog, initiative.key)),
            used_by=used_by(catalog, initiative.key),
        ),
        above=page_key("initiatives"),
        source=initiative.spot.file,
        lede=initiative.summary or "",
        words="\n".join(
            text
            for text in (
                initiative.code,
                initiative.summary,
                initiative.benefit,
                decision.why if decision else "",
                *initiative.tags,
            )
            if text
        ),
    )


def _row(catalog: Catalog, initiative: Initiative) -> InitiativeRow:
    return InitiativeRow(
        initiative=initiative,
        owner=mentioned(catalog, initiative.owner) if initiative.owner else None,
        is_overdue=is_overdue(catalog, initiative),
        opportunities=links_to(catalog, catalog.related(initiative.key, "opportunity")),
        depends_on=all_mentioned(catalog, initiative.depends_on),
        proof=proof_of(catalog, initiative),
    )


def _due(initiative: Initiative) -> str:
    return initiative.due.last.isoformat() if initiative.due else ""


def _waiting(catalog: Catalog, key: Key) -> tuple[Key, ...]:
    return catalog.in_order(use.home for use in catalog.used_by(key) if use.field == "depends_on")
