"""The page of a map that cannot be read: at its address, it says what is wrong and where."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.address import page_key
from tests.maps_on_disk import catalog_of
from tests.pages.reading import has_page, page_of, part, shown, words

FILES = {
    "journeys/order.yml": "title: I order\nstages: [\n",
    "personas/bea.yml": "name: Bea\nquote: *\n",
    "opportunities/light.yml": "title: Light\nsteps: order/compare\n",
    "initiatives/lamp.yml": "title: A lamp\nopportunity: light\n",
}
ORDER = Key("journey", "order")


def test_it_stands_at_the_address_of_the_map_and_names_file_line_and_column(
    tmp_path: Path,
) -> None:
    tree = shown(catalog_of(tmp_path, FILES), ORDER)
    assert words(tree.xpath("//h1")[0]) == "Order"
    (alert,) = tree.xpath('//*[@role="alert"]')
    assert words(alert.xpath(".//strong/code")[0]) == "maps/journeys/order.yml"
    (place,) = alert.xpath(".//li/code")
    assert words(place).startswith("maps/journeys/order.yml:")
    assert len(words(place).split(":")) == 3


def test_it_opens_its_yaml_and_hangs_where_the_map_would(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, FILES)
    page = page_of(catalog, ORDER)
    assert (page.source, page.above) == ("maps/journeys/order.yml", page_key("journeys"))
    assert page_of(catalog, Key("persona", "bea")).above == page_key("personas")


def test_those_who_wait_for_it_are_named(tmp_path: Path) -> None:
    files = FILES | {"journeys/night.yml": "title: At night\nsteps: [{title: S, journey: order}]\n"}
    tree = shown(catalog_of(tmp_path, files), ORDER)
    assert "S At night" in part(tree, "used-by")


def test_one_broken_file_hides_no_other_page(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, FILES)
    for key in (Key("opportunity", "light"), Key("initiative", "lamp"), page_key("journeys")):
        assert has_page(catalog, key)


def test_of_two_files_of_one_name_the_readable_one_is_shown(tmp_path: Path) -> None:
    files = {"personas/bea.yml": "name: [\n", "personas/more/bea.yml": "name: Bea\n"}
    page = page_of(catalog_of(tmp_path, files), Key("persona", "bea"))
    assert page.template == "persona"


def test_what_the_author_typed_is_text(tmp_path: Path) -> None:
    files = {"journeys/order.yml": 'title: A\n"<script>alert(1)</script>": [x\n'}
    tree = shown(catalog_of(tmp_path, files), ORDER)
    assert not tree.xpath("//script")
