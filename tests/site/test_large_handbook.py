"""A page of two hundred journeys costs what one of two costs: it has its own branch only."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.menus import active_tab, menu, next_page, previous_page, way_here
from tests.site.project import Built, Project

FEATURES = ("navigation.tabs", "navigation.indexes", "navigation.path", "navigation.footer")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, drawings: Path) -> Built:
    maps = {
        f"maps/journeys/way-{number:03}.yml": f"title: Way {number:03}\nstages:\n"
        "  - {id: go, title: Go, steps: [{id: walk, title: Walks}]}\n"
        "  - {id: come, title: Come, steps: [{id: ride, title: Rides}]}\n"
        for number in range(1, 201)
    }
    own = {f"docs/guide/part-{number:02}.md": f"# Part {number}\n" for number in range(1, 26)}
    project = Project(tmp_path_factory.mktemp("large"), drawings)
    project.write(maps | own).configure(features=FEATURES, journeys={"engine": "none"})
    return project.build(strict=True)


@pytest.mark.parametrize(
    "folder",
    ["", "journeys", "journeys/way-001", "journeys/way-100", "journeys/way-200/come"],
)
def test_a_page_holds_fewer_than_sixty_links_of_the_menu(large: Built, folder: str) -> None:
    assert len(menu(large.page(folder))) < 60


def test_the_page_for_what_is_missing_holds_no_more(large: Built) -> None:
    assert len(menu(large.page("404.html"))) < 60


def test_its_neighbours_are_at_hand(large: Built) -> None:
    words = [words for words, _ in menu(large.page("journeys/way-100"))]
    assert {"Way 095", "Way 100", "Way 105"} <= set(words)
    assert "Way 001" not in words
    assert "Come" in words


def test_your_own_long_list_of_pages_is_never_shortened(large: Built) -> None:
    words = [words for words, _ in menu(large.page("guide/part-01"))]
    assert {f"Part {number}" for number in range(1, 26)} <= set(words)


def test_next_and_previous_run_in_the_order_of_journeys(large: Built) -> None:
    assert next_page(large.page("journeys/way-099/come")) == "../../way-100/"
    assert next_page(large.page("journeys/way-100")) == "go/"
    assert next_page(large.page("journeys/way-100/go")) == "../come/"
    assert previous_page(large.page("journeys/way-100")) == "../way-099/come/"


def test_the_way_here_and_the_tab_are_told(large: Built) -> None:
    page = large.page("journeys/way-100/go")
    assert way_here(page)[-2:] == ["Journeys", "Way 100"]
    assert active_tab(page) == ["Journeys"]
