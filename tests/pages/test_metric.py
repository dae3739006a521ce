"""The pages of metrics: where a figure stands, where it goes, and what is not comparable."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.address import page_key
from tests.maps_on_disk import catalog_of
from tests.pages.figure_maps import FULL, SPARSE
from tests.pages.reading import headings, links, page_of, part, shown, words

CALLS = Key("metric", "calls")


def test_the_page_says_now_target_direction_and_start_in_words(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), CALLS)
    said = [words(one) for one in tree.xpath('//ul[@class="jm-kpis"]/li')]
    assert said[0] == "Now, December 2026 7 calls 2 less than before, better"
    assert said[1] == "Target, by 31 March 2027 5 calls 2 above target"
    assert said[2] == "Direction Lower is better read monthly"
    assert said[3] == "Owner Shop team source: Call list"
    assert "Where we started 20 calls" in part(tree, "definition")


def test_every_reading_stands_in_the_table_with_whose_it_is(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), CALLS)
    table = tree.xpath('//h2[@id="readings"]/following-sibling::table[1]')[0]
    rows = [words(row) for row in table.xpath("./tbody/tr")]
    assert len(rows) == 6
    assert rows[0].startswith("December 2026 predicted 7 −2 +2")
    # The first one after the series breaks has nothing to be compared with.
    assert rows[2] == "September 2026 12 – None +7 — All New list"
    assert "Night owls , Bea , I compare , At night" in rows[-1]


def test_the_chart_joins_nothing_across_a_break_and_shows_what_is_predicted(
    tmp_path: Path,
) -> None:
    tree = shown(catalog_of(tmp_path, FULL), CALLS)
    (chart,) = tree.xpath('//svg[contains(@class, "jm-chart")]')
    lines = chart.xpath("./polyline/@class")
    # Five readings of all, cut once: three lines, the last of them to a day after today.
    assert lines == ["jm-chart__line"] * 2 + ["jm-chart__line jm-chart__line--guess"]
    assert len(chart.xpath("./circle")) == 5
    assert "series breaks" in words(chart)
    assert "target 5" in words(chart)
    assert chart.get("aria-label") == (
        "Calls from Jun 26 to Dec 26: first 20, last 7. The target is 5."
        " The series breaks in between."
        " All readings stand in the table."
    )


def test_initiatives_that_began_meanwhile_are_marked_and_named(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), CALLS)
    assert "which may explain a change: New list, A film begins ." in part(tree, "trend")
    drawn = [words(one) for one in tree.xpath('//text[@class="jm-chart__ew"]')]
    assert drawn == ["New list", "A film begins"]
    assert len(tree.xpath('//line[@class="jm-chart__event"]')) == 2


def test_it_tells_where_it_sits_and_who_expects_to_change_it(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), CALLS)
    assert "A film In progress to 5 31 March 2027" in part(tree, "expected")
    sits = part(tree, "where")
    assert "I compare I order a lamp Current state Failing Will it hum? 9 calls 5 calls" in sits
    assert "Fewer calls objective of I order a lamp Current state — — 5 calls" in sits


def test_the_definition_holds_every_field(tmp_path: Path) -> None:
    said = part(shown(catalog_of(tmp_path, FULL), CALLS), "definition")
    for text in ("Calls by month", "Call list", "0 to 100", "Why do you ring?", "1 August 2026"):
        assert text in said
    assert "noise" in said
    assert "Counted by hand." in said


def test_a_forecast_says_that_nobody_has_observed_it(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), Key("metric", "guess"))
    assert "nobody has observed these figures yet" in words(tree)
    assert tree.xpath("//polyline/@class") == ["jm-chart__line jm-chart__line--guess"]


def test_a_metric_that_nobody_has_read_says_so_and_has_no_chart(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, SPARSE), CALLS)
    assert headings(tree) == ["readings", "definition", "used-by"]
    assert "Nobody has read it yet." in part(tree, "readings")


def test_the_list_puts_those_that_miss_their_target_first(tmp_path: Path) -> None:
    kept = "title: Kept\ndirection: up\ntarget: 3\nreadings: [{date: 2026-10, value: 4}]\n"
    catalog = catalog_of(tmp_path, FULL | {"metrics/a-kept.yml": kept})
    rows = shown(catalog, page_key("metrics")).xpath("//tbody/tr/th")
    assert [words(row) for row in rows] == ["Calls M-1", "Guessed calls Forecast", "Kept"]


@pytest.mark.parametrize("kind", ["metrics", "evidence", "insights", "opportunities"])
def test_an_empty_list_says_where_to_put_the_first_one(kind: str, tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path)
    assert f"maps/{kind}/" in words(shown(catalog, page_key(kind)))
    assert not page_of(catalog, page_key(kind)).is_listed


def test_a_metric_leads_to_its_owner_and_its_source(tmp_path: Path) -> None:
    found = links(shown(catalog_of(tmp_path, FULL), CALLS))
    assert found["Shop team"] == "../../stakeholders/shop-team/"
    assert found["The call list"] == "../../evidence/log/"
