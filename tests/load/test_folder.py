"""A folder of maps as it lies on disk: kinds, files, links, pictures, readings."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from mkdocs_journeys.load.folder import load
from mkdocs_journeys.load.loaded import Loaded
from mkdocs_journeys.load.pictures import picture_file
from mkdocs_journeys.model.handbook import Handbook
from mkdocs_journeys.model.metric import Metric
from tests.maps_on_disk import as_text, write_maps

ORDER = "title: I order\nstages: []\n"
BEA = "name: Bea\nimage: {file: bea.png, alt: Bea}\n"


def loaded(folder: Path, files: dict[str, str]) -> Loaded:
    return load(write_maps(folder, files), "maps")


def keys(found: Loaded) -> list[str]:
    return [str(entry.key) for entry in found.entries]


def png(width: int, height: int) -> bytes:
    """Give a grey picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


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


def test_a_picture_is_known_by_its_content_not_by_its_name(tmp_path: Path) -> None:
    maps = write_maps(tmp_path, {"personas/bea.yml": BEA, "journeys/order.yml": ORDER})
    picture = maps / "personas" / "bea.png"
    picture.write_bytes(png(10, 20))
    found = load(maps, "maps")
    assert found.problems == ()
    assert found.pictures == (("maps/personas/bea.png", str(picture)),)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "`bea.png` is no PNG, JPEG, WebP or GIF."),
        (b"\x89PNG\r\n\x1a\n", "`bea.png` is no PNG, JPEG, WebP or GIF."),
        (b"\x89PNG\r\n\x1a\nIHDRshort", "`bea.png` is no PNG, JPEG, WebP or GIF."),
        (b"GIF89a", "`bea.png` is no PNG, JPEG, WebP or GIF."),
        (b"\xff\xd8\xff\xe0nothing", "`bea.png` is no PNG, JPEG, WebP or GIF."),
        (b"RIFF\0\0\0\0WEBPVP8 ", "`bea.png` is no PNG, JPEG, WebP or GIF."),
        (b"", "`bea.png` is no PNG, JPEG, WebP or GIF."),
        (png(2_049, 1), "`bea.png` is 2049 × 1 pixels large; at most 2048 a side are shown."),
        (png(9, 9) + b" " * 512 * 1024, "`bea.png` has more than 512 KiB."),
    ],
)
def test_a_picture_that_cannot_be_shown_is_told(content: bytes, what: str, tmp_path: Path) -> None:
    maps = write_maps(tmp_path, {"personas/bea.yml": BEA})
    (maps / "personas" / "bea.png").write_bytes(content)
    found = load(maps, "maps")
    assert [problem.what for problem in found.problems] == [what]
    assert found.pictures == ()


def test_a_picture_behind_a_link_that_leads_out_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(png(9, 9))
    maps = write_maps(tmp_path, {"personas/bea.yml": BEA})
    (maps / "personas" / "bea.png").symlink_to(tmp_path / "secret.png")
    found = load(maps, "maps")
    assert [problem.what for problem in found.problems] == [
        "`bea.png` lies outside the folder of maps."
    ]
    assert found.pictures == ()


def test_a_file_name_that_no_disk_can_hold_is_simply_not_there(tmp_path: Path) -> None:
    name = "図" * 190 + ".png"
    found = loaded(tmp_path, {"personas/bea.yml": f"name: Bea\nimage: {{file: {name}}}\n"})
    assert [problem.rule for problem in found.problems] == ["missing-file"]


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("a.png", "maps/personas/a.png"),
        ("../images/a.png", "maps/images/a.png"),
        ("..\\images\\a.png", "maps/images/a.png"),
        ("../../../a.png", None),
        ("/etc/passwd", None),
        ("C:\\a.png", None),
        ("https://host.example/a.png", None),
    ],
)
def test_a_path_is_relative_to_the_yaml_it_stands_in(file: str, shown: str | None) -> None:
    assert picture_file("maps/personas/bea.yml", file) == shown


def readings(folder: Path, table: str) -> tuple[list[tuple[str, float]], str]:
    """Give the readings of a metric with this CSV beside it, and the findings as text."""
    maps = write_maps(folder, {"metrics/nps.yml": "title: NPS\nreadings: []\n"})
    (maps / "metrics" / "nps.csv").write_bytes(table.encode("utf-8"))
    found = load(maps, "maps")
    (metric,) = found.entries
    assert isinstance(metric, Metric)
    return [(one.date.text, one.value.value) for one in metric.readings], as_text(found.problems)


