"""The pages of opportunities and initiatives: the chain from what hurts to what shows it."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.address import page_key
from tests.maps_on_disk import catalog_of
from tests.pages.figure_maps import FULL, SPARSE
from tests.pages.reading import headings, links, page_of, part, shown, words

RECORD = Key("opportunity", "record")
FILM = Key("initiative", "film")


def test_opportunities_are_ranked_by_weighted_impact_minus_effort(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, FULL)
    facts = page_of(catalog, page_key("opportunities")).facts
    # (3 x 5 + 1 x 1) / 4 = 4, minus effort 2.
    assert [(one.opportunity.id, one.place, one.impact, one.score) for one in facts.rows] == [
        ("record", 1, 4, 2),
        ("gift", 2, 2, -3),
        ("someday", None, None, None),
    ]
    said = words(shown(catalog, page_key("opportunities")))
    assert "for the customer (75%) and for the company (25%)" in said
    assert "Sept – Nov 2026" in said


def test_every_row_of_the_backlog_has_an_anchor_and_the_number_of_its_dot(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), page_key("opportunities"))
    rows = {row.get("id"): words(row.xpath("./th")[0]) for row in tree.xpath("//tbody/tr[@id]")}
    assert rows == {
        "opportunity-record": "1 O-1 Record every lamp",
        "opportunity-gift": "2 A gift",
        "opportunity-someday": "3 Some day",
    }
    dots = tree.xpath('//*[contains(@class, "jm-mx-n")]')
    assert [dot.get("data-jm-row") for dot in dots] == ["opportunity-record", "opportunity-gift"]
    assert [words(dot.xpath("./title")[0]) for dot in dots] == [
        "1 Record every lamp. Impact 4 and effort 2 of 5. In delivery.",
        "2 A gift. Impact 2 and effort 5 of 5. Idea.",
    ]


def test_what_is_not_rated_is_in_the_list_with_what_is_missing(tmp_path: Path) -> None:
    files = {
        "opportunities.yml": "- {id: a, title: A, effort: 2}\n- {id: b, title: B,"
        " business_value: 2}\n- {id: c, title: C}\n"
    }
    tree = shown(catalog_of(tmp_path, files), page_key("opportunities"))
    said = {row.get("id"): words(row) for row in tree.xpath("//tbody/tr")}
    assert "Not rated yet: the value is missing" in said["opportunity-a"]
    assert "Not rated yet: the effort is missing" in said["opportunity-b"]
    assert "Not rated yet: value and effort are missing" in said["opportunity-c"]
    assert not tree.xpath('//*[contains(@class, "jm-mx-n")]')
    assert "Nothing open is rated yet." in part(tree, "matrix")


def test_the_backlog_names_stages_of_today_and_of_the_future_only_without_them(
    tmp_path: Path,
) -> None:
    future = FULL["journeys/order-future.yml"].replace(
        "title: I listen first", "title: I listen first\n        opportunities: [record, gift]"
    )
    catalog = catalog_of(tmp_path, FULL | {"journeys/order-future.yml": future})
    rows = {
        one.opportunity.id: one for one in page_of(catalog, page_key("opportunities")).facts.rows
    }
    assert [one.journey.text for one in rows["record"].arising] == ["I order a lamp"]
    assert [one.journey.text for one in rows["gift"].arising] == ["I order, one day"]


def test_a_handbook_without_opportunities_says_what_to_write(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, {"journeys/order.yml": "title: I order\n"})
    for name, folder in (
        ("opportunities", "maps/opportunities/"),
        ("roadmap", "maps/initiatives/"),
        ("initiatives", "maps/initiatives/"),
    ):
        assert not page_of(catalog, page_key(name)).is_listed
        assert folder in words(shown(catalog, page_key(name)))


def test_an_opportunity_shows_the_chain_from_quote_to_reading(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), RECORD)
    said = part(tree, "chain")
    places = [
        said.index(text)
        for text in (
            *("I hear it at night.", "It may hum", "A button with sound"),
            *("A film In progress", "Calls Expected: to 5 by 31 March 2027"),
        )
    ]
    assert places == sorted(places)
    # The reading of December is a forecast: the newest one of all is not the newest one read.
    assert "Now: 9 calls October 2026" in said
    assert links(tree)["It may hum"] == "../../journeys/order/#pain-point-hum"
    for text in ("4 of 5", "500 EUR", "Fewer calls", "Noise is fear"):
        assert text in words(tree)


def test_an_opportunity_that_stands_alone_says_what_is_missing(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, SPARSE), RECORD)
    assert headings(tree) == ["chain", "used-by"]
    assert "No pain point leads here yet." in part(tree, "chain")
    assert "No initiative yet." in part(tree, "chain")


def test_an_initiative_compares_what_it_expects_with_what_was_read_since(tmp_path: Path) -> None:
    readings = FULL["metrics/calls.yml"].replace("series_break: 2026-08-01\n", "")
    catalog = catalog_of(tmp_path, FULL | {"metrics/calls.yml": readings})
    tree = shown(catalog, FILM)
    # The last reading that ended before 15 September is July's: September itself is cut in two.
    assert (
        "Calls to 5 31 March 2027 18 calls July 2026 9 calls October 2026 9 less, better"
        in part(tree, "effects")
    )
    assert "may have other causes" in part(tree, "effects")


def test_readings_on_both_sides_of_a_break_are_never_compared(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), FILM)
    assert "The series breaks in between" in part(tree, "effects")
    assert "less, better" not in part(tree, "effects")


def test_an_initiative_tells_why_it_was_decided_and_what_waits(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), FILM)
    assert "Overdue since 1 November 2026" in words(tree)
    assert "Cheapest Shop team , 30 August 2026" in part(tree, "decision")
    assert "The call list" in part(tree, "decision")
    assert "Waits for Sounds Done done 1 August 2026" in part(tree, "depends")
    assert "A tune Planned due February 2027" in part(tree, "depends")
    found = links(tree)
    assert found["https://work.example/film"] == "https://work.example/film"
    assert found["It may hum"] == "../../journeys/order/#pain-point-hum"


def test_what_is_done_or_not_yet_due_is_not_overdue(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, FULL)
    groups = page_of(catalog, page_key("initiatives")).facts.groups
    assert [(status, [row.is_overdue for row in rows]) for status, rows in groups] == [
        ("in-progress", [True]),
        ("planned", [False]),
        ("done", [False]),
    ]


def test_an_initiative_without_anything_has_a_page_all_the_same(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, SPARSE), FILM)
    assert headings(tree) == ["used-by"]
    assert words(tree.xpath("//h1")[0]) == "Film"
