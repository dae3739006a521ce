"""The first page: what fails first, what is due, and what to do in an empty handbook."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.pages.address import HOME
from tests.maps_on_disk import catalog_of
from tests.pages.people_maps import HANDBOOK, PEOPLE, SPARSE
from tests.pages.reading import headings, links, page_of, part, shown, words


def test_a_newcomer_with_an_empty_handbook_is_told_what_to_do(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path), HOME)
    assert headings(tree) == ["first-map"]
    assert "maps/journeys/my-first-journey.yml" in words(tree)
    assert links(tree)["How to read a map in two minutes"] == "how-to-read/"


def test_the_map_that_the_newcomer_copies_is_read_without_a_finding(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path), HOME)
    (example,) = tree.xpath("//pre/code/text()")
    catalog = catalog_of(tmp_path, {"journeys/my-first-journey.yml": example})
    assert [problem.what for problem in catalog.loaded.problems] == []
    assert "Is it coming?" in part(shown(catalog, HOME), "moments")


def test_a_handbook_whose_only_map_is_broken_says_so_and_gives_no_lesson(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, {"journeys/order.yml": "title: [\n"}), HOME)
    assert "1 map cannot be read" in words(tree)
    assert links(tree)["Order"] == "journeys/order/"
    assert headings(tree) == []


def test_the_first_page_names_the_owner_of_the_handbook(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, PEOPLE)
    assert page_of(catalog, HOME).title == "Handbook"
    assert links(shown(catalog, HOME))["Shop team"] == "stakeholders/shop-team/"


def test_failing_moments_stand_with_their_figure_and_their_fix(tmp_path: Path) -> None:
    said = words(shown(catalog_of(tmp_path, PEOPLE), HOME).xpath("//ol[@class][1]/li")[0])
    assert "Failing Will it hum? I order a lamp · I choose · Bea Lamp , Carl" in said
    assert "9% , Returned lamps" in said
    assert "fix: Record every lamp" in said


def test_a_moment_that_nobody_mends_says_that_no_fix_is_planned(tmp_path: Path) -> None:
    idle = PEOPLE["initiatives/record.yml"].replace("in-progress", "dropped")
    catalog = catalog_of(tmp_path, PEOPLE | {"initiatives/record.yml": idle})
    assert "no fix planned for A page with sounds" in words(shown(catalog, HOME))


def test_winning_moments_are_counted_and_do_not_need_work(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, PEOPLE), HOME)
    assert "1 of 2" in words(tree.xpath("//dl")[0])
    assert "Is it safe?" not in words(tree)


def test_an_overdue_map_stands_under_due_for_review_with_its_owner(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, PEOPLE), HOME)
    (due,) = tree.xpath('//ul[contains(@class, "jm-rows--due")]/li')
    assert words(due) == "Overdue I order a lamp since 1 September 2026 · Shop team"
    assert due.xpath(".//time/@datetime") == ["2026-09-01"]


def test_a_lifecycle_stage_without_a_map_says_so(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, PEOPLE), HOME)
    covered = [words(one) for one in tree.xpath('//ol[@class="jm-cover"]/li')]
    assert covered == ["Choose 1 map", "Renew no map yet"]


def test_retired_maps_neither_need_work_nor_cover_anything(tmp_path: Path) -> None:
    retired = PEOPLE["journeys/order.yml"] + "status: retired\n"
    tree = shown(catalog_of(tmp_path, PEOPLE | {"journeys/order.yml": retired}), HOME)
    assert "Choose no map yet" in words(tree)
    assert "Will it hum?" not in words(tree)


def test_a_handbook_of_titles_only_has_cards_and_no_empty_lists(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, SPARSE), HOME)
    assert headings(tree) == ["reviews", "journeys"]
    assert links(tree)["I order"] == "journeys/order/"


def test_what_an_author_wrote_stays_text(tmp_path: Path) -> None:
    evil = HANDBOOK.replace("Lamp shop handbook", '"<script>alert(1)</script>"').replace(
        "title: Choose", 'title: "<b onclick=x>Choose</b>"'
    )
    tree = shown(catalog_of(tmp_path, PEOPLE | {"handbook.yml": evil}), HOME)
    assert tree.xpath("//script | //*[@onclick] | //*[@style]") == []
    assert "<b onclick=x>Choose</b>" in words(tree)


def test_a_bar_stands_for_each_map_and_many_maps_for_a_share_of_the_most(tmp_path: Path) -> None:
    files = {"handbook.yml": "lifecycle: [{id: a, title: A}, {id: b, title: B}]\n"}
    for n in range(20):
        where = "a" if n < 19 else "b"
        files[f"journeys/j{n}.yml"] = f"title: J\nstages: [{{title: S, lifecycle: {where}}}]\n"
    covered = page_of(catalog_of(tmp_path, files), HOME).facts.coverage
    assert [(one.maps, one.bars) for one in covered] == [(19, 8), (1, 1)]
