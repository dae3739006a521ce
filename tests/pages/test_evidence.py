"""The pages of evidence and insights: how we know, and all that leans on it."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.address import page_key
from tests.maps_on_disk import catalog_of
from tests.pages.figure_maps import FULL, SPARSE
from tests.pages.reading import headings, links, part, shown, words

TALKS = Key("evidence", "talks")


def test_every_claim_that_leans_on_evidence_is_listed_with_its_place(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), TALKS)
    rows = tree.xpath('//h2[@id="claims"]/following-sibling::table/tbody/tr')
    assert [words(row) for row in rows] == [
        "Emotion −2 lost I compare",
        "Moment of truth Will it hum? I compare",
        "Pain point It may hum It may hum",
        "Quote I hear it at night. I compare",
        "Insight Noise is fear Noise is fear",
    ]
    assert links(tree)["It may hum"] == "../../journeys/order/#pain-point-hum"


def test_evidence_tells_when_it_went_stale_by_the_limit_of_its_kind(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, FULL)
    assert "Stale since 31 July 2026" in words(shown(catalog, TALKS))
    assert "Fresh until 30 April 2027" in words(shown(catalog, Key("evidence", "log")))
    assert "Fresh" not in words(shown(catalog, Key("evidence", "trial")))


def test_a_file_is_a_name_and_an_unsafe_address_is_text(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), TALKS)
    assert words(tree.xpath("//dd/code")[0]) == "talks.pdf"
    assert "secret" not in words(tree)
    assert "javascript:alert(1)" in words(tree)
    assert not tree.xpath('//a[contains(@href, "javascript")]')


def test_an_experiment_has_its_table(tmp_path: Path) -> None:
    said = part(shown(catalog_of(tmp_path, FULL), Key("evidence", "trial")), "experiment")
    for text in ("No film", "A film", "Calls", "40", "Six calls fewer"):
        assert text in said


def test_quotes_of_evidence_name_step_and_persona(tmp_path: Path) -> None:
    said = part(shown(catalog_of(tmp_path, FULL), TALKS), "quotes")
    assert "I hear it at night." in said
    assert "I compare , Bea" in said


def test_the_register_counts_claims_and_can_be_narrowed(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), page_key("evidence"))
    rows = {words(row.xpath("./th")[0]): words(row) for row in tree.xpath("//tbody/tr")}
    assert list(rows) == ["The call list", "Talks at night", "The film in one town"]
    talks = rows["Talks at night"]
    assert "Interview qualitative 31 January 2025 11 An hour each 5 Stale since" in talks
    assert tree.xpath("//@data-jm-filter") == ["tells", "freshness", "kind"]


def test_evidence_with_nothing_but_its_kind_looks_right(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, SPARSE), TALKS)
    assert headings(tree) == ["used-by"]
    assert "0 claims lean on it" in words(tree)


def test_an_insight_tells_its_sources_and_what_came_of_it(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), Key("insight", "humming"))
    said = words(tree)
    for text in ("Noise", "Negative", "Support spike", "I choose", "I compare", "Talks at night"):
        assert text in said
    assert "Record every lamp" in part(tree, "opportunities")
    assert "A film In progress" in part(tree, "opportunities")
    assert "Moderate" in said


def test_an_insight_without_evidence_is_called_an_assumption(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, SPARSE), Key("insight", "humming"))
    assert "Where we know it from Assumption" in words(tree)
    rows = shown(catalog_of(tmp_path, FULL), page_key("insights")).xpath("//tbody/tr")
    assert "Record every lamp" in words(rows[0])
