"""The handbook of this repository, as it is published."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.conftest import Golden
from tests.site.link_check import PageOfSite, dead_links, faults_of, pages_of
from tests.site.project import Built

SITE_URL = "https://handbook.northline.example/"


@pytest.fixture(scope="module")
def pages(example: Built) -> list[PageOfSite]:
    return pages_of(example.site)


def findings(log: tuple[str, ...]) -> Iterator[str]:
    """The findings of a build, each with its mend, as `maps/…:1:2: …`."""
    inside = False
    for line in log:
        found = re.search(r"journeys: ((?:maps|docs)/\S+:\d+:\d+: .*)", line)
        inside = bool(found) or (inside and line.startswith("    "))
        if inside:
            yield found[1] if found else line


def test_every_link_and_every_anchor_leads_somewhere(
    example: Built, pages: list[PageOfSite]
) -> None:
    assert dead_links(example.site, pages, SITE_URL) == []


def test_no_page_holds_what_it_must_not(pages: list[PageOfSite]) -> None:
    assert [fault for page in pages for fault in faults_of(page)] == []


def test_there_is_something_to_look_at(pages: list[PageOfSite]) -> None:
    ours = [page for page in pages if page.ours]
    assert len(ours) > 60
    assert sum(len(list(page.links)) for page in ours) > 5_000
    assert any("<svg" in page.source for page in ours)


def test_its_findings_are_the_known_ones_and_none_is_an_error(
    example: Built, golden: Golden
) -> None:
    assert not [line for line in example.log if line.startswith(("WARNING", "ERROR"))]
    golden("goldens/example-findings.txt", "".join(f"{line}\n" for line in findings(example.log)))
