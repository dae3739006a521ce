"""All maps on one page, to choose from."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.address import page_key
from mkdocs_journeys.pages.journeys import JourneyCard, card, cards
from tests.maps_on_disk import catalog_of
from tests.pages.journey_maps import FULL, SPARSE
from tests.pages.reading import headings, links, shown, words

JOURNEYS = page_key("journeys")


def told(folder: Path) -> dict[str, JourneyCard]:
    return {one.journey.id: one for one in cards(catalog_of(folder, FULL))}


def test_retired_maps_come_last(tmp_path: Path) -> None:
    retired = "title: A\nstatus: retired\nsteps: [{title: S}]\n"
    catalog = catalog_of(tmp_path, FULL | {"journeys/a.yml": retired})
    assert [one.journey.id for one in cards(catalog)] == ["order", "order-future", "a", "sleep"]


def test_a_card_tells_who_travels_how_it_feels_and_how_sure_we_are(tmp_path: Path) -> None:
    one = told(tmp_path)["order"]
    assert [person.name for person in one.personas] == ["Bea", "Carl"]
    # The curve on a card is that of the first persona.
    assert one.scores == (-2, -0.5, 2)
    assert one.handled == (("failing", 1),)
    assert one.review is not None
    assert one.review.standing == "fresh"
    assert one.evidence == "assumption"
    assert one.lifecycle == (Key("lifecycle", "find"),)


def test_a_map_without_personas_shows_the_curve_of_all(tmp_path: Path) -> None:
    text = "title: A\nsteps: [{title: S, emotion: 1}, {title: T, emotion: -1}]\n"
    catalog = catalog_of(tmp_path, {"journeys/a.yml": text})
    (journey,) = catalog.all(Journey)
    assert card(catalog, journey).scores == (1, -1)


def test_the_page_leads_to_every_map_and_shows_how_they_hang_together(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), JOURNEYS)
    found = links(tree)
    assert found["I order a lamp"] == "order/"
    assert found["I order, one day"] == "order-future/"
    assert tree.xpath('//*[@id="picture"]')
    assert tree.xpath('//svg[contains(@class, "jm-flow__svg")]')


def test_a_sparse_map_has_a_card_too(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, SPARSE), JOURNEYS)
    assert links(tree)["I order a lamp"] == "order/"


def test_without_maps_it_says_what_to_do(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path), JOURNEYS)
    assert "Put one into maps/journeys/" in words(tree)
    assert "picture" not in headings(tree)


def test_the_matrix_says_who_travels_what_and_how_it_feels_to_them(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), JOURNEYS)
    table = tree.xpath('//h2[@id="by-persona"]/following::table')[0]
    heads = [words(one) for one in table.xpath("./thead//th")]
    rows = {words(row[0]): [words(cell) for cell in row[1:]] for row in table.xpath("./tbody/tr")}
    assert heads[:3] == ["Journey", "Bea", "Carl"]
    assert rows["I order a lamp"][0] == "Neutral, −0.2"
    assert rows["I sleep"] == ["· no"] * (len(heads) - 1)


def test_the_matrix_leads_to_the_stages_in_each_part_of_the_lifecycle(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), JOURNEYS)
    table = tree.xpath('//h2[@id="by-lifecycle"]/following::table')[0]
    assert links(table)["I order a lamp"] == "order/"
    assert [one for one in links(table).values() if one.startswith("order/") and one != "order/"]


def test_a_handbook_without_personas_and_lifecycle_has_no_matrix(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, {"journeys/a.yml": "title: A\n"})
    assert headings(shown(catalog, JOURNEYS)) == ["picture"]
