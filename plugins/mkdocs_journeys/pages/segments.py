"""All segments on one page: who our customers are, in groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.evidence_level import EvidenceLevel, evidence_level
from mkdocs_journeys.model.persona import Segment
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.entries import listed, lost
from mkdocs_journeys.pages.link import Link, links_to
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.segment import segment_page


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentRow:
    """One segment in a line, with the personas who stand for it."""

    segment: Segment
    personas: tuple[Link, ...]
    evidence: EvidenceLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentsFacts:
    """All segments, in the order of their files."""

    rows: tuple[SegmentRow, ...]
    lost: tuple[Link, ...]


def segment_pages(catalog: Catalog) -> Iterator[Page]:
    """Give the page of all segments and one for each; none in a handbook without segments."""
    segments, unreadable = listed(catalog, Segment), lost(catalog, Segment)
    if segments or unreadable:
        yield Page(
            key=page_key("segments"),
            title="Segments",
            template="segments",
            facts=SegmentsFacts(
                rows=tuple(
                    SegmentRow(
                        segment=one,
                        personas=links_to(catalog, catalog.related(one.key, "persona")),
                        evidence=evidence_level(catalog, one.evidence),
                    )
                    for one in segments
                ),
                lost=unreadable,
            ),
            above=HOME,
            lede="The groups that our customers fall into, and who stands for them.",
        )
    for segment in segments:
        yield segment_page(catalog, segment)
