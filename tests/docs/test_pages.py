"""What hand-written pages say is true: mentions, links, figures, and the length of the README."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path, PurePosixPath
from posixpath import normpath
from struct import unpack

import pytest

from mkdocs_journeys.catalog.divergence import FAR_APART
from mkdocs_journeys.catalog.docs import check_docs
from mkdocs_journeys.catalog.evidence_level import ENOUGH, LEVELS
from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.catalog.power import MIDDLE
from mkdocs_journeys.catalog.reviews import SOON
from mkdocs_journeys.load.docs import DOC_KINDS, VIEWS
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.load.limits import LIMITS
from mkdocs_journeys.load.markdown_code import outside_code
from mkdocs_journeys.load.pictures import MOST_BYTES, MOST_PIXELS
from mkdocs_journeys.model.evidence import QUALITATIVE
from mkdocs_journeys.rules.all import BY_NAME
from mkdocs_journeys.rules.judge import judge
from tests.docs.manual import DOCS, MANUAL, README, ROOT, blocks, hand_written
from tests.maps_on_disk import as_text, catalog_of

LINK = re.compile(r"(?<!\\)\]\(([^()\s]+)\)")


def test_every_mention_in_the_docs_leads_somewhere() -> None:
    catalog = look_up(load(ROOT / "maps", "maps"), date(2026, 11, 21))
    assert as_text(check_docs(DOCS, "docs", catalog)) == ""


@pytest.mark.parametrize("name", hand_written())
def test_every_link_to_a_file_leads_to_one_and_to_a_heading_in_it(name: str) -> None:
    prose, _ = outside_code(hand_written()[name])
    for link in LINK.findall(prose):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = ROOT / normpath(PurePosixPath(name).parent / path) if path else ROOT / name
        assert target.is_file(), link
        assert not anchor or anchor in headings(target.read_text("utf-8")), link


def headings(text: str) -> list[str]:
    """Give the anchors of a page's headings, as Python-Markdown makes them."""
    found = re.findall(r"^##+ (.+)$", text, re.MULTILINE)
    return [re.sub(r"[^a-z0-9_]+", "-", one.lower()).strip("-") for one in found]


def test_every_kind_and_every_view_that_a_page_may_use_is_told() -> None:
    page = (MANUAL / "how-to" / "maps-in-your-pages.md").read_text("utf-8")
    assert re.findall(r"`([a-z-]+)`", page.partition("Kinds:")[2])[: len(DOC_KINDS)] == [*DOC_KINDS]
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == [*VIEWS]


def test_the_figures_are_told_as_they_are_worked_out() -> None:
    page = (MANUAL / "reference" / "figures.md").read_text("utf-8")
    words = " ".join(page.split())
    assert re.findall(r"^\| \*\*(\w+)\*\* \|", page, re.MULTILINE) == [*LEVELS]
    assert f"`n` of at least {ENOUGH}" in words
    assert f"the last {SOON.days} days" in words
    assert f"differ by {FAR_APART:g} or more" in words
    assert f"above {MIDDLE} is high" in words
    told = words.partition("Interviews, ")[2].partition(" are qualitative")[0]
    assert len(re.split(r", | and ", told)) + 1 == len(QUALITATIVE)


def test_the_limits_are_told_as_they_are() -> None:
    words = " ".join((MANUAL / "why" / "what-runs.md").read_text("utf-8").split())
    assert f"{LIMITS.file_bytes // 1024**2} MiB" in words
    assert f"a depth of {LIMITS.depth}" in words
    assert f"{LIMITS.events:,}" in words
    personas = " ".join((MANUAL / "how-to" / "write-personas.md").read_text("utf-8").split())
    assert f"{MOST_BYTES // 1024} KiB" in personas
    assert f"{MOST_PIXELS:,} pixels" in personas


def test_every_promise_of_safety_names_tests_that_are_there() -> None:
    page = (MANUAL / "why" / "what-runs.md").read_text("utf-8")
    named = re.findall(r"`((?:\w+/)*test_\w+\.py)`", page)
    assert len(named) > 20
    assert [one for one in named if not (ROOT / "tests" / one).is_file()] == []


def test_the_readme_is_short() -> None:
    assert len(README.read_text("utf-8").splitlines()) <= 120


def test_the_readme_shows_rules_that_exist_with_their_level() -> None:
    rows = re.findall(r"^\| \[`([a-z-]+)`\]\S* \| (\w+) \|", README.read_text("utf-8"), re.M)
    assert len(rows) == 5
    assert rows == [(name, BY_NAME[name].level) for name, _ in rows]


def test_the_finding_of_the_readme_is_what_its_map_gives(tmp_path: Path) -> None:
    shown = next(iter(blocks(README.read_text("utf-8"), "yaml"))).inside
    wrong = shown.replace("        channel:", "        chanel:")
    catalog = catalog_of(tmp_path, {"journeys/first-order.yml": wrong})
    found = [one for one in judge(catalog) if one.level == "error"]
    assert as_text(found) == next(iter(blocks(README.read_text("utf-8"), "text"))).inside


def test_the_pictures_of_the_readme_are_small() -> None:
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README.read_text("utf-8"))
    assert shown
    for name in shown:
        picture = (ROOT / name).read_bytes()
        assert len(picture) <= 200_000, name
        assert unpack(">I", picture[16:20])[0] >= 900, "too narrow to be read"
