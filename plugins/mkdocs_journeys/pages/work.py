"""What a stakeholder does: steps and deeds they deliver, work they own, and what is late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.effects import is_overdue
from mkdocs_journeys.catalog.reviews import review_of
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.improvement import Initiative, Opportunity
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.model.step import Experience
from mkdocs_journeys.model.values import Day
from mkdocs_journeys.pages.blueprint import blueprint_of
from mkdocs_journeys.pages.link import Link, link_to, links_to


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueFacts:
    """Something that should have happened before today: what, and on which day."""

    what: str
    thing: Link
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedWork:
    """An opportunity or initiative that somebody owns."""

    noun: str
    link: Link
    status: str
    due: Day | None
    is_overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """A step or stage that somebody has a part in, and what they do there.

    ``deeds`` pair a lane of the service blueprint with what is done, which may be empty; ``acts``
    is true where they are among those who act in the customer's sight.
    """

    where: Link
    journey: Link
    acts: bool
    deeds: tuple[tuple[str, str], ...]


def overdue(catalog: Catalog, key: Key) -> tuple[OverdueFacts, ...]:
    """Give what a stakeholder owns that is late as of today, the longest overdue first.

    These are initiatives past the day they are due, and reviews of journeys and personas.
    """
    found = []
    for owned in _owned(catalog, key):
        initiative = catalog.entry(Initiative, owned.id) if owned.kind == "initiative" else None
        if initiative and initiative.due and is_overdue(catalog, initiative):
            link = link_to(catalog, owned)
            found.append(OverdueFacts(what=_("Initiative"), thing=link, due=initiative.due.last))
        reviewed: Journey | Persona | None = None
        if owned.kind == "journey":
            reviewed = catalog.entry(Journey, owned.id)
        elif owned.kind == "persona":
            reviewed = catalog.entry(Persona, owned.id)
        review = review_of(catalog, reviewed) if reviewed else None
        if review and review.due and review.standing == "overdue":
            link = link_to(catalog, owned)
            found.append(OverdueFacts(what=_("Review"), thing=link, due=review.due))
    return tuple(sorted(found, key=lambda one: one.due))


def owned_work(catalog: Catalog, key: Key) -> tuple[OwnedWork, ...]:
    """Give the opportunities and then the initiatives that a stakeholder owns, in order."""
    return tuple(one for owned in _owned(catalog, key) for one in _work(catalog, owned))


def _work(catalog: Catalog, owned: Key) -> Iterator[OwnedWork]:
    link = link_to(catalog, owned)
    opportunity = catalog.entry(Opportunity, owned.id) if owned.kind == "opportunity" else None
    initiative = catalog.entry(Initiative, owned.id) if owned.kind == "initiative" else None
    if opportunity:
        yield OwnedWork(
            noun=_("Opportunity"), link=link, status=opportunity.status, due=None, is_overdue=False
        )
    if initiative:
        yield OwnedWork(
            noun=_("Initiative"),
            link=link,
            status=initiative.status,
            due=initiative.due,
            is_overdue=is_overdue(catalog, initiative),
        )


def delivered(catalog: Catalog, key: Key) -> tuple[Delivered, ...]:
    """Give the steps and stages that a stakeholder has a part in, in the order of the handbook.

    A part is a deed in the service blueprint, or acting at the step.
    """
    uses = [use for use in catalog.used_by(key) if use.user.kind in ("stage", "step")]
    acting = {use.user for use in uses if use.field in ("actors", "with")}
    doing = {use.user for use in uses if use.field == "who"}
    found = []
    for where in catalog.in_order(acting | doing):
        part = catalog.known[where].thing
        deeds = tuple(_deeds(catalog, part, key)) if isinstance(part, Experience) else ()
        if deeds or where in acting:
            found.append(
                Delivered(
                    where=link_to(catalog, where),
                    journey=link_to(catalog, catalog.known[where].home),
                    acts=where in acting,
                    deeds=deeds,
                )
            )
    return tuple(found)


def _deeds(catalog: Catalog, part: Experience, key: Key) -> Iterator[tuple[str, str]]:
    for lane, entries in blueprint_of(catalog, part):
        for one in entries:
            if one.to == key:
                yield _(lane.title), one.note


def touchpoints(catalog: Catalog, key: Key) -> tuple[Link, ...]:
    """Give the touchpoints that a stakeholder owns or runs, in order, each once."""
    uses = catalog.used_by(key)
    mine = [use.user for use in uses if use.field in ("owner", "systems")]
    return links_to(catalog, catalog.in_order(one for one in mine if one.kind == "touchpoint"))


def _owned(catalog: Catalog, key: Key) -> tuple[Key, ...]:
    uses = catalog.used_by(key)
    return catalog.in_order(use.user for use in uses if use.field == "owner")
