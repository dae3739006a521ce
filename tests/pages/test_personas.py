"""The page of all personas, and that of segments with one for each."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.address import page_key
from tests.maps_on_disk import catalog_of
from tests.pages.people_maps import PEOPLE, SPARSE
from tests.pages.reading import has_page, headings, links, part, shown, words

OWLS = Key("segment", "night-owls")


def test_personas_come_by_priority_and_those_without_one_last(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, PEOPLE | {"personas/anna.yml": "name: Anna\n"})
    cards = shown(catalog, page_key("personas")).xpath("//li//h2")
    assert [words(one) for one in cards] == ["Carl", "Bea Lamp", "Anna"]


def test_a_card_says_role_segment_journey_and_how_well_she_is_known(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, PEOPLE), page_key("personas"))
    card = words(tree.xpath("//li[.//h2/a[text()='Bea Lamp']]")[0])
    for text in ("Reads at night", "Night owls, 12% of homes", "I order a lamp", "Weak"):
        assert text in card
    assert "BL" in card  # no portrait: initials


def test_a_persona_who_travels_nowhere_says_so(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, {"personas/zoe.yml": "name: Zoe\n"}), page_key("personas"))
    assert "Travels no journey yet" in words(tree)


def test_a_handbook_without_people_has_no_pages_for_them(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, SPARSE)
    for name in ("personas", "segments", "stakeholders", "lifecycle"):
        assert not has_page(catalog, page_key(name))


def test_a_persona_who_cannot_be_read_is_still_listed(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, {"personas/zoe.yml": "name: [\n"}), page_key("personas"))
    assert links(tree)["Zoe"] == "zoe/"


def test_segments_are_a_table_with_who_stands_for_them(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, PEOPLE), page_key("segments"))
    (row,) = tree.xpath("//tbody/tr")
    assert words(row).startswith("Night owls")
    for text in ("40,000 homes", "12%", "80 EUR", "Bea Lamp", "Weak"):
        assert text in words(row)


def test_a_segment_tells_size_worth_definition_personas_and_their_journeys(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, PEOPLE), OWLS)
    for text in ("Size 40,000 homes", "Share of customers 12%", "Worth 80 EUR"):
        assert text in words(tree)
    assert tree.xpath("//em/text()") == ["midnight"]
    assert "Bea Lamp" in part(tree, "personas")
    assert "I order a lamp" in part(tree, "journeys-of-personas")
    assert "Personas Bea Lamp" in part(tree, "used-by")


def test_a_journey_that_names_the_segment_stands_once(tmp_path: Path) -> None:
    order = PEOPLE["journeys/order.yml"] + "segments: [night-owls]\n"
    tree = shown(catalog_of(tmp_path, PEOPLE | {"journeys/order.yml": order}), OWLS)
    assert "I order a lamp" in part(tree, "journeys")
    assert "journeys-of-personas" not in headings(tree)


def test_a_segment_of_only_a_title_looks_right(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, {"segments/x.yml": "title: X\n"}), Key("segment", "x"))
    assert headings(tree) == ["personas", "journeys", "used-by"]
    assert "None" not in words(tree)
