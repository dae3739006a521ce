"""The swimlane as a meaning: rows, who stands where, and what no customer sees."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.diagrams.swimlane import Swimlane, swimlane_of
from mkdocs_journeys.model.journey import Journey
from tests.maps_on_disk import catalog_of

CHANNELS = {
    "channels/web.yml": "title: The web\nfamily: digital\nicon: web\n",
    "channels/app.yml": "title: The app\nfamily: digital\n",
    "channels/shop.yml": "title: The shop\nfamily: human\n",
    "channels/fair.yml": "title: The fair\nfamily: outside\n",
}


def swimlane(folder: Path, steps: str, more: str = "") -> Swimlane | None:
    text = f"title: Way\n{more}stages:\n  - title: All of it\n    steps: [{steps}]\n"
    catalog = catalog_of(folder, CHANNELS | {"journeys/way.yml": text})
    journey = catalog.entry(Journey, "way")
    assert journey is not None
    return swimlane_of(catalog, journey)


def rows(found: Swimlane | None) -> list[str]:
    assert found is not None
    return [lane.title or lane.kind for lane in found.lanes]


def test_rows_stand_by_family_and_then_as_they_are_first_met(tmp_path: Path) -> None:
    found = swimlane(
        tmp_path,
        "{title: A, channel: fair}, {title: B, channel: shop}, {title: C, channel: app},"
        "{title: D, channel: web}, {title: E, channel: A label}, {title: F, channel: app}",
    )
    assert rows(found) == ["The app", "The web", "The shop", "The fair", "A label"]
    assert found is not None
    assert found.rows == ((3,), (2,), (0,), (1,), (4,), (0,))


def test_what_has_no_channel_in_sight_stands_in_rows_of_its_own(tmp_path: Path) -> None:
    found = swimlane(
        tmp_path,
        "{title: A, channel: web}, {title: B}, {title: C, side: company, channel: shop},"
        "{title: D, channel: web}",
    )
    assert rows(found) == ["The web", "unknown", "unseen"]
    assert found is not None
    assert found.rows == ((0,), (1,), (2,), (0,))


def test_a_step_on_several_channels_stands_on_its_first(tmp_path: Path) -> None:
    found = swimlane(tmp_path, "{title: A, channels: [shop, web, shop]}, {title: B, channel: web}")
    assert found is not None
    assert found.rows == ((1, 0), (0,))
    assert found.switches == 0


def test_no_channel_in_sight_is_no_swimlane(tmp_path: Path) -> None:
    assert swimlane(tmp_path, "{title: A}, {title: B, side: company, channel: shop}") is None


def test_only_a_single_traveller_is_named(tmp_path: Path) -> None:
    for number, (names, who) in enumerate((("[bea]", "Bea"), ("[bea, carl]", ""))):
        people = {f"personas/{name}.yml": f"name: {name.title()}\n" for name in ("bea", "carl")}
        text = f"title: Way\npersonas: {names}\nsteps: [{{title: A, channel: web}}]\n"
        files = CHANNELS | people | {"journeys/way.yml": text}
        catalog = catalog_of(tmp_path / str(number), files)
        journey = catalog.entry(Journey, "way")
        assert journey is not None
        found = swimlane_of(catalog, journey)
        assert found is not None
        assert found.who == who
