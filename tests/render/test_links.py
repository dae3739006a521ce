"""From a thing to the way there, as seen from a page."""

from __future__ import annotations

import pytest

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.render.links import Links, Style, elsewhere

ORDER, CHOOSE, ASK = Key("journey", "order"), Key("stage", "order/choose"), Key("step", "order/ask")


@pytest.mark.parametrize(
    ("page", "key", "then"),
    [
        (HOME, ORDER, "journeys/order/"),
        (ORDER, HOME, "../../"),
        (HOME, HOME, "./"),
        (ORDER, ORDER, "./"),
        (ORDER, CHOOSE, "choose/"),
        (CHOOSE, ORDER, "../"),
        (ORDER, Key("persona", "bea"), "../../personas/bea/"),
        (ORDER, ASK, "#step-ask"),
        (CHOOSE, ASK, "../#step-ask"),
        (CHOOSE, Key("step-of-stage", "order/choose/ask"), "#step-ask"),
        (ORDER, Key("term", "hum"), "../../glossary/#term-hum"),
        (page_key("glossary"), Key("term", "hum"), "#term-hum"),
        (elsewhere("guides/night"), ORDER, "../../journeys/order/"),
        (elsewhere(""), ASK, "journeys/order/#step-ask"),
    ],
)
def test_a_link_is_relative_to_the_page_it_stands_on(page: Key, key: Key, then: str) -> None:
    assert Links().href(page, key) == then


@pytest.mark.parametrize(
    ("style", "sister", "own", "home"),
    [
        ("folder", "../../personas/bea/", "./", "../../"),
        ("file", "../../personas/bea/index.html", "index.html", "../../index.html"),
        ("markdown", "../../personas/bea/index.md", "index.md", "../../index.md"),
    ],
)
def test_a_link_ends_as_the_host_wants_it(style: Style, sister: str, own: str, home: str) -> None:
    links = Links(style=style)
    assert links.href(ORDER, Key("persona", "bea")) == sister
    assert links.href(ORDER, ORDER) == own
    assert links.href(ORDER, HOME) == home
    assert links.href(ORDER, ASK) == "#step-ask"


def test_below_a_prefix_our_pages_link_as_before() -> None:
    links = Links(prefix="cx/handbook")
    assert links.folder(ORDER) == "cx/handbook/journeys/order"
    assert links.file(ORDER) == "cx/handbook/journeys/order/index.md"
    assert links.href(ORDER, Key("persona", "bea")) == "../../personas/bea/"
    assert links.href(elsewhere("guides"), ORDER) == "../cx/handbook/journeys/order/"
    assert links.href(ORDER, HOME) == "../../"


def test_the_dashboard_may_stand_beside_somebody_s_own_home() -> None:
    links = Links(home="handbook")
    assert links.folder(HOME) == "handbook"
    assert links.file(HOME) == "handbook/index.md"
    assert links.href(ORDER, HOME) == "../../handbook/"
    assert links.href(HOME, ORDER) == "../journeys/order/"


def test_at_the_top_of_the_site_the_home_has_no_folder() -> None:
    assert (Links().folder(HOME), Links().file(HOME)) == ("", "index.md")


@pytest.mark.parametrize(
    ("uri", "key", "then"),
    [
        ("index.md", ORDER, "journeys/order/index.md"),
        ("guides/night.md", ASK, "../journeys/order/index.md#step-ask"),
        ("journeys/order/index.md", CHOOSE, "choose/index.md"),
    ],
)
def test_a_hand_written_file_links_to_files(uri: str, key: Key, then: str) -> None:
    assert Links().from_file(uri, key) == then


def test_a_page_that_somebody_wrote_for_our_address_is_linked_as_their_file() -> None:
    links = Links(by_hand={"journeys/order/index.md": "journeys/order.md"})
    assert links.from_file("guides/night.md", ORDER) == "../journeys/order.md"


def test_what_an_address_may_not_hold_is_written_in_percent() -> None:
    links = Links(prefix="über uns")
    assert links.href(elsewhere(""), ORDER) == "%C3%BCber%20uns/journeys/order/"
    assert links.from_file("index.md", ORDER) == "%C3%BCber%20uns/journeys/order/index.md"


def test_assets_are_found_from_every_page() -> None:
    assert Links().asset(HOME, "lead-on.js") == "assets/journeys/lead-on.js"
    assert Links().asset(CHOOSE, "a b.png") == "../../../assets/journeys/a%20b.png"
    assert Links(prefix="cx").asset(ORDER, "x.css") == "../../../assets/journeys/x.css"


def test_a_line_of_a_file_has_an_address_where_the_host_knows_one() -> None:
    links = Links(sources={"maps/a.yml": "https://x.example/a.yml", "b": "https://x.example/#b"})
    assert links.source("maps/a.yml", 7) == "https://x.example/a.yml#L7"
    # What stands behind the sign is taken already.
    assert links.source("b", 7) == "https://x.example/#b"
    assert links.source("maps/c.yml", 7) is None


def test_the_page_of_a_rule_is_reached_from_any_depth() -> None:
    links = Links(prefix="cx", rule_pages={"orphan": "manual/reference/rules/orphan/"})
    assert links.rule_page(ORDER, "orphan") == "../../../manual/reference/rules/orphan/"
    assert links.rule_page(ORDER, "wish") is None
