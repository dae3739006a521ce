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
    assert "2026-09-15 to 2026-11-01" in said


def test_an_opportunity_shows_the_chain_from_pain_to_metric(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), RECORD)
    said = part(tree, "chain")
    hurts, better, does, changes = (
        said.index(text)
        for text in ("It may hum", "A button with sound", "A film In progress", "Calls : to 5")
    )
    assert hurts < better < does < changes
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
    assert "Calls to 5 2027-03-31 18 calls 2026-07 7 calls 2026-12 11 less, better" in part(
        tree, "effects"
    )
    assert "may have other causes" in part(tree, "effects")


def test_readings_on_both_sides_of_a_break_are_never_compared(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), FILM)
    assert "The series breaks in between" in part(tree, "effects")
    assert "less, better" not in part(tree, "effects")


def test_an_initiative_tells_why_it_was_decided_and_what_waits(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), FILM)
    assert "Overdue since 1 November 2026" in words(tree)
    assert "Cheapest Shop team , 2026-08-30" in part(tree, "decision")
    assert "The call list" in part(tree, "decision")
    assert "Waits for Sounds Done" in part(tree, "depends")
    assert "A tune Planned due 2027-02" in part(tree, "depends")
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
