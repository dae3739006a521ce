"""The pages of touchpoints and channels: where they are met, and how that feels."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.address import page_key
from tests.maps_on_disk import catalog_of
from tests.pages.figure_maps import FULL, SPARSE
from tests.pages.reading import headings, links, page_of, part, shown, words

SHOP_PAGE = Key("touchpoint", "shop-page")


def test_a_touchpoint_lists_every_step_of_every_journey_that_uses_it(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), SHOP_PAGE)
    table = tree.xpath('//h2[@id="steps"]/following-sibling::table[1]')[0]
    rows = [words(row) for row in table.xpath("./tbody/tr")]
    assert [row.partition("I order")[0] for row in rows] == [
        "I compare ",
        "They pack it ",
        "I pay behind the scenes ",
        "I listen first ",
    ]
    assert "Failing lost" in rows[0]
    assert "Shop team" in rows[0]
    assert "Future state" in rows[3]


def test_its_mean_emotion_is_that_of_today_in_the_customers_sight(tmp_path: Path) -> None:
    facts = page_of(catalog_of(tmp_path, FULL), SHOP_PAGE).facts
    # -2 at the one step she sees today; +1 is only planned and +2 is not in her sight.
    assert facts.mean == -2


def test_a_touchpoint_tells_all_its_fields(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), SHOP_PAGE)
    said = words(tree)
    for text in ("Where lamps stand.", "Ours", "Now and then: Calls", "900", "shop", "Old."):
        assert text in said
    found = links(tree)
    assert found["https://shop.example/lamps"] == "https://shop.example/lamps"
    assert found["The till"] == "../../stakeholders/till/"
    assert found["The web"] == "../../channels/web/"
    assert "It may hum" in part(tree, "pain-points")
    assert "Record every lamp" in part(tree, "pain-points")


def test_an_address_that_is_no_web_address_is_shown_as_text(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), Key("touchpoint", "poster"))
    assert "file:///etc/passwd" in words(tree)
    assert not tree.xpath('//a[starts-with(@href, "file:")]')


def test_the_list_of_touchpoints_begins_with_the_lowest_feeling(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), page_key("touchpoints"))
    rows = [words(row) for row in tree.xpath("//tbody/tr")]
    assert rows[0].startswith("The shop page")
    assert rows[1] == "A poster — Somebody else’s — 0 0 — Not scored"


def test_a_channel_is_met_at_its_touchpoints_unless_the_step_names_another(
    tmp_path: Path,
) -> None:
    catalog = catalog_of(tmp_path, FULL)
    facts = page_of(catalog, Key("channel", "web")).facts
    assert [one.part.text for one in facts.encounters] == [
        "I compare",
        "They pack it",
        "I pay",
        "I listen first",
        "I pay",
    ]
    phone = page_of(catalog, Key("channel", "phone")).facts
    assert [(one.part.text, one.way) for one in phone.encounters] == [
        ("I ring", "there"),
        ("I pay", "variant"),
    ]


def test_a_channel_tells_who_likes_it_and_where_customers_come_from(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), Key("channel", "phone"))
    assert part(tree, "personas") == "Avoid it Bea"
    assert "The web 1 1" in part(tree, "switches")
    assert "Person to person Not online" in words(tree)
    assert "Until eight." in words(tree)


def test_the_list_of_channels_counts_switches_in_and_out(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), page_key("channels"))
    cells = [words(cell) for cell in tree.xpath("//tbody/tr[2]/td")]
    assert cells == ["Person to person", "No", "2", "0", "1", "1", "Positive, +1"]


@pytest.mark.parametrize("key", [SHOP_PAGE, Key("channel", "web")])
def test_one_that_nothing_uses_says_only_that(key: Key, tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, SPARSE), key)
    assert headings(tree) == ["used-by"]
    assert "Nobody has scored it today" in words(tree)
