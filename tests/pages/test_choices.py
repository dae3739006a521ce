"""What lists can be narrowed by: choices that narrow, with counts that are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.all_pages import all_pages
from mkdocs_journeys.pages.choices import as_value, by_words, narrowing
from tests.maps_on_disk import catalog_of
from tests.pages import figure_maps, journey_maps, people_maps
from tests.pages.reading import page_of, shown, words, written

LISTS = {
    "journeys": journey_maps.FULL,
    "personas": people_maps.PEOPLE,
    "segments": people_maps.PEOPLE,
    "stakeholders": people_maps.PEOPLE,
    "moments": figure_maps.FULL,
    "pain-points": figure_maps.FULL,
    "quotes": figure_maps.FULL,
    "objectives": figure_maps.FULL,
    "reviews": figure_maps.FULL,
    "touchpoints": figure_maps.FULL,
    "channels": figure_maps.FULL,
    "evidence": figure_maps.FULL,
    "insights": figure_maps.FULL,
    "metrics": figure_maps.FULL,
}


@pytest.mark.parametrize("name", LISTS)
def test_a_choice_counts_as_many_items_as_it_leaves(name: str, tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, LISTS[name])
    page = page_of(catalog, page_key(name))
    tree = written(catalog, page)
    items = tree.xpath("//*[@data-jm-item]")
    assert items
    for sort in page.facts.narrowing:
        values = [item.get(f"data-{sort.name}").split() for item in items]
        assert sort.of == len(items)
        for choice in sort.choices:
            assert choice.count == sum(choice.value in each for each in values)
        # And no item has a value that nobody can choose.
        assert {one.value for one in sort.choices} == {one for each in values for one in each}


@pytest.mark.parametrize("name", LISTS)
def test_a_reader_is_offered_only_what_would_leave_something_out(name: str, tmp_path: Path) -> None:
    page = page_of(catalog_of(tmp_path, LISTS[name]), page_key(name))
    for sort in page.facts.narrowing:
        assert any(choice.count < sort.of for choice in sort.choices)


def test_a_list_in_which_all_is_alike_has_nothing_to_choose() -> None:
    alike = by_words("state", "State", ["current", "current"])
    assert narrowing(alike) == ()
    assert narrowing(by_words("state", "State", [])) == ()


def test_one_choice_that_some_items_have_is_offered() -> None:
    (sort,) = narrowing(by_words("owner", "Owner", ["", "care", "care"]))
    assert [(one.value, one.count) for one in sort.choices] == [("care", 2)]


def test_many_choices_of_one_sort_are_a_box_to_choose_from(tmp_path: Path) -> None:
    files = {f"journeys/j{n}.yml": f"title: J{n}\npersonas: [p{n}]\n" for n in range(9)}
    files |= {f"personas/p{n}.yml": f"name: P{n}\n" for n in range(9)}
    tree = shown(catalog_of(tmp_path, files), page_key("journeys"))
    (box,) = tree.xpath('//select[@data-jm-filter="persona"]')
    assert [words(one) for one in box][:2] == ["Everyone", "P0 (1)"]
    assert tree.xpath('//label[select]//*[@class="jm-k"]/text()') == ["Persona"]


def test_an_authors_words_make_a_value_that_stays_one_in_any_script() -> None:
    assert as_value("Silence is worse") == "silence-is-worse"
    assert as_value("沈黙") == "沈黙"
    assert as_value(None) == ""


ISO = re.compile(r"\b\d{4}-\d{2}(-\d{2})?\b")


@pytest.mark.parametrize("files", [people_maps.PEOPLE, figure_maps.FULL], ids=["people", "figures"])
def test_dates_are_words_on_every_list_and_every_page_about_people(
    files: dict[str, str], tmp_path: Path
) -> None:
    catalog = catalog_of(tmp_path, files)
    names = {*LISTS, "persona", "stakeholder", "segment", "touchpoint", "channel", "insight"}
    for page in all_pages(catalog):
        if page.key == HOME or page.key.id in names or page.key.kind in names:
            assert ISO.findall(words(written(catalog, page))) == [], page.key
