"""The page of a stakeholder, "my part": what they own, what they deliver, what is overdue."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.evidence_level import EvidenceLevel, evidence_level
from mkdocs_journeys.catalog.power import attitude
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import later
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.registries import Stakeholder
from mkdocs_journeys.pages.address import page_key
from mkdocs_journeys.pages.link import Link, all_mentioned, links_to, mentioned
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.recent_changes import RecentChanges
from mkdocs_journeys.pages.standing import StandingFacts, standing_of
from mkdocs_journeys.pages.used_by import PLURALS, UsedByGroup, used_by
from mkdocs_journeys.pages.work import (
    Delivered,
    OverdueFacts,
    OwnedWork,
    delivered,
    overdue,
    owned_work,
    touchpoints,
)

ATTITUDES = {
    "Manage closely": later("Manage closely"),
    "Keep satisfied": later("Keep satisfied"),
    "Keep informed": later("Keep informed"),
    "Monitor": later("Monitor"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StakeholderFacts:
    """All that the page of a stakeholder tells.

    ``influence`` and ``interest`` are from 1 to 5, None where they are not given or where the
    handbook is for everybody; ``attitude`` follows from them. ``recent`` is what releases
    changed of what they answer for, None where none did.
    """

    stakeholder: Stakeholder
    standing: StandingFacts
    influence: int | None
    interest: int | None
    attitude: str
    reports_to: Link | None
    reports: tuple[Link, ...]
    influences: tuple[Link, ...]
    influenced_by: tuple[Link, ...]
    overdue: tuple[OverdueFacts, ...]
    owned: tuple[UsedByGroup, ...]
    work: tuple[OwnedWork, ...]
    delivered: tuple[Delivered, ...]
    touchpoints: tuple[Link, ...]
    used_by: tuple[UsedByGroup, ...]
    recent: RecentChanges | None = None


def attitude_words(stakeholder: Stakeholder) -> str:
    """Say how to work with somebody; empty where influence or interest is not given."""
    known = attitude(stakeholder)
    return _(ATTITUDES[known]) if known else ""


def stakeholder_page(catalog: Catalog, stakeholder: Stakeholder) -> Page:
    """Give the page of a stakeholder."""
    return Page(
        key=stakeholder.key,
        title=stakeholder.called,
        template="stakeholder",
        facts=_facts(catalog, stakeholder),
        above=page_key("stakeholders"),
        source=stakeholder.spot.file,
        lede=stakeholder.summary or "",
        words="\n".join(
            text
            for text in (
                stakeholder.code,
                stakeholder.summary,
                *stakeholder.training,
                *stakeholder.tags,
            )
            if text
        ),
    )


def _facts(catalog: Catalog, stakeholder: Stakeholder) -> StakeholderFacts:
    level: EvidenceLevel | None = None
    if stakeholder.evidence:
        level = evidence_level(catalog, stakeholder.evidence)
    above = stakeholder.reports_to
    return StakeholderFacts(
        stakeholder=stakeholder,
        standing=standing_of(catalog, stakeholder, evidence=level),
        influence=stakeholder.influence,
        interest=stakeholder.interest,
        attitude=attitude_words(stakeholder),
        reports_to=mentioned(catalog, above) if above else None,
        reports=_who(catalog, stakeholder.key, "reports_to"),
        influences=all_mentioned(catalog, stakeholder.influences),
        influenced_by=_who(catalog, stakeholder.key, "influences"),
        overdue=overdue(catalog, stakeholder.key),
        owned=_owned(catalog, stakeholder.key),
        work=owned_work(catalog, stakeholder.key),
        delivered=delivered(catalog, stakeholder.key),
        touchpoints=touchpoints(catalog, stakeholder.key),
        used_by=used_by(catalog, stakeholder.key),
    )


def _who(catalog: Catalog, key: Key, field: str) -> tuple[Link, ...]:
    uses = catalog.used_by(key)
    return links_to(catalog, catalog.in_order(use.user for use in uses if use.field == field))


def _owned(catalog: Catalog, key: Key) -> tuple[UsedByGroup, ...]:
    """Give what this stakeholder owns, kind by kind; work and touchpoints stand elsewhere."""
    owned = [use.user for use in catalog.used_by(key) if use.field == "owner"]
    elsewhere = ("opportunity", "initiative", "touchpoint")
    return tuple(
        UsedByGroup(
            title=_(title),
            links=tuple(
                Link(
                    text=catalog.title(one),
                    to=one,
                    note=""
                    if catalog.known[one].home == one
                    else catalog.title(catalog.known[one].home),
                )
                for one in catalog.in_order(one for one in owned if one.kind == kind)
            ),
        )
        for kind, title in PLURALS.items()
        if kind not in elsewhere and any(one.kind == kind for one in owned)
    )
