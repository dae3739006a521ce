from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_journeys.diagrams.graph import Edge
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.render.engines import Sandboxed
from mkdocs_journeys.render.layout import NoPicture
from mkdocs_journeys.render.pictures import DRAWN_BY, Pictures
from tests.render.graphs_to_draw import clique, href, journey, stages, titled


class Broken:
    """An engine that must not be asked."""

    name = Sandboxed().name

    def lay_out(self, dot: str) -> str:
        """Fail the test."""
        raise AssertionError(f"Graphviz was asked: {dot[:40]}")


def drawn(pictures: Pictures, prefix: str = "flow") -> str:
    picture = pictures.picture(journey(), href=href, prefix=prefix)
    assert isinstance(picture, str)
    return picture


def test_a_second_build_draws_nothing_and_runs_no_graphviz(tmp_path: Path) -> None:
    cold = Pictures(Sandboxed(), tmp_path)
    first = drawn(cold)
    assert (cold.drawn, cold.reused, cold.lay_outs) == (1, 0, 1)
    warm = Pictures(Broken(), tmp_path)
    assert drawn(warm) == first
    assert (warm.drawn, warm.reused, warm.lay_outs) == (0, 1, 0)


def test_without_a_folder_nothing_is_kept() -> None:
    pictures = Pictures(Sandboxed())
    assert drawn(pictures) == drawn(pictures)
    assert (pictures.drawn, pictures.reused) == (2, 0)


def test_graphs_of_one_shape_are_laid_out_once() -> None:
    pictures = Pictures(Sandboxed())
    for title in ("Zebra", "Zebus"):
        assert isinstance(pictures.picture(titled(title), href=href, prefix="flow"), str)
    assert (pictures.drawn, pictures.lay_outs) == (2, 1)


def test_maps_of_one_shape_keep_their_own_ways() -> None:
    """The second map was drawn with the ways of the first, or the build ended with a traceback.

    Graphviz is not asked for ways between neighbouring stages, so both put the same question.
    """
    shape = stages(2, 2)
    for ways in ((), (Edge(tail="s2", head="s3"),), (Edge(tail="s1", head="s4"),)):
        graph = replace(shape, edges=ways)
        alone = Pictures(Sandboxed()).picture(graph, href=href, prefix="flow")
        pictures = Pictures(Sandboxed())
        first = replace(shape, edges=(Edge(tail="s1", head="s3"),))
        pictures.picture(first, href=href, prefix="flow")
        assert pictures.picture(graph, href=href, prefix="flow") == alone
        assert pictures.lay_outs == 1


def test_other_words_other_addresses_and_other_ids_are_other_drawings(tmp_path: Path) -> None:
    pictures = Pictures(Sandboxed(), tmp_path)
    drawn(pictures)
    drawn(pictures, prefix="narrow")
    pictures.picture(journey(), href=lambda key: f"/{key.id}", prefix="flow")
    pictures.picture(replace(journey(), title="Other"), href=href, prefix="flow")
    assert (pictures.drawn, pictures.reused) == (4, 0)


def test_another_engine_draws_anew(tmp_path: Path) -> None:
    drawn(Pictures(Sandboxed(), tmp_path))
    other = Pictures(Sandboxed(fuel=2_000_000_000), tmp_path)
    drawn(other)
    assert (other.drawn, other.reused) == (1, 0)


@pytest.mark.parametrize("place", [0, 40, 70, 90, 5_000, -1])
def test_a_flipped_bit_means_a_new_drawing(tmp_path: Path, place: int) -> None:
    first = drawn(Pictures(Sandboxed(), tmp_path))
    (file,) = tmp_path.iterdir()
    data = bytearray(file.read_bytes())
    data[place] ^= 1
    file.write_bytes(data)
    again = Pictures(Sandboxed(), tmp_path)
    assert drawn(again) == first
    assert (again.drawn, again.reused) == (1, 0)
    assert drawn(Pictures(Broken(), tmp_path)) == first


def test_half_a_file_and_a_file_of_another_drawing_mean_a_new_drawing(tmp_path: Path) -> None:
    pictures = Pictures(Sandboxed(), tmp_path)
    first = drawn(pictures)
    (file,) = tmp_path.iterdir()
    drawn(pictures, prefix="narrow")
    (other,) = set(tmp_path.iterdir()) - {file}
    for data in (file.read_bytes()[:-9], b"", other.read_bytes()):
        file.write_bytes(data)
        again = Pictures(Sandboxed(), tmp_path)
        assert drawn(again) == first
        assert again.drawn == 1


