"""Plugins that people use beside ours, for real."""

from __future__ import annotations

from pathlib import Path

from tests.site.link_check import dead_links, pages_of
from tests.site.menus import active_tab, menu, tabs, way_here
from tests.site.project import HANDBOOK, Built, Project
from tests.site.versions import ALONE, run

FEATURES = ("navigation.tabs", "navigation.indexes", "navigation.path", "content.action.edit")
OWN_PAGES = {
    "docs/index.md": "# Welcome\n",
    "docs/guide/index.md": "# Guide\n",
    "docs/guide/first.md": "# First steps\n",
}


def all_dead(built: Built) -> list[str]:
    return dead_links(built.site, pages_of(built.site), "https://small.example/")


def test_awesome_nav_places_our_pages_and_their_sections_have_the_names_of_maps(
    project: Project, neighbours: str
) -> None:
    project.write(HANDBOOK | OWN_PAGES)
    project.write({"docs/.nav.yml": "nav: [index.md, guide, journeys, '*']\n"})
    project.configure(features=FEATURES, plugins=("search", "awesome-nav"))
    built = project.build_apart(PYTHONPATH=neighbours)
    page = built.page("journeys/order/ask")
    assert tabs(page)[:3] == ["Welcome", "Guide", "Journeys"]
    assert active_tab(page) == ["Journeys"]
    assert way_here(page) == ["Welcome", "Journeys", "Order a line", "Ask around"]
    assert all_dead(built) == []


def test_literate_nav_can_name_a_page_of_ours(project: Project, neighbours: str) -> None:
    summary = "* [Welcome](index.md)\n* [Maps](journeys/index.md)\n* [People](personas/index.md)\n"
    project.write(HANDBOOK | OWN_PAGES | {"docs/SUMMARY.md": summary})
    project.configure(features=FEATURES, plugins=("search", "literate-nav"), not_in_nav="guide/\n")
    built = project.build_apart(PYTHONPATH=neighbours)
    page = built.page("journeys/order/ask")
    assert tabs(page) == ["Welcome", "Maps", "People"]
    assert ("Ask around", "./") in menu(page)
    assert all_dead(built) == []


def test_section_index_keeps_your_sections_and_ours(project: Project, neighbours: str) -> None:
    project.write(HANDBOOK | OWN_PAGES)
    nav = [{"Start": "index.md"}, {"How": ["guide/index.md", "guide/first.md"]}]
    features = ("navigation.tabs", "navigation.path")
    project.configure(features=features, plugins=("search", "section-index"), nav=nav)
    built = project.build_apart(PYTHONPATH=neighbours)
    assert tabs(built.page("journeys/order")) == ["Start", "How", "Small Handbook"]
    assert active_tab(built.page("guide/first")) == ["How"]
    assert all_dead(built) == []


def test_macros_run_in_your_pages_and_never_in_words_of_maps(
    project: Project, neighbours: str
) -> None:
    words = "Pays {{ 7*7 }} {% raw %} {# gone #}"
    order = HANDBOOK["maps/journeys/order.yml"].replace("title: Pays at once", f'title: "{words}"')
    order = order.replace("title: Buy it", f'title: "{words}"')
    page = "# Own\n\nSix times seven is {{ 6*7 }}, says [[stage:order/buy]].\n"
    project.write(HANDBOOK | {"maps/journeys/order.yml": order, "docs/own.md": page})
    project.configure(plugins=("search", "macros"))
    built = project.build_apart(PYTHONPATH=neighbours)
    assert words in built.page("journeys/order").text
    assert words in built.page("journeys/order/buy").text
    own = built.page("own").text
    assert "Six times seven is 42" in own
    assert words in own


def test_tags_and_meta_reach_our_pages_too(project: Project) -> None:
    project.write(
        HANDBOOK
        | {
            "docs/personas/.meta.yml": "tags: [people]\ndescription: Whom we serve\n",
            "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n",
        }
    )
    built = project.configure(plugins=("search", "meta", "tags")).build(strict=True)
    links = [words for words, _ in built.page("tags").links("//article")]
    assert "Bea Brook" in links
    description = built.page("personas/bea").tree.xpath("//meta[@name='description']/@content")
    assert description == ["Whom we serve"]
    assert all_dead(built) == []


def test_last_updated_and_authors_are_those_of_the_yaml(project: Project, neighbours: str) -> None:
    """Pages that gather from many files have the history of the handbook's settings."""
    project.write(HANDBOOK | {"docs/guide.md": "# Guide\n", ".gitignore": "/site/\n"})
    dates = {"type": "iso_date", "fallback_to_build_date": False, "enable_creation_date": False}
    project.configure(
        plugins=("search", {"git-revision-date-localized": dates}, "git-authors"),
        features=FEATURES,
    )
    commits = (
        ("maps/personas/bea.yml", "2026-03-04", "Grace Hall"),
        ("maps/journeys/order.yml", "2026-05-06", "Tom Tallow"),
        ("maps/handbook.yml", "2026-07-08", "Priya Raman"),
        (".", "2026-09-10", "Edith Moss"),
    )
    run("git", "init", "--quiet", "--initial-branch=main", at=project.folder)
    for path, day, who in commits:
        run("git", "add", path, at=project.folder)
        _commit(project.folder, day, who)
    built = project.build_apart(PYTHONPATH=neighbours, TZ="UTC", **ALONE)
    told = {
        "personas/bea": ("2026-03-04", "Grace Hall"),
        "journeys/order": ("2026-05-06", "Tom Tallow"),
        "journeys/order/ask": ("2026-05-06", "Tom Tallow"),
        "journeys": ("2026-07-08", "Priya Raman"),
        "guide": ("2026-09-10", "Edith Moss"),
    }
    for folder, (day, who) in told.items():
        footer = built.page(folder).tree.xpath("//aside[contains(@class, 'md-source-file')]")
        words = footer[0].text_content()
        assert day in words, folder
        assert {other for _, _, other in commits if other in words} == {who}, folder


def _commit(folder: Path, day: str, who: str) -> None:
    moment = f"{day}T12:00:00+00:00"
    author = f"{who} <{who.split()[0].lower()}@small.example>"
    run(
        *("git", "commit", "--quiet", "--message", f"On {day}"),
        *("--author", author, "--date", moment),
        at=folder,
        GIT_COMMITTER_DATE=moment,
    )
