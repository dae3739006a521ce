"""All moments of truth on one page, the worst handled first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import travellers
from mkdocs_journeys.catalog.fixes import opportunities_at
from mkdocs_journeys.catalog.gathered import Found, moments
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import later
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.step import MomentOfTruth
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.answers import InitiativeFacts, initiatives_for
from mkdocs_journeys.pages.choices import Choices, by_things, by_words, keys_of, narrowing
from mkdocs_journeys.pages.link import Link, all_mentioned, links_to
from mkdocs_journeys.pages.map_facts import MetricFact
from mkdocs_journeys.pages.measures import measures_of
from mkdocs_journeys.pages.page import Page

HANDLINGS = ("failing", "at-risk", "unrated", "winning")
MENDING = {
    "under-way": later("Under way or done"),
    "possible": later("Only possible so far"),
    "nothing": later("Nothing yet"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentRow:
    """One moment of truth: where it stands, whose it is, what measures it, what would mend it.

    ``mending`` is a key of ``MENDING``: whether there is an initiative, an opportunity, nothing.
    """

    moment: MomentOfTruth
    handling: str
    part: Link
    stage: Link
    journey: Link
    state: str
    personas: tuple[Link, ...]
    metrics: tuple[MetricFact, ...]
    sources: tuple[Link, ...]
    opportunities: tuple[Link, ...]
    initiatives: tuple[InitiativeFacts, ...]
    mending: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentsFacts:
    """All moments of truth with what they can be chosen by."""

    rows: tuple[MomentRow, ...]
    narrowing: tuple[Choices, ...]


def moments_pages(catalog: Catalog) -> Iterator[Page]:
    """Give the page of all moments of truth."""
    journeys = tuple(one for one in catalog.all(Journey) if one.status != "retired")
    rows = tuple(_row(catalog, one) for one in moments(journeys))
    yield Page(
        key=page_key("moments"),
        title=_("Moments of truth"),
        template="moments",
        facts=MomentsFacts(
            rows=rows,
            narrowing=_narrowing(catalog, rows),
        ),
        above=HOME,
        lede=_("Where customers decide whether they trust us. What fails stands first."),
        is_listed=bool(rows),
    )


def _narrowing(catalog: Catalog, rows: tuple[MomentRow, ...]) -> tuple[Choices, ...]:
    return narrowing(
        by_words("handling", _("Handling"), (row.handling for row in rows), order=HANDLINGS),
        by_things(
            catalog,
            "persona",
            _("Persona"),
            (keys_of(row.personas) for row in rows),
            everything=_("Everyone"),
        ),
        by_words("state", _("State"), (row.state for row in rows), order=("current", "future")),
        by_words(
            "mending",
            _("What mends it"),
            (row.mending for row in rows),
            order=MENDING,
            titles={word: _(said) for word, said in MENDING.items()},
        ),
        by_things(
            catalog,
            "journey",
            _("Journey"),
            (keys_of([row.journey]) for row in rows),
            everything=_("All journeys"),
        ),
    )


def _row(catalog: Catalog, found: Found[MomentOfTruth]) -> MomentRow:
    part, journey = found.part, found.journey
    known = opportunities_at(catalog, journey, found.key, part)
    initiatives = initiatives_for(catalog, known)
    is_mended = any(one.status != "dropped" for one in initiatives)
    return MomentRow(
        moment=found.thing,
        handling=found.thing.handling or "unrated",
        part=Link(text=part.title, to=found.key),
        stage=Link(text=found.stage.title, to=inner_key("stage", journey, found.stage.id)),
        journey=Link(text=journey.title, to=journey.key),
        state=journey.state,
        personas=links_to(catalog, travellers(catalog, journey)),
        metrics=tuple(measures_of(catalog, part.metrics or found.stage.metrics)),
        sources=all_mentioned(catalog, found.thing.evidence),
        opportunities=links_to(catalog, known),
        initiatives=initiatives,
        mending="under-way" if is_mended else "possible" if known else "nothing",
    )
