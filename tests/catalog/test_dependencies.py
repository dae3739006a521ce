"""Initiatives that depend on each other, and those that go in circles."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.catalog.dependencies import circles, depends_on
from mkdocs_journeys.model.improvement import Initiative
from tests.maps_on_disk import catalog_of


def told(circles: tuple[tuple[object, ...], ...]) -> list[str]:
    return [" ".join(str(key).removeprefix("initiative:") for key in one) for one in circles]


def write(folder: Path, *lines: str) -> tuple[tuple[object, ...], ...]:
    catalog = catalog_of(folder, {"initiatives.yml": "\n".join(lines)})
    return circles(catalog, catalog.settings)


def test_a_circle_begins_with_the_initiative_that_comes_first(tmp_path: Path) -> None:
    found = write(
        tmp_path,
        "- {id: first, title: Into it, depends_on: [z]}",
        "- {id: a, title: A, depends_on: [z]}",
        "- {id: z, title: Z, depends_on: [a]}",
    )
    assert told(found) == ["a z"]


def test_circles_that_share_nothing_are_all_found(tmp_path: Path) -> None:
    found = write(
        tmp_path,
        "- {id: a, title: A, depends_on: [b, c]}",
        "- {id: b, title: B, depends_on: [a]}",
        "- {id: c, title: C, depends_on: [d]}",
        "- {id: d, title: D, depends_on: [c]}",
    )
    assert told(found) == ["a b", "c d"]


def test_a_very_long_chain_is_walked_to_its_end(tmp_path: Path) -> None:
    chain = [f"- {{id: i{n}, title: I, depends_on: [i{n + 1}]}}" for n in range(3000)]
    assert write(tmp_path / "open", *chain, "- {id: i3000, title: The end}") == ()
    (closed,) = write(tmp_path / "closed", *chain, "- {id: i3000, title: I, depends_on: [i0]}")
    assert len(closed) == 3001


def test_what_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    catalog = catalog_of(
        tmp_path,
        {
            "initiatives/a.yml": "title: A\ndepends_on: [broken, b]\n",
            "initiatives/b.yml": "title: B\n",
            "initiatives/broken.yml": 'title: "B\ndepends_on: [a]\n',
        },
    )
    (a, _) = catalog.all(Initiative)
    assert [first.id for _, first in depends_on(catalog, a)] == ["b"]
    assert circles(catalog, catalog.settings) == ()