def test_readings_stand_in_a_csv_beside_the_metric(tmp_path: Path) -> None:
    table = '\ufeffdate,value,note\r\n2026-08,31,\r\n\r\n2026-09-30,29.5,"a, b"\r\n'
    assert readings(tmp_path, table) == ([("2026-08", 31.0), ("2026-09-30", 29.5)], "")


def test_readings_of_the_csv_stand_behind_those_of_the_yaml(tmp_path: Path) -> None:
    found = loaded(
        tmp_path,
        {
            "metrics/nps.yml": "title: NPS\nreadings: [{date: 2026-07, value: 1}]\n",
            "metrics/nps.csv": "date,value\n2026-08,2\n",
        },
    )
    (metric,) = found.entries
    assert isinstance(metric, Metric)
    assert [reading.date.text for reading in metric.readings] == ["2026-07", "2026-08"]


def test_a_row_that_cannot_be_read_is_told_and_left_out(tmp_path: Path) -> None:
    table = 'date,value,n\n2026-08,31,\nsoon,12,4\n2026-10,"1,5",\n2026-11,7,x\n2026-12,1,2,3\n'
    assert readings(tmp_path, table) == (
        [("2026-08", 31.0)],
        "maps/metrics/nps.csv:3:1: The `date` of a reading: `soon` is no date. [wrong-shape]\n"
        "    Write a date like `2026-11-21`, or a month like `2026-08`.\n"
        "maps/metrics/nps.csv:4:9: The `value` of a reading: `1,5` is no number. [wrong-shape]\n"
        "    Write a point instead of the comma: `1.5`.\n"
        "maps/metrics/nps.csv:5:11: The `n` of a reading: `x` is no number. [wrong-shape]\n"
        "    Write a whole number of 0 or more, for example `n: 0`.\n"
        "maps/metrics/nps.csv:6:1: This row has 4 cells, and the table 3 columns. [wrong-shape]\n"
        "    Put text with a comma in quotes.\n",
    )


@pytest.mark.parametrize(
    ("table", "found"),
    [
        (
            "date;value\n2026-08;31\n",
            "maps/metrics/nps.csv:1:1: The columns are separated by semicolons. [wrong-shape]\n"
            "    Save it with commas, and numbers with a point.\n",
        ),
        (
            "date,points\n2026-08,31\n2026-09,30\n",
            "maps/metrics/nps.csv:1:1: The table has no column `value`. [wrong-shape]\n"
            "    Save it as CSV in UTF-8, with `date,value` in the first line.\n"
            "maps/metrics/nps.csv:1:6: A reading has no field `points`. [unknown-key]\n"
            "    Delete the column.\n",
        ),
        (
            'date,value\n"2026-08,31\n',
            "maps/metrics/nps.csv:1:1: The readings cannot be read: unexpected end of data."
            " [wrong-shape]\n"
            "    Save it as CSV in UTF-8, with `date,value` in the first line.\n",
        ),
    ],
)
def test_a_table_that_is_none_is_told_once(table: str, found: str, tmp_path: Path) -> None:
    assert readings(tmp_path, table) == ([], found)


def test_a_column_of_no_field_is_told_once_and_the_rest_is_read(tmp_path: Path) -> None:
    rows = "".join(f"2026-{month:02},{month},x\n" for month in range(1, 13))
    values, found = readings(tmp_path, "date,value,team\n" + rows)
    assert len(values) == 12
    assert found == (
        "maps/metrics/nps.csv:1:12: A reading has no field `team`. [unknown-key]\n"
        "    Delete the column.\n"
    )


def test_readings_that_lead_out_of_the_folder_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("date,value\n2026-08,31\n")
    maps = write_maps(tmp_path, {"metrics/nps.yml": "title: NPS\n"})
    (maps / "metrics" / "nps.csv").symlink_to(tmp_path / "secret.csv")
    found = load(maps, "maps")
    assert [problem.what for problem in found.problems] == [
        "maps/metrics/nps.csv leads out of the folder of maps."
    ]


def test_the_order_on_disk_does_not_matter(tmp_path: Path) -> None:
    names = ["b", "a", "c-1", "c", "B2"]
    one, two = (
        loaded(tmp_path / folder, {f"personas/{name}.yml": "name: X\n" for name in order})
        for folder, order in (("one", names), ("two", reversed(names)))
    )
    assert keys(one) == keys(two)
    assert one.problems == two.problems
