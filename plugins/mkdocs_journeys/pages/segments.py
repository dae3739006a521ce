"""All segments on one page: who our customers are, in groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.evidence_level import EvidenceLevel, evidence_level
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.persona import Segment
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.choices import Choices, by_words, narrowing
from mkdocs_journeys.pages.entries import listed, lost
from mkdocs_journeys.pages.link import Link, links_to
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.segment import segment_page

LEVELS = ("strong", "moderate", "weak", "assumption")


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentRow:
    """One segment in a line, with the personas who stand for it."""

    segment: Segment
    personas: tuple[Link, ...]
    evidence: EvidenceLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentsFacts:
    """All segments, in the order of their files, and what they can be chosen by."""

    rows: tuple[SegmentRow, ...]
    narrowing: tuple[Choices, ...]
    lost: tuple[Link, ...]


def segment_pages(catalog: Catalog) -> Iterator[Page]:
    """Give the page of all segments and one for each; none in a handbook without segments."""
    segments, unreadable = listed(catalog, Segment), lost(catalog, Segment)
    if segments or unreadable:
        rows = tuple(_row(catalog, one) for one in segments)
        levels = (row.evidence for row in rows)
        yield Page(
            key=page_key("segments"),
            title=_("Segments"),
            template="segments",
            facts=SegmentsFacts(
                rows=rows,
                narrowing=narrowing(by_words("evidence", _("Evidence"), levels, order=LEVELS)),
                lost=unreadable,
            ),
            above=HOME,
            lede=_("The groups that our customers fall into, and who stands for them."),
        )
    for segment in segments:
        yield segment_page(catalog, segment)


def _row(catalog: Catalog, segment: Segment) -> SegmentRow:
    return SegmentRow(
        segment=segment,
        personas=links_to(catalog, catalog.related(segment.key, "persona")),
        evidence=evidence_level(catalog, segment.evidence),
    )
