"""The page of the roadmap: the picture, the board and the words tell of the same work."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.pages.address import page_key
from tests.maps_on_disk import catalog_of
from tests.pages.figure_maps import FULL
from tests.pages.reading import headings, links, page_of, part, shown, words

ROADMAP = page_key("roadmap")


def test_every_bar_has_a_row_of_the_same_initiative_in_words(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), ROADMAP)
    bars = [one.get("data-jm-row") for one in tree.xpath('//*[contains(@class, "jm-rm-n")]')]
    rows = tree.xpath('//tbody[@id="roadmap-list"]/tr/@id')
    assert bars == ["initiative-film", "initiative-tune"]
    # Done before the first month of the picture: in words only.
    assert rows == [*bars, "initiative-sound"]


def test_a_bar_says_who_when_how_far_and_what_it_waits_for(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), ROADMAP)
    said = [words(one) for one in tree.xpath('//*[contains(@class, "jm-rm-n")]/title')]
    assert said == [
        "I-1 A film. Shop team. Sept – Nov 2026. In progress. Overdue. Waits for Sounds.",
        "A tune. Nobody yet. until Feb 2027. Planned. Waits for A film.",
    ]


def test_the_board_sorts_work_by_when_it_begins(tmp_path: Path) -> None:
    board = page_of(catalog_of(tmp_path, FULL), ROADMAP).facts.board
    assert [(horizon, [row.work.title for row in rows]) for horizon, rows in board] == [
        ("now", ["A film"]),
        ("next", ["A tune"]),
        ("done", ["Sounds"]),
    ]


def test_it_tells_what_waits_for_what_and_what_begins_too_early(tmp_path: Path) -> None:
    early = FULL["initiatives/sound.yml"].replace(
        "status: done\ndone: 2026-08-01\ndue: 2026-07-01", "due: 2026-10-01"
    )
    assert early != FULL["initiatives/sound.yml"]
    plain = part(shown(catalog_of(tmp_path / "plain", FULL), ROADMAP), "waits")
    assert "Sounds Done done 1 August 2026 A film" in plain
    assert "Begins 45 days after" in plain
    assert "Not known: a date is missing" in plain
    tight = shown(catalog_of(tmp_path / "tight", FULL | {"initiatives/sound.yml": early}), ROADMAP)
    assert "Begins before the first has ended" in part(tight, "waits")


def test_readings_say_in_words_whether_work_has_helped(tmp_path: Path) -> None:
    calls = FULL["metrics/calls.yml"].replace("series_break: 2026-08-01\n", "")
    film = FULL["initiatives/film.yml"].replace(
        "status: in-progress", "status: done\ndone: 2026-10-01"
    )
    for name, files, then in (
        ("cut", FULL, "Not verified: the series breaks in between"),
        ("runs", FULL | {"metrics/calls.yml": calls}, "Better so far"),
        (
            "done",
            FULL | {"metrics/calls.yml": calls, "initiatives/film.yml": film},
            "Verified: better since",
        ),
    ):
        tree = shown(catalog_of(tmp_path / name, files), ROADMAP)
        (row,) = tree.xpath('//tr[@id="initiative-film"]')
        assert words(row).endswith(then), name


def test_work_without_a_date_is_listed_and_dropped_work_is_counted(tmp_path: Path) -> None:
    files = {
        "initiatives.yml": "- {id: a, title: Some day}\n- {id: b, title: Never, status: dropped}\n"
    }
    tree = shown(catalog_of(tmp_path, files), ROADMAP)
    assert "No initiative has a date yet." in part(tree, "timeline")
    assert "No date yet 1 Nobody has said when Some day Idea" in part(tree, "board")
    assert "1 dropped initiative stands only in the list of initiatives." in part(tree, "words")
    assert "Never" not in words(tree)


def test_it_leads_to_owners_initiatives_opportunities_and_the_lists_beside_it(
    tmp_path: Path,
) -> None:
    tree = shown(catalog_of(tmp_path, FULL), ROADMAP)
    found = links(tree)
    assert found["Shop team"] == "../stakeholders/shop-team/"
    assert found["A film"] == "../initiatives/film/"
    assert found["Record every lamp"] == "../opportunities/record/"
    assert found["Opportunities"] == "../opportunities/"
    assert headings(tree) == ["timeline", "board", "waits", "words"]
