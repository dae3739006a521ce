"""What the site's search finds of a handbook."""

from __future__ import annotations

import json
import re

from tests.site.link_check import pages_of
from tests.site.project import HANDBOOK, ORDER, Built, Project

HOSTILE = "</p><script>alert(1)</script> & \"quoted\" 'too' {{ 7*7 }} <b>"


def found_by(built: Built, words: str) -> set[str]:
    """The addresses that hold the words in their title or text."""
    return {
        one["location"]
        for one in built.search_entries
        if words.lower() in f"{one['title']} {one['text']}".lower()
    }


def test_personas_steps_and_quotes_are_found_by_their_words(small: Built) -> None:
    assert "personas/bea/" in found_by(small, "Night baker")
    assert "journeys/order/#step-search" in found_by(small, "Searches for a price")
    assert any(place.startswith("journeys/order/") for place in found_by(small, "Is there anybody"))


def test_a_find_leads_to_a_page_and_an_anchor_that_are_there(small: Built) -> None:
    ids = {page.address: page.ids for page in pages_of(small.site)}
    for entry in small.search_entries:
        path, _, anchor = entry["location"].partition("#")
        assert f"{path}index.html" in ids, entry["location"]
        assert not anchor or anchor in ids[f"{path}index.html"], entry["location"]


def test_no_page_is_found_twice(small: Built) -> None:
    places = [one["location"] for one in small.search_entries]
    assert len(places) == len(set(places))


def test_the_words_of_pictures_and_of_hidden_things_are_not_in_the_index(small: Built) -> None:
    """An icon or a drawing repeats the words of the map; as a find they lead nowhere."""
    texts = " ".join(f"{one['title']} {one['text']}" for one in small.search_entries)
    assert "svg" not in texts.lower()
    assert not re.search(r"jm-|viewBox|xlink", texts)


def test_what_people_typed_is_text_in_the_index_and_on_every_page(project: Project) -> None:
    quoted = json.dumps(HOSTILE)
    order = ORDER.replace("Order a line", quoted).replace("Searches for a price", quoted)
    project.write(HANDBOOK | {"maps/journeys/order.yml": order})
    features = ("navigation.tabs", "navigation.indexes", "navigation.path", "navigation.footer")
    built = project.configure(features=features).build(strict=True)
    for entry in built.search_entries:
        assert not re.search(r"<(?!/?p>)", entry["title"] + entry["text"]), entry
    assert any("&lt;script&gt;" in one["title"] for one in built.search_entries)
    for page in pages_of(built.site):
        assert "alert(1)" not in " ".join(page.tree.xpath("//script/text()")), page.address
        assert page.tree.xpath("//b[ancestor::*[contains(@class, 'md-')]]/script") == []
    tree = built.page("journeys/order").tree
    assert tree.findtext(".//title") == f"{HOSTILE} - Small"
    named = {
        "menu": "//nav[contains(@class, 'md-nav--primary')]//a",
        "header": "//*[contains(@class, 'md-header__topic')]",
        "heading": "//h1",
    }
    for where, xpath in named.items():
        words = [" ".join(one.text_content().split()) for one in tree.xpath(xpath)]
        assert any(" ".join(HOSTILE.split()) in one for one in words), (where, words)


def test_a_page_that_searches_shall_not_find_is_left_out(project: Project) -> None:
    meta = {"docs/personas/.meta.yml": "search: {exclude: true}\n"}
    built = project.write(HANDBOOK | meta).configure(plugins=("meta", "search")).build(strict=True)
    assert not any(place.startswith("personas/") for place in found_by(built, "Bea Brook"))
    assert "Bea Brook" in built.page("personas/bea").text


def test_a_site_without_search_is_built_all_the_same(handbook: Project) -> None:
    built = handbook.configure(plugins=()).build(strict=True)
    assert not built.has("search/search_index.json")
    assert "Bea Brook" in built.page("personas/bea").text


def test_the_index_can_be_left_alone(handbook: Project) -> None:
    built = handbook.configure(journeys={"search": False}).build(strict=True)
    assert found_by(built, "Night baker") == set()
