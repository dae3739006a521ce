"""Who mentions a thing: the reverse index that every page ends with."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import later
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.link import Link

PLURALS = {
    "journey": later("Journeys"),
    "stage": later("Stages"),
    "step": later("Steps"),
    "pain-point": later("Pain points"),
    "persona": later("Personas"),
    "segment": later("Segments"),
    "channel": later("Channels"),
    "touchpoint": later("Touchpoints"),
    "stakeholder": later("Stakeholders"),
    "metric": later("Metrics"),
    "evidence": later("Evidence"),
    "insight": later("Insights"),
    "opportunity": later("Opportunities"),
    "initiative": later("Initiatives"),
    "term": later("Terms"),
    "objective": later("Objectives"),
    "hypothesis": later("Hypotheses"),
    "lifecycle": later("Lifecycle stages"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedByGroup:
    """The things of one kind that mention another."""

    title: str
    links: tuple[Link, ...]


def used_by(catalog: Catalog, key: Key) -> tuple[UsedByGroup, ...]:
    """Give who mentions a thing, grouped by kind in the order of the model, each once.

    A mention from inside a journey names the step or stage, with its journey beside it. Empty
    where nobody mentions it.
    """
    groups: dict[str, list[Key]] = {}
    for use in catalog.used_by(key):
        if use.home != key:
            groups.setdefault(use.user.kind, []).append(use.user)
    return tuple(
        UsedByGroup(
            title=_(PLURALS[kind]),
            links=tuple(_link(catalog, user) for user in catalog.in_order(groups[kind])),
        )
        for kind in PLURALS
        if kind in groups
    )


def _link(catalog: Catalog, key: Key) -> Link:
    home = catalog.known[key].home
    return Link(text=catalog.title(key), to=key, note=catalog.title(home) if home != key else "")
