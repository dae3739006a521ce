"""The roadmap: what is done when and by whom, what waits for what, and what it has shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.progress import Proof, proof_of
from mkdocs_journeys.diagrams.roadmap import Horizon, Roadmap, Work, roadmap_of
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.improvement import Initiative
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.choices import Choices, by_things, keys_of, narrowing
from mkdocs_journeys.pages.link import Link, all_mentioned, links_to, mentioned
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.work_lists import work_lists

HORIZONS: tuple[Horizon, ...] = ("now", "next", "later", "open", "done")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapRow:
    """One initiative of the roadmap in words."""

    work: Work
    initiative: Initiative
    owner: Link | None
    opportunities: tuple[Link, ...]
    depends_on: tuple[Link, ...]
    proof: Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapFacts:
    """The roadmap as a picture, as a board and in words, all of the same initiatives.

    ``board`` pairs a horizon with its initiatives; those that nothing falls into are left out.
    ``dropped`` counts the initiatives that are in neither.
    """

    roadmap: Roadmap
    rows: tuple[RoadmapRow, ...]
    board: tuple[tuple[Horizon, tuple[RoadmapRow, ...]], ...]
    narrowing: tuple[Choices, ...]
    dropped: int
    lists: tuple[Link, ...]


def roadmap_pages(catalog: Catalog) -> Iterator[Page]:
    """Give the page of the roadmap."""
    roadmap = roadmap_of(catalog)
    rows = tuple(_rows(catalog, roadmap))
    board = ((one, tuple(row for row in rows if row.work.horizon == one)) for one in HORIZONS)
    everything = len(catalog.all(Initiative))
    yield Page(
        key=page_key("roadmap"),
        title=_("Roadmap"),
        template="roadmap",
        facts=RoadmapFacts(
            roadmap=roadmap,
            rows=rows,
            board=tuple((one, group) for one, group in board if group),
            narrowing=narrowing(
                by_things(catalog, "owner", _("Owner"), (keys_of((row.owner,)) for row in rows))
            ),
            dropped=everything - len(rows),
            lists=work_lists(catalog),
        ),
        above=HOME,
        lede=_("What we do when, what waits for what, and what it has shown so far."),
        hides=("navigation", "toc") if rows else (),
        is_listed=bool(everything),
    )


def _rows(catalog: Catalog, roadmap: Roadmap) -> Iterator[RoadmapRow]:
    for work in roadmap.works:
        initiative = catalog.entry(Initiative, work.key.id)
        if initiative:
            yield RoadmapRow(
                work=work,
                initiative=initiative,
                owner=mentioned(catalog, initiative.owner) if initiative.owner else None,
                opportunities=links_to(catalog, catalog.related(work.key, "opportunity")),
                depends_on=all_mentioned(catalog, initiative.depends_on),
                proof=proof_of(catalog, initiative),
            )
