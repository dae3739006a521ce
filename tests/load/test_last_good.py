"""While a handbook is served: what a map said before stays shown until it can be read again."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.load.folder import load
from mkdocs_journeys.load.last_good import keep_last_good
from mkdocs_journeys.load.loaded import Loaded
from tests.maps_on_disk import write_maps
from tests.properties.values import DOT

BEA = "name: Bea\nimage: {file: bea.png, alt: Bea}\n"


def read(folder: Path, persona: str) -> Loaded:
    return load(write_maps(folder, {"personas/bea.yml": persona}), "maps")


def pictures(found: Loaded) -> list[str]:
    return [name for name, _ in found.pictures]


def test_a_map_that_cannot_be_read_keeps_what_it_said_and_its_picture(tmp_path: Path) -> None:
    (tmp_path / "maps" / "personas").mkdir(parents=True)
    (tmp_path / "maps" / "personas" / "bea.png").write_bytes(DOT)
    before = read(tmp_path, BEA)
    kept = keep_last_good(read(tmp_path, "name: ["), before)
    assert [str(entry.key) for entry in kept.entries] == ["persona:bea"]
    assert pictures(kept) == ["maps/personas/bea.png"]


def test_a_picture_that_no_map_has_any_more_is_not_published(tmp_path: Path) -> None:
    (tmp_path / "maps" / "personas").mkdir(parents=True)
    picture = tmp_path / "maps" / "personas" / "bea.png"
    picture.write_bytes(DOT)
    before = read(tmp_path, BEA)
    assert pictures(before) == ["maps/personas/bea.png"]
    assert pictures(keep_last_good(read(tmp_path, "name: Bea\n"), before)) == []
    picture.unlink()
    assert pictures(keep_last_good(read(tmp_path, "name: ["), before)) == [], "there is none"
