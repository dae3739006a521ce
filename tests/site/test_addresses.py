"""Wherever a site is put, its links lead on."""

from __future__ import annotations

import json

import pytest

from tests.site.link_check import dead_links, pages_of
from tests.site.project import HANDBOOK, Built, Project

DASHBOARD = "How it feels to be our customer"

HAND_WRITTEN = {
    "docs/guide/intro.md": """\
        # Intro

        Ask [[persona:bea]] about [[step:order/call|the call]].

        ```journey
        id: order
        view: flow
        ```
        """,
}


def all_dead(built: Built, site_url: str = "https://small.example/") -> list[str]:
    return dead_links(built.site, pages_of(built.site), site_url)


@pytest.fixture
def project_with_page(project: Project) -> Project:
    return project.write(HANDBOOK | HAND_WRITTEN)


def test_links_end_in_html_without_directory_urls(project_with_page: Project) -> None:
    built = project_with_page.configure(use_directory_urls=False).build(strict=True)
    assert all_dead(built) == []
    links = [
        link
        for page in pages_of(built.site)
        for fragment in page.ours
        for link in (str(one) for one in fragment.xpath(".//@href[not(../@download)]"))
        if not link.startswith("#")
    ]
    assert len(links) > 50
    assert [link for link in links if not link.partition("#")[0].endswith(".html")] == []
    assert built.has("guide/intro.html")


def test_a_site_under_a_path_has_no_dead_link_on_its_404_page_either(
    project_with_page: Project,
) -> None:
    address = "https://small.example/company/handbook/"
    built = project_with_page.configure(site_url=address).build(strict=True)
    assert all_dead(built, address) == []
    not_found = built.page("404.html")
    assert "/company/handbook/assets/journeys/journeys.css" in not_found.source


def test_a_site_is_read_offline_from_files_and_searched_there(
    project_with_page: Project,
) -> None:
    built = project_with_page.configure(plugins=("search", "offline")).build(strict=True)
    # The theme's own: without it, browsers search no files.
    assert [one for one in all_dead(built) if "unpkg.com/iframe-worker" not in one] == []
    links = [str(one) for page in pages_of(built.site) for one in page.tree.xpath("//a/@href")]
    assert [link for link in links if link.endswith("/") and "://" not in link] == []
    script = (built.site / "search" / "search_index.js").read_text(encoding="utf-8")
    index = json.loads(script.partition("=")[2].strip().removesuffix(";"))
    bea = [one for one in index["docs"] if one["title"] == "Bea Brook"]
    assert [one["location"] for one in bea] == ["personas/bea/index.html"]


def test_all_pages_can_lie_below_a_folder(project_with_page: Project) -> None:
    project_with_page.write({"docs/index.md": "# Our intranet\n\nSee [[journey:order]].\n"})
    built = project_with_page.configure(journeys={"folder": "cx/maps"}).build(strict=True)
    assert all_dead(built) == []
    assert "Our intranet" in built.page("").text
    assert "Order a line" in built.page("cx/maps/journeys/order").text
    assert built.has("cx/maps/index.html")
    assert not built.has("journeys")
    assert not built.has("handbook")


@pytest.mark.parametrize("name", ["docs/index.md", "docs/README.md"])
def test_your_own_first_page_wins_and_the_dashboard_moves(
    project_with_page: Project, name: str
) -> None:
    project_with_page.write(
        {name: "# Welcome\n\n[[persona:bea]]\n\n```journey\nid: order\nview: steps\n```\n"}
    )
    built = project_with_page.configure().build(strict=True)
    assert "Welcome" in built.page("").text
    assert DASHBOARD in built.page("handbook").text
    assert all_dead(built) == []


def test_a_hand_written_page_at_one_of_our_addresses_wins_and_is_told(
    project_with_page: Project,
) -> None:
    """It may be written in three ways, none of which is the file that ours would have."""
    project_with_page.write(
        {
            "docs/journeys/order.md": "# Order, by hand\n\n## Search {#step-search}\n\n"
            "## Call {#step-call}\n\n## Pay {#step-pay}\n\n## Silence {#pain-point-silence}\n",
            "docs/personas/bea/README.md": "# Bea, by hand\n",
            "docs/glossary/index.md": "# Words, by hand\n",
        }
    ).configure(markdown_extensions=["attr_list"])
    built = project_with_page.build(strict=True)
    for folder, title in (
        ("journeys/order", "Order, by hand"),
        ("personas/bea", "Bea, by hand"),
        ("glossary", "Words, by hand"),
    ):
        page = built.page(folder)
        assert title in page.text
        assert not page.tree.find_class("jm")
    told = [line for line in built.logged("is written by hand") if line.startswith("INFO")]
    assert len(told) == 3
    assert all_dead(built) == []
    assert "Ask around" in built.page("journeys/order/ask").text
    assert "by hand" not in " ".join(
        one["title"]
        for one in built.search_entries
        if one["title"] in ("Bea Brook", "Order a line")
    )


def test_a_page_that_is_not_published_does_not_stand_in_the_way(handbook: Project) -> None:
    handbook.write({"docs/index.md": "# Old\n", "docs/personas/index.md": "# Old\n"})
    handbook.configure(exclude_docs="index.md\npersonas/\n")
    built = handbook.build(strict=True)
    assert DASHBOARD in built.page("").text
    assert "Bea Brook" in built.page("personas").text
    assert not built.has("handbook")
