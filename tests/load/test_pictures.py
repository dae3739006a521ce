"""Pictures and files that maps point to."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from mkdocs_journeys.load.folder import load
from mkdocs_journeys.load.loaded import Loaded
from mkdocs_journeys.load.pictures import picture_file
from tests.maps_on_disk import write_maps

ORDER = "title: I order\nstages: []\n"
BEA = "name: Bea\nimage: {file: bea.png, alt: Bea}\n"


def loaded(folder: Path, files: dict[str, str]) -> Loaded:
    return load(write_maps(folder, files), "maps")


def png(width: int, height: int) -> bytes:
    """Give a grey picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


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
