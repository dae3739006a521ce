"""Views of a journey inside somebody's own page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html

from mkdocs_journeys.load.docs import VIEWS
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.pages.views import view_of
from mkdocs_journeys.render.engines import Sandboxed
from mkdocs_journeys.render.links import Links, elsewhere
from mkdocs_journeys.render.pictures import Pictures
from mkdocs_journeys.render.writer import Writer
from tests.maps_on_disk import catalog_of
from tests.pages.journey_maps import FULL, SPARSE
from tests.pages.reading import links, words


def embedded(folder: Path, name: str, files: dict[str, str], *, number: int = 1) -> Any:
    catalog = catalog_of(folder, files)
    journey = catalog.entry(Journey, "order")
    assert journey is not None
    writer = Writer(catalog=catalog, links=Links(), pictures=Pictures(Sandboxed()))
    view = view_of(catalog, journey, name)
    return html.fromstring(writer.write_view(view, elsewhere("guides/night"), number=number).html)


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("files", [FULL, SPARSE])
def test_every_view_leads_to_its_journey_from_where_it_stands(
    name: str, files: dict[str, str], tmp_path: Path
) -> None:
    tree = embedded(tmp_path, name, files)
    assert links(tree)["I order a lamp"] == "../../journeys/order/"


ALL_STEPS = sorted({*VIEWS} - {"curve"})


@pytest.mark.parametrize("name", ALL_STEPS)
def test_every_view_tells_of_the_same_steps(name: str, tmp_path: Path) -> None:
    said = words(embedded(tmp_path, name, FULL))
    for title in ("I compare", "I ask", "I pay", "They pack it", "I read"):
        assert title in said


@pytest.mark.parametrize("name", ["flow", "swimlane", "circle"])
def test_two_views_on_one_page_share_no_drawing_ids(name: str, tmp_path: Path) -> None:
    first = embedded(tmp_path / "1", name, FULL)
    second = embedded(tmp_path / "2", name, FULL, number=2)
    ids = [set(tree.xpath("//svg//@id")) for tree in (first, second)]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_a_journey_without_scores_says_that_it_has_no_curve(tmp_path: Path) -> None:
    assert "no emotion curve yet" in words(embedded(tmp_path, "curve", SPARSE))
    assert embedded(tmp_path / "full", "curve", FULL).xpath("//svg//polyline | //svg//path")


@pytest.mark.parametrize("name", ["swimlane", "circle"])
def test_a_picture_in_somebodys_page_brings_its_words_along(name: str, tmp_path: Path) -> None:
    tree = embedded(tmp_path, name, FULL)
    drawn = tree.xpath("//svg//a/@data-step")
    told = tree.xpath('//details[@class="jm-twin"]//li/@data-step')
    assert drawn == told == ["compare", "ask", "pay", "pack", "read"]
    assert links(tree)["I ask"] == "../../journeys/order/#step-ask"


NOTHING_KNOWN = {
    "swimlane": "No step of this journey names a channel yet",
    "blueprint": "Nobody has written down yet what happens behind",
    "circle": "No step of this journey has a score yet",
}


@pytest.mark.parametrize("name", NOTHING_KNOWN)
def test_where_nothing_is_known_nothing_is_drawn_and_a_sentence_says_so(
    name: str, tmp_path: Path
) -> None:
    tree = embedded(tmp_path, name, SPARSE)
    assert NOTHING_KNOWN[name] in words(tree)
    assert not tree.xpath("//table | //svg[@viewbox]")


@pytest.mark.parametrize("name", ["matrix", "story"])
def test_steps_without_anything_are_told_of_all_the_same(name: str, tmp_path: Path) -> None:
    tree = embedded(tmp_path, name, SPARSE)
    assert len(tree.xpath("//@data-step")) == 2
    assert "I pay" in words(tree)
