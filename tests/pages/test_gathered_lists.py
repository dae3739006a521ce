"""The lists over all maps: moments of truth, pain points, quotes, objectives, reviews."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.address import page_key
from tests.maps_on_disk import catalog_of
from tests.pages.figure_maps import FULL, SPARSE
from tests.pages.reading import links, page_of, shown, words

LISTS = ("moments", "pain-points", "quotes", "objectives", "reviews")


def rows_of(tmp_path: Path, name: str, files: dict[str, str] = FULL) -> list[str]:
    tree = shown(catalog_of(tmp_path, files), page_key(name))
    return [words(row) for row in tree.xpath("//*[@data-jm-item]")]


def test_moments_begin_with_what_fails_and_name_metric_and_fix(tmp_path: Path) -> None:
    rows = rows_of(tmp_path, "moments")
    assert len(rows) == 2
    for text in ("Will it hum?", "Failing", "No sounds", "Talks at night", "I compare", "Bea"):
        assert text in rows[0]
    assert "Calls 9 calls target 5 calls" in rows[0]
    assert "Record every lamp" in rows[0]
    assert "A film In progress due 1 November 2026" in rows[0]
    assert "Winning" in rows[1]
    assert "Nothing yet" in rows[1]


def test_moments_can_be_narrowed_by_handling_and_journey(tmp_path: Path) -> None:
    other = "title: I return\nstages: [{id: a, title: A, moment_of_truth: Is it easy?}]\n"
    catalog = catalog_of(tmp_path, FULL | {"journeys/return.yml": other})
    tree = shown(catalog, page_key("moments"))
    assert tree.xpath("//@data-jm-filter") == ["handling", "persona", "mending", "journey"]
    assert tree.xpath("//@data-handling") == ["failing", "unrated", "winning"]
    assert tree.xpath('//*[@data-jm-filter="journey"]/button/@data-value') == [
        "",
        "order",
        "return",
    ]


def test_pain_points_are_ranked_by_severity_frequency_and_reach(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, FULL)
    ranked = page_of(catalog, page_key("pain-points")).facts.ranked
    # high 3 x always 4 = 12; critical 4 x often 3 x half = 6; the last has no score.
    assert [(one.place, one.answer.pain.title, one.answer.priority) for one in ranked] == [
        (1, "It is dear", 12),
        (2, "It may hum", 6),
        (None, "Nobody knows", None),
    ]
    tree = shown(catalog, page_key("pain-points"))
    assert "severity (low 1 to critical 4) × frequency" in words(tree)
    assert tree.xpath("//@data-persona") == ["bea", "bea", "bea"]


def test_pain_points_of_one_priority_share_a_place(tmp_path: Path) -> None:
    same = "{id: dear, title: It is dear, severity: medium, frequency: often}"
    order = FULL["journeys/order.yml"].replace(
        "{id: dear, title: It is dear, severity: high, frequency: always}", same
    )
    catalog = catalog_of(tmp_path, FULL | {"journeys/order.yml": order})
    ranked = page_of(catalog, page_key("pain-points")).facts.ranked
    assert [one.place for one in ranked] == [1, 1, None]


def test_the_same_words_are_one_quote_with_all_its_sources(tmp_path: Path) -> None:
    rows = rows_of(tmp_path, "quotes")
    assert len(rows) == 4
    assert sum("hear it at night" in row for row in rows) == 1
    assert "I compare I order a lamp" in rows[0]
    assert "Talks at night" in rows[0]
    assert "No consent" in rows[1]


def test_a_public_handbook_leaves_out_what_nobody_agreed_to(tmp_path: Path) -> None:
    public = FULL | {"handbook.yml": FULL["handbook.yml"] + "audience: public\n"}
    rows = rows_of(tmp_path, "quotes", public)
    assert len(rows) == 3
    assert not any("Never tell them" in row for row in rows)


def test_a_public_page_of_evidence_leaves_its_quotes_without_consent_out_of_search(
    tmp_path: Path,
) -> None:
    public = FULL | {"handbook.yml": FULL["handbook.yml"] + "audience: public\n"}
    catalog = catalog_of(tmp_path, public)
    page = page_of(catalog, Key("evidence", "talks"))
    assert "A lamp is a friend." in page.words
    assert "hear it at night" not in page.words
    assert "hear it at night" not in words(
        shown(catalog, page.key).xpath('//ul[@class="jm-quotes"]')[0]
    )


def test_objectives_tell_how_they_stand_overdue_first(tmp_path: Path) -> None:
    rows = rows_of(tmp_path, "objectives")
    assert rows[0].endswith("Overdue")
    assert rows[0].startswith("Less noise")
    assert "7 calls December 2026 4 calls 3 above target" in rows[0]
    assert rows[1].startswith("Fewer calls Record every lamp")
    assert rows[2].endswith("Not measured")
    assert rows[3].endswith("Reached")


def test_reviews_begin_with_what_is_overdue(tmp_path: Path) -> None:
    rows = rows_of(tmp_path, "reviews")
    assert rows[0] == (
        "I order a lamp Journey Shop team 1 June 2026 3 months 1 September 2026 Overdue"
    )
    assert rows[-1].startswith("Carl Persona — 1 November 2026")
    assert sum("Never reviewed" in row for row in rows) == 2


@pytest.mark.parametrize("name", LISTS)
def test_retired_maps_are_left_out(name: str, tmp_path: Path) -> None:
    retired = FULL["journeys/order.yml"] + "status: retired\n"
    rows = rows_of(tmp_path, name, FULL | {"journeys/order.yml": retired})
    if name != "quotes":
        assert not any("I order a lamp" in row for row in rows)


@pytest.mark.parametrize("name", LISTS)
def test_a_sparse_handbook_still_has_every_list(name: str, tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, SPARSE), page_key(name))
    assert tree.xpath("//h1")
    assert name == "reviews" or tree.xpath('//p[@class="jm-empty"]')


def test_each_row_leads_to_its_step_and_its_journey(tmp_path: Path) -> None:
    found = links(shown(catalog_of(tmp_path, FULL), page_key("moments")))
    assert found["I compare"] == "../journeys/order/#step-compare"
    assert found["I order a lamp"] == "../journeys/order/"
