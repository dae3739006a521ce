"""A folder of maps as it lies on disk: kinds, files and links."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mkdocs_journeys.load.folder import load
from mkdocs_journeys.load.loaded import Loaded
from mkdocs_journeys.model.handbook import Handbook
from tests.maps_on_disk import as_text, write_maps

ORDER = "title: I order\nstages: []\n"


def loaded(folder: Path, files: dict[str, str]) -> Loaded:
    return load(write_maps(folder, files), "maps")


def keys(found: Loaded) -> list[str]:
    return [str(entry.key) for entry in found.entries]


def test_a_missing_folder_says_nothing(tmp_path: Path) -> None:
    found = load(tmp_path / "maps", "maps")
    assert (found.entries, found.problems, found.settings) == ((), (), Handbook())


def test_a_folder_is_a_kind_and_so_is_a_list_in_a_file(tmp_path: Path) -> None:
    found = loaded(
        tmp_path,
        {
            "channels.yml": "- {id: web, title: Web}\n- {id: app, title: App}\n",
            "channels/phone.yaml": "title: Phone\n",
            "channels/shops/main-street.yml": "title: Main street\n",
            "terms/all.yml": "- {id: churn, title: Churn}\n",
        },
    )
    assert keys(found) == [
        "channel:phone",
        "channel:main-street",
        "channel:web",
        "channel:app",
        "term:churn",
    ]
    assert found.problems == ()


def test_a_bad_file_hides_nothing_of_the_others_and_keeps_its_id(tmp_path: Path) -> None:
    found = loaded(
        tmp_path,
        {
            "journeys/broken.yml": "title: [",
            "journeys/order.yml": ORDER,
            "journeys/shapeless.yml": "id: own-id\nstages: soon\n",
            "personas/bea.yml": "nme: Bea\n",
        },
    )
    assert keys(found) == ["journey:order", "persona:bea"]
    assert [str(lost.key) for lost in found.unreadable] == ["journey:broken", "journey:own-id"]
    assert {problem.place.file for problem in found.problems} == {
        "maps/journeys/broken.yml",
        "maps/journeys/shapeless.yml",
        "maps/personas/bea.yml",
    }
    assert all(lost.problems for lost in found.unreadable)


def test_what_a_broken_file_may_mention_is_kept_as_words(tmp_path: Path) -> None:
    (lost,) = loaded(tmp_path, {"journeys/a.yml": "personas: [busy-bea, tom\n"}).unreadable
    assert lost.words == {"personas", "busy-bea", "tom"}


def test_a_map_of_bytes_that_are_no_text_is_a_finding(tmp_path: Path) -> None:
    maps = write_maps(tmp_path, {"journeys/order.yml": ORDER})
    (maps / "journeys" / "latin.yml").write_bytes("title: Käse\n".encode("latin-1"))
    found = load(maps, "maps")
    assert keys(found) == ["journey:order"]
    assert [(one.place.file, one.rule) for one in found.problems] == [
        ("maps/journeys/latin.yml", "yaml-syntax")
    ]


def test_a_file_that_leads_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.yml"
    secret.write_text("name: Secret\n")
    maps = write_maps(tmp_path, {"journeys/order.yml": ORDER, "personas/bea.yml": "name: Bea\n"})
    (maps / "personas" / "spy.yml").symlink_to(secret)
    (maps / "personas" / "bee.yml").symlink_to(maps / "personas" / "bea.yml")
    found = load(maps, "maps")
    assert as_text(found.problems) == (
        "maps/personas/spy.yml:1:1: maps/personas/spy.yml leads out of maps/. [wrong-shape]\n"
        "    Put the file itself there instead of a link.\n"
    )
    assert keys(found) == ["journey:order", "persona:bea", "persona:bee"]
    assert [str(lost.key) for lost in found.unreadable] == ["persona:spy"]


def test_a_folder_that_leads_out_is_not_read(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "spy.yml").write_text("name: Spy\n")
    maps = write_maps(tmp_path, {"journeys/order.yml": ORDER})
    (maps / "personas").symlink_to(outside)
    found = load(maps, "maps")
    assert keys(found) == ["journey:order"]
    assert [one.what for one in found.problems] == ["maps/personas leads out of maps/."]


def test_a_link_to_nothing_is_a_finding(tmp_path: Path) -> None:
    maps = write_maps(tmp_path, {"journeys/order.yml": ORDER})
    (maps / "journeys" / "gone.yml").symlink_to(maps / "journeys" / "nowhere.yml")
    found = load(maps, "maps")
    assert [one.what for one in found.problems] == [
        "maps/journeys/gone.yml cannot be read: No such file or directory."
    ]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    maps = write_maps(tmp_path, {"journeys/order.yml": ORDER})
    os.mkfifo(maps / "journeys" / "pipe.yml")
    found = load(maps, "maps")
    assert [one.what for one in found.problems] == ["maps/journeys/pipe.yml is no file."]


@pytest.mark.parametrize(
    ("shown_as", "file"),
    [
        ("maps", "maps/journeys/order.yml"),
        ("a/b/maps", "a/b/maps/journeys/order.yml"),
        ("../maps", "../maps/journeys/order.yml"),
        ("/srv/maps", "/srv/maps/journeys/order.yml"),
        (".", "journeys/order.yml"),
    ],
)
def test_places_begin_as_the_author_calls_the_folder(
    shown_as: str, file: str, tmp_path: Path
) -> None:
    maps = write_maps(
        tmp_path,
        {
            "journeys/order.yml": "title: I order\nstagez: []\nimages: [../../x.png, a/b.png]\n",
        },
    )
    found = load(maps, shown_as)
    assert {problem.place.file for problem in found.problems} == {file}
    assert [problem.what for problem in found.problems if problem.rule == "missing-file"] == [
        "`../../x.png` lies outside the folder of maps.",
        "`a/b.png` is not there.",
    ]


def test_the_order_on_disk_does_not_matter(tmp_path: Path) -> None:
    names = ["b", "a", "c-1", "c", "B2"]
    one, two = (
        loaded(tmp_path / folder, {f"personas/{name}.yml": "name: X\n" for name in order})
        for folder, order in (("one", names), ("two", reversed(names)))
    )
    assert keys(one) == keys(two)
    assert one.problems == two.problems
