"""Where our pages stand in the navigation, and how much of it each page is given."""

from __future__ import annotations

from typing import Any

from tests.site.menus import active_tab, menu, next_page, previous_page, tabs, way_here
from tests.site.project import HANDBOOK, Built, Project

FEATURES = ("navigation.tabs", "navigation.indexes", "navigation.path", "navigation.footer")
OWN_PAGES = {
    "docs/index.md": "# Welcome\n",
    "docs/guide/first.md": "# First steps\n",
    "docs/guide/second.md": "# Second steps\n",
}


def built_with(project: Project, nav: list[object] | None) -> Built:
    project.write(HANDBOOK | OWN_PAGES)
    settings: dict[str, Any] = {} if nav is None else {"nav": nav}
    return project.configure(features=FEATURES, **settings).build(strict=True)


def test_without_a_nav_our_parts_stand_between_the_first_page_and_your_others(
    project: Project,
) -> None:
    built = built_with(project, None)
    assert tabs(built.page(""))[:4] == ["Welcome", "Handbook", "Journeys", "Personas"]
    assert tabs(built.page(""))[-1] == "Guide"
    assert active_tab(built.page("journeys/order/ask")) == ["Journeys"]
    assert active_tab(built.page("guide/second")) == ["Guide"]


def test_a_nav_that_names_none_of_ours_gets_one_section_at_its_end(project: Project) -> None:
    built = built_with(project, [{"Start": "index.md"}, {"How": ["guide/first.md"]}])
    page = built.page("journeys/order")
    assert tabs(page) == ["Start", "How", "Small Handbook"]
    assert active_tab(page) == ["Small Handbook"]
    assert way_here(page) == ["Start", "Small Handbook", "Journeys", "Order a line"]
    assert ("Journeys", "../") in menu(page)
    assert active_tab(built.page("handbook")) == ["Small Handbook"]


def test_an_entry_that_names_a_page_of_ours_expands_there(project: Project) -> None:
    nav: list[object] = [
        {"Start": "index.md"},
        {"What we know": [{"Our maps": "journeys/index.md"}, "guide/first.md"]},
        "guide/second.md",
    ]
    built = built_with(project, nav)
    page = built.page("journeys/order/ask")
    assert tabs(page) == ["Start", "What we know", "Second steps"]
    assert way_here(page) == ["Start", "What we know", "Our maps", "Order a line"]
    assert "Ask around" in [words for words, _ in menu(page)]
    assert next_page(page) == "../buy/"
    assert previous_page(built.page("guide/first")) == "../../journeys/order/buy/"
    # What has no place is said, and only what would have stood in the menu by itself.
    assert len(built.logged("Your nav has no place for handbook/index.md, ")) == 1


def test_two_of_our_pages_can_be_named_and_none_stands_twice(project: Project) -> None:
    nav: list[object] = [
        "index.md",
        {"Pains": "pain-points/index.md"},
        {"Maps": "journeys/index.md"},
        {"People": "personas/index.md"},
    ]
    built = built_with(project, nav)
    page = built.page("journeys/order")
    assert tabs(page) == ["Welcome", "Pains", "Maps", "People"]
    targets = [to for _, to in menu(page)]
    assert targets.count("../../pain-points/") == 1
    assert active_tab(built.page("personas/bea")) == ["People"]


def test_naming_the_first_page_alone_hides_nothing(project: Project) -> None:
    project.write(HANDBOOK | {"docs/guide.md": "# Guide\n"})
    project.configure(features=FEATURES, nav=[{"Start": "index.md"}, "guide.md"])
    page = project.build(strict=True).page("journeys")
    assert tabs(page) == ["Start", "Guide", "Small Handbook"]


def test_the_navigation_can_be_left_to_you(project: Project) -> None:
    project.write(HANDBOOK | OWN_PAGES)
    built = project.configure(features=FEATURES, journeys={"navigation": False}).build(strict=True)
    assert tabs(built.page("journeys/order")) == ["Welcome", "Guide"]
    assert "Searches for a price" in built.page("journeys/order").text
