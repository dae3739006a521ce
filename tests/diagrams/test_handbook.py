"""The whole handbook as a picture: journeys, what nests in what, futures, and who travels them."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.diagrams.handbook import MOST_NODES, lifecycle_of, pictures_of_handbook
from mkdocs_journeys.model.journey import Journey
from tests.conftest import Golden
from tests.diagrams.graph_text import as_text
from tests.maps_on_disk import catalog_of

LIFECYCLE = (
    "lifecycle: [{id: find, title: Find}, {id: use, title: Use}, {id: leave, title: Leave}]\n"
)
SHOP = {
    "handbook.yml": LIFECYCLE,
    "personas/bea.yml": "name: Bea\n",
    "personas/carl.yml": "name: Carl\n",
    "personas/nobody.yml": "name: Nobody\n",
    "journeys/day.yml": "title: My day\npersonas: [bea]\n"
    "stages: [{id: s, title: S, journey: order}]\n",
    "journeys/later.yml": "title: I shall order\nstate: future\nstatus: in-review\n"
    "future_of: order\n"
    "personas: [carl]\nstages: [{id: s, title: S}, {id: t, title: T}]\n",
    "journeys/order.yml": "title: I order\npersonas: [bea, carl, A stranger]\n"
    "steps: [{id: c, title: C, journey: return}]\n",
    "journeys/return.yml": "title: I return it\npart_of: day\nsteps: [{id: r, title: R}]\n",
}


def many(number: int) -> dict[str, str]:
    """A handbook with so many journeys: most in a stage of life, one in two, the last in none."""
    files = {"handbook.yml": LIFECYCLE, "personas/bea.yml": "name: Bea\n"}
    for count in range(number):
        places = ["[find]", "[find, use]"][count == 1] if count < number - 1 else "[]"
        files[f"journeys/j{count:02}.yml"] = (
            f"title: Journey {count}\npersonas: [bea]\n"
            f"stages: [{{id: s, title: S, lifecycle: {places}}}]\n"
        )
    return files


def test_journeys_are_joined_by_who_travels_them_what_they_open_and_what_they_become(
    tmp_path: Path, golden: Golden
) -> None:
    (graph,) = pictures_of_handbook(catalog_of(tmp_path, SHOP))
    golden("goldens/handbook.txt", as_text(graph))


def test_up_to_forty_boxes_make_one_picture(tmp_path: Path) -> None:
    (graph,) = pictures_of_handbook(catalog_of(tmp_path, many(MOST_NODES - 1)))
    assert len(graph.nodes) == MOST_NODES


def test_beyond_forty_boxes_each_stage_of_life_has_a_picture(tmp_path: Path) -> None:
    graphs = pictures_of_handbook(catalog_of(tmp_path, many(MOST_NODES)))
    assert [(graph.title, len(graph.nodes)) for graph in graphs] == [
        ("Find", MOST_NODES),
        ("Use", 2),
        ("Not placed in the lifecycle", 2),
    ]
    assert [node.title for node in graphs[1].nodes] == ["Bea", "Journey 1"]


def test_a_way_to_a_journey_of_another_picture_is_left_out(tmp_path: Path) -> None:
    files = many(MOST_NODES)
    files["journeys/j00.yml"] = (
        "title: Journey 0\nstages: [{id: s, title: S, lifecycle: use, journey: j02}]\n"
    )
    graphs = pictures_of_handbook(catalog_of(tmp_path, files))
    for graph in graphs:
        names = {node.name for node in graph.nodes}
        assert {end for edge in graph.edges for end in (edge.tail, edge.head)} <= names


def test_a_handbook_without_journeys_has_no_picture(tmp_path: Path) -> None:
    assert pictures_of_handbook(catalog_of(tmp_path, {"personas/bea.yml": "name: Bea\n"})) == ()


def test_a_journey_touches_the_stages_of_life_of_its_stages_in_the_handbook_s_order(
    tmp_path: Path,
) -> None:
    text = (
        "title: A\nstages: [{title: S, lifecycle: [leave]}, {title: T, lifecycle: [find, leave]}]\n"
    )
    catalog = catalog_of(tmp_path, {"handbook.yml": LIFECYCLE, "journeys/a.yml": text})
    (found,) = catalog.all(Journey)
    assert lifecycle_of(catalog, found) == ("find", "leave")