def test_a_folder_that_cannot_be_written_is_one_notice_and_no_error(tmp_path: Path) -> None:
    blocked = tmp_path / "drawings"
    blocked.write_text("in the way")
    pictures = Pictures(Sandboxed(), blocked)
    assert drawn(pictures) == drawn(pictures)
    (notice,) = pictures.notices
    assert notice.startswith("Drawings cannot be kept in drawings (")


def test_a_good_folder_is_no_notice_and_holds_no_halves(tmp_path: Path) -> None:
    pictures = Pictures(Sandboxed(), tmp_path / "new" / "folder")
    drawn(pictures)
    assert pictures.notices == ()
    assert [file.suffix for file in (tmp_path / "new" / "folder").iterdir()] == [".drawing"]


def test_a_graph_that_can_never_be_laid_out_is_not_tried_twice(tmp_path: Path) -> None:
    small = Sandboxed(fuel=30_000_000)
    first = Pictures(small, tmp_path).picture(clique(30), href=href, prefix="flow")
    assert isinstance(first, NoPicture)
    again = Pictures(small, tmp_path)
    second = again.picture(clique(30), href=href, prefix="flow")
    assert isinstance(second, NoPicture)
    assert (second.reason, again.lay_outs) == (first.reason, 0)


def test_a_failure_of_the_moment_is_tried_again(tmp_path: Path) -> None:
    class Tired(Broken):
        def lay_out(self, dot: str) -> str:
            raise NoPicture("Not now.")

    refused = Pictures(Tired(), tmp_path).picture(journey(), href=href, prefix="flow")
    assert isinstance(refused, NoPicture)
    assert "<svg" in drawn(Pictures(Sandboxed(), tmp_path))


def test_a_missing_engine_gives_no_picture(tmp_path: Path) -> None:
    class Missing(Broken):
        @property
        def name(self) -> str:  # type: ignore[override]  # as an engine that cannot tell
            raise NoPicture("There is no Graphviz.")

    refused = Pictures(Missing(), tmp_path).picture(journey(), href=href, prefix="flow")
    assert isinstance(refused, NoPicture)
    assert refused.reason == "There is no Graphviz."


DRAW_IN_AN_ORDER = """
import hashlib, sys
from mkdocs_journeys.render.engines import Sandboxed
from mkdocs_journeys.render.pictures import Pictures
from tests.render.graphs_to_draw import all_shapes, href, journey, stages, titled
graphs = {"a": journey(), "b": journey(across=False), "c": stages(5, 6), "d": all_shapes(),
          "e": titled("one", "two", label="three")}
pictures = Pictures(Sandboxed())
drawn = {name: pictures.picture(graphs[name], href=href, prefix="flow") for name in sys.argv[1]}
print([hashlib.sha256(drawn[name].encode()).hexdigest() for name in sorted(drawn)])
"""


def test_the_same_bytes_in_any_order_and_with_any_seed_of_hashes() -> None:
    root = Path(__file__).parents[2]

    def told(seed: str, order: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", DRAW_IN_AN_ORDER, order],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    assert told("0", "abcde") == told("1", "edcba") != ""


def test_every_file_that_draws_counts_for_what_is_kept() -> None:
    code = (
        "import sys, mkdocs_journeys.render.flow_svg, mkdocs_journeys.render.dot\n"
        "import mkdocs_journeys.render.column_layout, mkdocs_journeys.render.merged_layout\n"
        "print(*(name for name in sys.modules if name.startswith('mkdocs_journeys.render.')))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    files = {f"{name.rpartition('.')[2]}.py" for name in loaded}
    assert files - {"icons.py", "palette.py"} == set(DRAWN_BY)


def test_addresses_are_asked_for_every_box_and_group_that_leads_somewhere(tmp_path: Path) -> None:
    asked: list[Key] = []

    def remember(key: Key) -> str:
        asked.append(key)
        return href(key)

    Pictures(Sandboxed(), tmp_path).picture(journey(), href=remember, prefix="flow")
    assert {key.kind for key in asked} == {"step", "stage"}
    assert len(set(asked)) == 24


def test_a_hundred_plain_steps_are_drawn() -> None:
    assert isinstance(Pictures(Sandboxed()).picture(stages(10, 10), href=href, prefix="flow"), str)
