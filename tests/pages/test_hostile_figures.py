"""Words that try to become markup stay words on every page about figures, sources and work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from posixpath import join, normpath
from typing import Any

import pytest
from lxml import html

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.pages.address import address
from mkdocs_journeys.pages.all_pages import all_pages
from mkdocs_journeys.render.engines import Sandboxed
from mkdocs_journeys.render.links import Links
from mkdocs_journeys.render.pictures import Pictures
from mkdocs_journeys.render.writer import Writer
from tests.maps_on_disk import catalog_of
from tests.pages.figure_maps import FULL, SPARSE

EVIL = '"><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7 * 7 }}'


def written(catalog: Catalog) -> Iterator[tuple[str, Any]]:
    """Give the folder and the HTML of every page."""
    writer = Writer(catalog=catalog, links=Links(), pictures=Pictures(Sandboxed()))
    for page in all_pages(catalog):
        yield address(page.key).folder, html.fromstring(writer.write(page).html)


def test_no_text_of_an_author_becomes_an_element_or_an_attribute(tmp_path: Path) -> None:
    line = "'" + EVIL + "'"
    files = {
        name: text.replace("title: ", f"title: {line} #", 1) if name.count("/") else text
        for name, text in FULL.items()
    }
    files["evidence/bad.yml"] = (
        f"kind: interview\ntitle: {line}\nmethod: {line}\nurl: {line}\nfile: {line}\n"
        f"quotes: [{{text: {line}, said_by: {line}, lang: {line}}}]\n"
    )
    files["initiatives/bad.yml"] = f"title: {line}\ntracker: {line}\ndecision: {line}\n"
    files["metrics/bad.yml"] = (
        f"title: {line}\nunit: {line}\nreadings: [{{date: 2026-09, value: 1, note: {line}}},"
        " {date: 2026-10, value: 2}]\n"
    )
    catalog = catalog_of(tmp_path, files)
    seen = 0
    for _, tree in written(catalog):
        assert not tree.xpath("//script | //img[@onerror] | //*[@onerror] | //*[@style]")
        assert not tree.xpath('//a[starts-with(@href, "javascript")]')
        assert "49" not in "".join(tree.xpath("//h1//text()"))
        seen += EVIL in "".join(tree.xpath("//text()"))
    assert seen > 5


@pytest.mark.parametrize("files", [FULL, SPARSE, {}], ids=["full", "sparse", "empty"])
def test_every_link_leads_to_a_page_and_a_place_on_it(
    files: dict[str, str], tmp_path: Path
) -> None:
    catalog = catalog_of(tmp_path, files)
    trees = dict(written(catalog))
    anchors = {folder: set(tree.xpath("//@id")) for folder, tree in trees.items()}
    dead = []
    for folder, tree in trees.items():
        ids = [one for one in tree.xpath("//@id") if not one.startswith("jm-")]
        assert len(ids) == len(set(ids)), folder
        for href in tree.xpath("//a[not(@download)]/@href"):
            if "://" in href:
                continue
            path, _, anchor = href.partition("#")
            there = normpath(join("/", folder, path)).strip("/") if path else folder
            if there not in anchors or (anchor and anchor not in anchors[there]):
                dead.append(f"{folder}: {href}")
    assert dead == []
