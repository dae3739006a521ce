"""Where a thing lived before leads to where it lives now."""

from __future__ import annotations

import gzip

import pytest

from tests.site.link_check import dead_links, pages_of
from tests.site.project import HANDBOOK, ORDER, Built, Page, Project

FORMERLY = {
    "maps/journeys/order.yml": ORDER.replace(
        "title: Order a line", "title: Order a line\nformerly: [buy-a-line]"
    ).replace("title: Buy it", "title: Buy it\n    formerly: [purchase]"),
    "maps/personas/bea.yml": HANDBOOK["maps/personas/bea.yml"] + "formerly: [beatrice]\n",
}
OLD = {
    "journeys/buy-a-line": "../order/",
    "journeys/buy-a-line/ask": "../../order/ask/",
    "journeys/buy-a-line/purchase": "../../order/buy/",
    "journeys/order/purchase": "../buy/",
    "personas/beatrice": "../bea/",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, drawings: object) -> Built:
    folder = tmp_path_factory.mktemp("moved")
    project = Project(folder, folder / "drawings")
    return project.write(HANDBOOK | FORMERLY).configure().build(strict=True)


def leads_to(page: Page) -> set[str]:
    refresh = str(page.tree.xpath("//meta[@http-equiv='refresh']/@content")[0])
    links = [str(one) for one in page.tree.xpath("//a/@href | //link[@rel='canonical']/@href")]
    return {refresh.partition("url=")[2], *links}


@pytest.mark.parametrize("folder", sorted(OLD))
def test_an_old_address_leads_on_with_and_without_scripts(built: Built, folder: str) -> None:
    page = built.page(folder)
    assert leads_to(page) == {OLD[folder]}
    assert page.tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    script = page.tree.xpath("//script")
    assert len(script) == 1
    assert script[0].get("src").endswith("assets/journeys/lead-on.js")
    assert not (script[0].text or "").strip()


def test_every_link_of_an_old_page_leads_somewhere(built: Built) -> None:
    assert dead_links(built.site, pages_of(built.site), "https://small.example/") == []


def test_an_old_address_is_neither_in_the_sitemap_nor_found_by_searches(built: Built) -> None:
    sitemap = (built.site / "sitemap.xml").read_text(encoding="utf-8")
    assert "https://small.example/journeys/order/</loc>" in sitemap
    packed = gzip.decompress((built.site / "sitemap.xml.gz").read_bytes()).decode()
    places = " ".join(one["location"] for one in built.search_entries)
    for folder in OLD:
        assert folder not in sitemap
        assert folder not in packed
        assert folder not in places


def test_a_page_by_hand_at_an_old_address_wins(project: Project) -> None:
    project.write(HANDBOOK | FORMERLY | {"docs/personas/beatrice.md": "# The other Beatrice\n"})
    built = project.configure().build(strict=True)
    assert "The other Beatrice" in built.page("personas/beatrice").text


def test_an_old_address_leads_on_where_pages_are_files_below_a_folder(project: Project) -> None:
    project.write(HANDBOOK | FORMERLY | {"docs/index.md": "# Intranet\n"})
    project.configure(use_directory_urls=False, journeys={"folder": "cx"})
    built = project.build(strict=True)
    assert leads_to(built.page("cx/personas/beatrice")) == {"../bea/index.html"}
    assert dead_links(built.site, pages_of(built.site), "https://small.example/") == []
