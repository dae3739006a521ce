"""What a company says of the looks of its maps in handbook.yml."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.model import handbook
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.pages import lanes
from mkdocs_journeys.pages.map_of import map_of
from tests.maps_on_disk import catalog_of
from tests.pages.journey_maps import FULL


def icons(folder: Path, settings: str) -> dict[str, str]:
    catalog = catalog_of(folder, FULL | {"handbook.yml": settings})
    journey = catalog.entry(Journey, "order")
    assert journey is not None
    return {lane.name: lane.icon for lane in map_of(catalog, journey).lanes}


def test_the_lanes_that_settings_may_name_are_those_that_maps_show() -> None:
    assert tuple(lane.name for lane in lanes.LANES) == handbook.LANES


def test_a_lane_and_a_row_of_ones_own_have_the_icon_that_the_handbook_gives_them(
    tmp_path: Path,
) -> None:
    ours = icons(tmp_path / "a", "title: T\n")
    theirs = icons(
        tmp_path / "b",
        "icons: {thoughts: comment-text-outline, What others do: store-outline}\n"
        "rows: [{title: Head or heart, icon: head-heart-outline}]\n",
    )
    changed = {name: icon for name, icon in theirs.items() if ours[name] != icon}
    assert changed == {
        "thoughts": "comment-text-outline",
        "row:Head or heart": "head-heart-outline",
        "row:What others do": "store-outline",
    }
